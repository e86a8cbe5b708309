import { postingRefSchema } from "@lilink/contract";
import { familyOf, type LinkId, loadConcept } from "@lilink/model/chain";
import type { PostingKind } from "@lilink/model/posting";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { defineQuery } from "../../kernel/define.ts";
import { openShelf, rememberOn } from "./rank-words.ts";
import { readerScope } from "./scope.ts";

const most = 5;
const looked = 40;
const longestQuery = 600;

/** Why a posting is like another, the closest first: the same product, one of its family, or one of the same step of the chain. */
const likenesses = ["concept", "family", "stage"] as const;
export type Likeness = (typeof likenesses)[number];

export type SimilarPosting = {
  readonly publicId: string;
  readonly kind: PostingKind;
  readonly link: LinkId;
  readonly concept: string;
  readonly language: string;
  readonly title: string;
  readonly why: Likeness;
};

type OpenRow = Omit<SimilarPosting, "why"> & { readonly id: string; readonly summary: string };

/**
 * Postings of the same kind that are like one, at most five, each with its reason. Both sides are read by what is open to
 * readers of this class alone: a walled part neither brings a posting here nor puts it first. [SE16]
 */
export const findSimilar = defineQuery({
  name: "search.similar",
  input: postingRefSchema,
  rate: "search",
  authorize: { action: "search.browse" },
  run: async (ctx, { publicId }): Promise<SimilarPosting[]> => {
    const [own] = await readOpen(ctx, sql`p.public_id = ${publicId}`);
    if (!own) return [];
    const shelf = await openShelf(ctx);
    const text = `${own.title}\n${own.summary}`.slice(0, longestQuery);
    const hits = (shelf ? alike(shelf, text) : []).filter(({ id }) => id !== own.id);
    if (hits.length === 0) return [];
    const rows = await readOpen(
      ctx,
      sql`p.kind = ${own.kind} and p.posting_id = any (${sql.param(hits.map(({ id }) => id))}::uuid[])`,
    );
    const places = new Map(hits.map(({ id }, at) => [id, at]));
    return rows
      .flatMap((row) => {
        const why = likenessOf(own.concept, row.concept);
        return why ? [{ row, why, rank: likenesses.indexOf(why), at: places.get(row.id) ?? looked }] : [];
      })
      .sort((a, b) => a.rank - b.rank || a.at - b.at)
      .slice(0, most)
      .map(({ row: { id: _inside, summary: _summary, ...open }, why }) => ({ ...open, why }));
  },
});

const alike = rememberOn(100, (shelf, text) => shelf.search(text, { k: looked, lends: false }));

function likenessOf(own: string, other: string): Likeness | null {
  if (own === other) return "concept";
  if (familyOf(own).includes(other)) return "family";
  return loadConcept(own).stage === loadConcept(other).stage ? "stage" : null;
}

/** The open texts of live postings as readers of this class read them, walled parts left out even for those who may. */
async function readOpen(ctx: Context, where: ReturnType<typeof sql>): Promise<OpenRow[]> {
  const { rows } = await ctx.db.execute<OpenRow>(sql`
    select p.posting_id as id, p.public_id as "publicId", p.kind, p.link, p.concept, p.language, p.fields ->> 'title' as title,
      coalesce((select string_agg(s.fields ->> 'summary', ' ') from posting_part s
        where s.posting_id = p.posting_id and ${readerScope(ctx.now)("s")} and not s.walled and (s.level = 'everyone' or s.use_version is null)), '') as summary
    from posting_part p where ${readerScope(ctx.now)("p")} and p.level = 'everyone' and not p.walled and ${where}`);
  return rows;
}

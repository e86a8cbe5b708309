import { postingRefSchema } from "@lilink/contract";
import { familyOf, type LinkId } from "@lilink/model/chain";
import type { PostingKind } from "@lilink/model/posting";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { defineQuery } from "../../kernel/define.ts";
import { createHitMarker } from "./mark-hits.ts";
import { openShelf, rememberOn } from "./rank-words.ts";
import { readerScope } from "./scope.ts";

const most = 5;
const looked = 40;
const mostWords = 3;
const longestQuery = 600;

/** Why a posting is like another: the same product, one of its family, or words that both hold, as the other writes them. */
export type Likeness =
  | { readonly code: "concept" }
  | { readonly code: "family" }
  | { readonly code: "words"; readonly words: readonly string[] };

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
    const mark = createHitMarker(text);
    const places = new Map(hits.map(({ id }, at) => [id, at]));
    return rows
      .flatMap((row) => {
        const why = likenessOf(own, row, mark);
        return why ? [{ row, why, rank: ranks[why.code], at: places.get(row.id) ?? looked }] : [];
      })
      .sort((a, b) => a.rank - b.rank || a.at - b.at)
      .slice(0, most)
      .map(({ row: { id: _inside, summary: _summary, ...open }, why }) => ({ ...open, why }));
  },
});

const alike = rememberOn(100, (shelf, text) => shelf.search(text, { k: looked, lends: false }));

const ranks = { concept: 0, family: 1, words: 2 };

function likenessOf(own: OpenRow, other: OpenRow, mark: ReturnType<typeof createHitMarker>): Likeness | null {
  if (own.concept === other.concept) return { code: "concept" };
  if (familyOf(own.concept).includes(other.concept)) return { code: "family" };
  const { title } = mark({ title: other.title });
  const words = new Set(title.map(({ start, end }) => other.title.slice(start, end)));
  // One word in common is chance.
  return words.size > 1 ? { code: "words", words: [...words].slice(0, mostWords) } : null;
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

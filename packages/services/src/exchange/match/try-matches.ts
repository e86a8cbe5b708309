import { figureSchema, postingContentSchema, postingRefSchema } from "@lilink/contract";
import { postingDraft } from "@lilink/db/schema";
import { LilinkError, toInputError } from "@lilink/model/error";
import { rankCandidates } from "@lilink/model/matching";
import { type PostingContent, toParts } from "@lilink/model/posting";
import { eq } from "drizzle-orm";
import { defineQuery } from "../../kernel/define.ts";
import { readWeights } from "../market/read-weights.ts";
import { openRelation, type StoredPosting, toMatchDocument } from "../market/to-match-document.ts";
import { loadOwnRow, ownPosting } from "../posting/load-posting-row.ts";
import { readOpenOnes } from "./read-open-ones.ts";

/** A live posting that answers a draft, by what everyone reads of it. */
export type TriedMatch = {
  readonly publicId: string;
  readonly title: string;
  readonly concept: string;
  readonly language: string;
  /** How many requirements are met, and how many are not told openly. */
  readonly met: number;
  readonly unknown: number;
};

const shown = 5;

/**
 * Ranks a draft against what everyone reads of live postings, and nothing else, whoever asks: a body whose proof is still being
 * checked learns no more than a visitor. Nothing is stored and nobody is told; each run counts as a probe. [PO20]
 */
export const tryMatches = defineQuery({
  name: "match.try",
  input: postingRefSchema,
  rate: "probe",
  authorize: { action: "posting.readOwn", resource: ownPosting },
  run: async (ctx, { publicId }): Promise<{ matches: readonly TriedMatch[]; near: number }> => {
    const row = await loadOwnRow(ctx, publicId);
    const [draft] = await ctx.db.select().from(postingDraft).where(eq(postingDraft.postingId, row.id));
    if (!draft) throw new LilinkError("NOT_FOUND");
    const content = toWhole(draft.content);
    if (!content) throw toInputError([{ field: "concept", rule: "required" }]);
    const stored: StoredPosting = {
      id: row.id,
      version: 0,
      kind: row.kind,
      concept: content.concept,
      language: content.language,
      organizationId: row.organizationId,
      wallKeys: [],
      useVersion: row.useVersion,
      validUntil: null,
      parts: toParts(content, draft.levels),
    };
    const candidates = await readOpenOnes(ctx, stored);
    const ranking = rankCandidates(
      toMatchDocument(stored, "owner"),
      toMatchDocument(stored, openRelation(stored)),
      candidates.map(({ posting }) => toMatchDocument(posting, "visitor")),
      { limit: shown, publicOf: (candidate) => candidate, weights: await readWeights(ctx) },
    );
    const found = new Map(candidates.map((one) => [one.posting.id, one]));
    const matches = ranking.matches.flatMap(({ id, result }) => {
      const one = found.get(id);
      const count = (verdict: string) =>
        result.verdicts.filter((judged) => judged.verdict === verdict).length;
      return one
        ? [
            {
              publicId: one.publicId,
              title: one.posting.parts[0]?.fields.title ?? "",
              concept: one.posting.concept,
              language: one.posting.language,
              met: count("pass"),
              unknown: count("unknown"),
            },
          ]
        : [];
    });
    return { matches, near: ranking.nearMisses.length };
  },
});

/** What of a draft is complete by itself; null without a concept. A half-typed field takes no part. */
function toWhole(typed: object): PostingContent | null {
  const given: Record<string, unknown> = { ...typed };
  const figures = Array.isArray(given.figures)
    ? given.figures.filter((figure) => figureSchema.safeParse(figure).success)
    : [];
  const fields = postingContentSchema.partial();
  const amiss = new Set(fields.safeParse({ ...given, figures }).error?.issues.map(({ path }) => path[0]));
  const sound = fields.parse(
    Object.fromEntries(Object.entries({ ...given, figures }).filter(([name]) => !amiss.has(name))),
  );
  const { concept, title = "", summary = "", language = "zh", ...rest } = sound;
  return concept ? { ...rest, concept, title, summary, language, figures } : null;
}

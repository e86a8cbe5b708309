import { publicIdSchema } from "@lilink/contract";
import type { WhyNotCode } from "@lilink/contract/rest";
import * as shape from "@lilink/contract/rest";
import { posting, postingHead } from "@lilink/db/schema";
import { judgePair, type MatchResult, rankCandidates, sideOf, type Verdict } from "@lilink/model/matching";
import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { requireOwn } from "../../ground/actor/own.ts";
import type { Context } from "../../kernel/context.ts";
import { defineQuery } from "../../kernel/define.ts";
import { placesPerPosting } from "../market/read-book.ts";
import { readDocuments } from "../market/read-documents.ts";
import { readWeights } from "../market/read-weights.ts";
import { logDisclosure } from "../posting/log-disclosure.ts";
import { type OpenReading, type PostingReading, readParts, toOpenReading } from "../posting/read-parts.ts";
import { loadMatchedRow, matchedRow } from "./load-matched-row.ts";
import { type PickedMatch, standOf } from "./pick-matches.ts";

export type WhyNot = {
  readonly code: WhyNotCode;
  readonly other: OpenReading | null;
  /** The hard requirements that fail, as the reader may read them. */
  readonly failing: readonly Verdict[];
  /** Its place in the ranked list, and how many there are. */
  readonly rank: { readonly place: number; readonly of: number } | null;
  /** Where the reader's posting stands with it; see MatchView. */
  readonly standing: { readonly place: number; readonly places: number } | null;
  /** How probable it is that both sides agree, where it was judged for this answer. */
  readonly score: number | null;
  readonly markReason: string | null;
};

const mostAnswers = 5;

/**
 * Answers for one posting, or for the live postings of one organization that the reader may know to be its own, why they
 * are not suggested: from what the reader may read, and from nothing else ([MK5]).
 */
export const explainMatch = defineQuery({
  name: "match.explain",
  input: z.object({
    publicId: publicIdSchema,
    other: publicIdSchema.optional(),
    organization: publicIdSchema.optional(),
  }),
  rate: "probe",
  rest: { tag: "matches", method: "GET", path: "/postings/{publicId}/why-not", output: shape.whyNot },
  authorize: { action: "match.read", resource: matchedRow },
  run: async (ctx, { publicId, other, organization }): Promise<{ answers: readonly WhyNot[] }> => {
    const own = await loadMatchedRow(ctx, publicId);
    const ids = [
      ...(other ? await findPosting(ctx, other) : []),
      ...(organization ? await findPostingsOf(ctx, organization) : []),
    ];
    const readings = await readParts(ctx, ids.slice(0, mostAnswers), ["live"]);
    const answers: WhyNot[] = [];
    for (const reading of readings) {
      const isOwn = await isOwnPosting(ctx, reading.id);
      if (reading.levels.includes("partner") && !isOwn) await logDisclosure(ctx, reading, "partner");
      const answer = {
        ...nothing,
        ...(isOwn ? { code: "own" as const } : await answerFor(ctx, own, reading)),
      };
      answers.push({ ...answer, other: toOpenReading(reading) });
    }
    return { answers: answers.length > 0 ? answers : [{ ...nothing, code: "unknown" }] };
  },
});

const nothing = {
  other: null,
  failing: [],
  rank: null,
  standing: null,
  score: null,
  markReason: null,
} as const;

type Answer = Pick<WhyNot, "code"> & Partial<Omit<WhyNot, "other">>;

async function answerFor(
  ctx: Context,
  own: Awaited<ReturnType<typeof loadMatchedRow>>,
  reading: PostingReading,
): Promise<Answer> {
  if (!own.live) return { code: "notLive" };
  if (!sideOf(own.kind, reading.kind)) return { code: "sameKind" };
  const stored = await findRow(ctx, own, reading.id);
  if (stored) return answerOfRow(stored);
  if (own.running) return { code: "running" };
  const [mine, theirs] = await readDocuments(ctx, [own.id, reading.id]);
  if (!mine || !theirs) return { code: "unknown" };
  const weights = await readWeights(ctx);
  const result = judgePair(mine.whole, theirs.whole, mine.open, theirs.open, weights);
  if (result.relation.code === "none") return { code: "apart", failing: failingOf(result) };
  if (result.breaksHard) return { code: "fails", failing: failingOf(result) };
  const isMatch = rankCandidates(mine.whole, mine.open, [theirs.whole], {
    limit: 1,
    publicOf: () => theirs.open,
    weights,
  }).matches.length;
  return { code: isMatch ? "notReached" : "low", score: result.score };
}

type Row = PickedMatch & { readonly at: number; readonly n: number };

function answerOfRow({ section, result, at, n, suggested, place, reason }: Row): Answer {
  if (section === "dismissed") return { code: "dismissed", markReason: reason };
  if (section === "nearMisses") return { code: "nearMiss", failing: failingOf(result) };
  const standing = place === null ? null : { place, places: placesPerPosting };
  return { code: suggested ? "suggested" : "ranked", rank: { place: at, of: n }, standing };
}

function failingOf({ verdicts }: MatchResult): Verdict[] {
  return verdicts.filter(({ hard, verdict }) => hard && verdict === "fail");
}

async function findRow(
  ctx: Context,
  own: { readonly id: string; readonly liveVersion: number | null },
  otherId: string,
): Promise<Row | undefined> {
  const { rows } = await ctx.db.execute<Row>(sql`
    with ${standOf(ctx, own)}, ranked as (
      select *, (row_number() over (partition by section order by score desc, public_id))::int as at,
        (count(*) over (partition by section))::int as n from stand)
    select * from ranked where posting_id = ${otherId}`);
  return rows[0];
}

async function isOwnPosting(ctx: Context, id: string): Promise<boolean> {
  const rows = await ctx.db
    .select({ id: posting.id })
    .from(posting)
    .where(and(eq(posting.id, id), eq(posting.organizationId, requireOwn(ctx))));
  return rows.length > 0;
}

async function findPosting(ctx: Context, publicId: string): Promise<string[]> {
  const rows = await ctx.db
    .select({ id: postingHead.postingId })
    .from(postingHead)
    .where(and(eq(postingHead.publicId, publicId), eq(postingHead.state, "published")));
  return rows.map(({ id }) => id);
}

/** Live postings in which the reader may read that they are this organization's; the newest first. */
async function findPostingsOf(ctx: Context, organization: string): Promise<string[]> {
  const { rows } = await ctx.db.execute<{ id: string }>(sql`
    select posting_id as id from posting_part
    where state = 'live' and not walled and fields -> 'identity' ->> 'publicId' = ${organization}
      and (valid_until is null or valid_until > ${ctx.now.toISOString()}::timestamptz)
    group by posting_id order by max(published_at) desc, posting_id limit ${mostAnswers}`);
  return rows.map(({ id }) => id);
}

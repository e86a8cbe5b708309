import { postingRefSchema, postingReturnSchema } from "@lilink/contract";
import { postingPart, postingReview } from "@lilink/db/schema";
import { toShanghaiDate } from "@lilink/model/calendar";
import { LilinkError } from "@lilink/model/error";
import { organizationOf, personOf } from "@lilink/model/policy";
import { postingEnd } from "@lilink/model/posting";
import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { listBarredReviews } from "../../ground/actor/barred.ts";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { loadPostingRow, type PostingRow } from "./load-posting-row.ts";
import { takeStance } from "./take-stance.ts";

/** Whoever sent it in, and everybody of the organization for which it was sent in, never decides on it ([PO8]). */
export function isOwnReview(ctx: Context, row: PostingRow): boolean {
  const person = personOf(ctx.actor);
  return row.organizationId === organizationOf(ctx.actor) || (person !== null && row.submittedBy === person);
}

/** For `authorize.resource`: whether the posting is the officer's own, or touches another body of theirs ([PL12]). */
export async function reviewable(ctx: Context, { publicId }: { readonly publicId: string }) {
  if (ctx.actor.kind === "anonymous") throw new LilinkError("NOT_SIGNED_IN");
  const row = await loadPostingRow(ctx, publicId);
  return { ownReview: isOwnReview(ctx, row), conflict: (await listBarredReviews(ctx)).has(row.id) };
}

/** An officer publishes the version under review; matching follows by a job written in this transaction. */
export const publishPosting = defineMutation({
  name: "posting.publish",
  input: postingRefSchema.extend({ note: z.string().trim().max(1000, "tooLong").optional() }),
  authorize: { action: "posting.review", resource: reviewable },
  run: async (ctx, input) => publishReviewed(ctx, input.publicId, input.note),
  audit: (_input, output) => output.noted,
});

/** An officer returns the version under review; the reasons name the criteria it fails. */
export const returnPosting = defineMutation({
  name: "posting.return",
  input: postingRefSchema.extend(postingReturnSchema.shape),
  authorize: { action: "posting.review", resource: reviewable },
  run: async (ctx, input) => returnReviewed(ctx, input.publicId, input),
  audit: (_input, output) => output.noted,
});

/** Publishes what waits, and answers what the log says of it. The caller has asked the policy. */
export async function publishReviewed(ctx: Context, publicId: string, note?: string) {
  const row = await loadPostingRow(ctx, publicId);
  // "By Friday" counts from the day on which it was handed in.
  const writtenOn = toShanghaiDate(row.submittedAt ?? ctx.now);
  const validUntil = postingEnd(ctx.now, row.validDays, await loadText(ctx, row), writtenOn);
  await record(ctx, row, "published", [], note ?? null);
  await takeStance(ctx, row);
  await decide(ctx, row, true, validUntil);
  await ctx.enqueue("posting.match", { postingId: row.id });
  await tellOwner(ctx, row, "published", `/postings/${row.publicId}`);
  return noteOf(row, "publish", { version: row.version });
}

/** The text under review as its officer reads it: one that is for its own organization alone ends nothing. */
async function loadText(ctx: Context, { id, version }: PostingRow): Promise<string> {
  const parts = await ctx.db
    .select({ fields: postingPart.fields })
    .from(postingPart)
    .where(and(eq(postingPart.postingId, id), eq(postingPart.version, version)));
  return parts.map(({ fields }) => fields.description ?? "").join("\n");
}

/** Returns what waits, as `publishReviewed` publishes it. */
export async function returnReviewed(
  ctx: Context,
  publicId: string,
  { criteria, reason }: z.output<typeof postingReturnSchema>,
) {
  const row = await loadPostingRow(ctx, publicId);
  await record(ctx, row, "returned", criteria, reason);
  await decide(ctx, row, false, null);
  await tellOwner(ctx, row, "returned", `/postings/${row.publicId}/edit`);
  return noteOf(row, "return", { criteria });
}

function noteOf(row: PostingRow, step: "publish" | "return", detail: Record<string, unknown>) {
  return {
    id: row.id,
    version: row.version,
    noted: { action: `posting.${step}`, subjectKind: "posting", subjectId: row.id, detail },
  };
}

async function tellOwner(ctx: Context, row: PostingRow, decision: "published" | "returned", path: string) {
  await ctx.enqueue("notice.deliver", {
    kind: `posting.${decision}`,
    causeKey: `${row.id}/${row.version}`,
    path,
    params: { title: row.title },
    postingId: row.id,
  });
  await ctx.announce({ topic: "posting", organizationId: row.organizationId, subjectId: row.id });
}

async function record(
  ctx: Context,
  row: PostingRow,
  decision: string,
  failedCriteria: string[],
  reason: string | null,
) {
  await ctx.db.insert(postingReview).values({
    id: ctx.newId(),
    postingId: row.id,
    organizationId: row.organizationId,
    version: row.version,
    decision,
    failedCriteria,
    reason,
    reviewedBy: personOf(ctx.actor),
    reviewedAt: ctx.now,
  });
}

/** The conditional update settles a race: of two officers one wins, the other hears that the state has moved on. */
async function decide(ctx: Context, row: PostingRow, publish: boolean, validUntil: Date | null) {
  const { rows } = await ctx.db.execute<{ done: boolean }>(
    sql`select app.decide_posting(${row.id}::uuid, ${row.version}::int, ${publish}, ${ctx.now.toISOString()}::timestamptz, ${validUntil?.toISOString() ?? null}::timestamptz) as done`,
  );
  if (rows[0]?.done !== true) throw new LilinkError("WRONG_STATE", { state: row.state });
}

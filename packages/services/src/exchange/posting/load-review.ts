import { postingRefSchema } from "@lilink/contract";
import { claim, organization, person, postingReview } from "@lilink/db/schema";
import { countWorkingDays } from "@lilink/model/calendar";
import { LilinkError } from "@lilink/model/error";
import { compareContents } from "@lilink/model/posting";
import { and, desc, eq, gt, or, sql } from "drizzle-orm";
import { readClaims } from "../../bodies/claim/read-claims.ts";
import type { Context } from "../../kernel/context.ts";
import { defineQuery } from "../../kernel/define.ts";
import { reviewable } from "./decide-review.ts";
import { loadPostingRow, type PostingRow } from "./load-posting-row.ts";
import { logDisclosure } from "./log-disclosure.ts";
import { readAudience } from "./read-audience.ts";
import { type PostingReading, readParts, toOpenReading } from "./read-parts.ts";

/** A version under review as the officer may read it. The reading is logged before it is given. */
export const loadReview = defineQuery({
  name: "posting.loadReview",
  input: postingRefSchema,
  authorize: { action: "posting.review", resource: reviewable },
  run: async (ctx, input) => {
    const row = await loadPostingRow(ctx, input.publicId);
    const [reading] = await readParts(ctx, [row.id], ["review"]);
    if (row.state !== "in_review" || !reading) throw new LilinkError("WRONG_STATE", { state: row.state });
    await logDisclosure(ctx, reading, "review");
    const [live] = await readParts(ctx, [row.id], ["live", "ended"]);
    const [owner] = await ctx.db
      .select({
        publicId: organization.publicId,
        name: organization.nameZh,
        nameEn: organization.nameEn,
        kind: organization.kind,
        status: organization.status,
        province: organization.province,
      })
      .from(organization)
      .where(eq(organization.id, row.organizationId));
    const names = [owner?.name, owner?.nameEn].filter((name) => name != null);
    const submittedAt = row.submittedAt ?? row.updatedAt;
    return {
      publicId: row.publicId,
      kind: row.kind,
      reading: toOpenReading(reading),
      ...(await readAudience(ctx, row.id, reading.version, names, row.kind)),
      owner: owner ?? null,
      submittedAt,
      workingDays: countWorkingDays(submittedAt, ctx.now),
      validDays: row.validDays,
      changeNote: await findChangeNote(ctx, row.id),
      claim: await findClaim(ctx, row),
      decisions: await listDecisions(ctx, row.id),
      compared: live ? { version: live.version, changes: compareReadings(live, reading) } : null,
    };
  },
});

/** Of the live version an officer reads the open levels alone: a side that is absent may also be one that is not open. */
function compareReadings(live: PostingReading, next: PostingReading) {
  const whole = ({ fields, concept }: PostingReading) => ({ ...fields, concept });
  return compareContents(whole(live), whole(next));
}

const newDays = 30;

/** The claim by which a body came, beside a first version: open, or approved of late. [PO23] */
async function findClaim(ctx: Context, row: PostingRow) {
  if (row.liveVersion !== null) return null;
  const of = eq(claim.organizationId, row.organizationId);
  const lately = gt(claim.decidedAt, new Date(ctx.now.getTime() - newDays * 86_400_000));
  const [found] = await readClaims(ctx, {
    where: and(of, or(eq(claim.state, "open"), and(eq(claim.state, "approved"), lately))),
    order: [desc(claim.createdAt)],
    limit: 1,
  });
  return found ?? null;
}

async function findChangeNote(ctx: Context, postingId: string): Promise<string | null> {
  const { rows } = await ctx.db.execute<{ note: string | null }>(
    sql`select app.change_note(${postingId}::uuid) as note`,
  );
  return rows[0]?.note ?? null;
}

function listDecisions(ctx: Context, postingId: string) {
  return ctx.db
    .select({
      version: postingReview.version,
      decision: postingReview.decision,
      failedCriteria: postingReview.failedCriteria,
      reason: postingReview.reason,
      reviewedAt: postingReview.reviewedAt,
      reviewedBy: person.name,
    })
    .from(postingReview)
    .leftJoin(person, eq(person.id, postingReview.reviewedBy))
    .where(eq(postingReview.postingId, postingId))
    .orderBy(desc(postingReview.reviewedAt), desc(postingReview.id));
}

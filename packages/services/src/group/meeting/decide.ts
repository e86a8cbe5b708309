import { decisionEndSchema, decisionWithdrawSchema, meetingDecisionSchema } from "@lilink/contract";
import { meeting, meetingDecision, meetingItem, organization } from "@lilink/db/schema";
import { toShanghaiDate } from "@lilink/model/calendar";
import { LilinkError, toInputError } from "@lilink/model/error";
import { and, eq, isNull } from "drizzle-orm";
import { impartialTo, listBarred } from "../../ground/actor/barred.ts";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { closeWatchItem } from "./close-watch-item.ts";
import { requireItem, requireMeeting } from "./meeting-row.ts";
import { findVote } from "./read-votes.ts";

/** For `authorize.resource`: whether its owner is an organization from which the officer stays away ([PL12]). */
export async function impartialDecision(ctx: Context, { publicId }: { readonly publicId: string }) {
  const [row] = await ctx.db
    .select({ owner: meetingDecision.ownerOrganizationId })
    .from(meetingDecision)
    .where(eq(meetingDecision.publicId, publicId));
  return { conflict: row !== undefined && (await listBarred(ctx)).has(row.owner) };
}

/** Takes a decision with its owner and its day; it is on the owner's desk at once. [ME3] */
export const recordDecision = defineMutation({
  name: "meeting.decide",
  input: meetingDecisionSchema,
  authorize: { action: "meeting.keep", resource: (ctx, input) => impartialTo(ctx, input.owner) },
  run: async (ctx, { publicId, position, text, owner, dueOn, vote }) => {
    if (dueOn < toShanghaiDate(ctx.now)) throw toInputError([{ field: "dueOn", rule: "dateInPast" }]);
    const { id: meetingId, title } = await requireMeeting(ctx, publicId, "decide");
    const itemId = await requireItem(ctx, meetingId, position);
    const [body] = await ctx.db
      .select({ id: organization.id })
      .from(organization)
      .where(and(eq(organization.publicId, owner), eq(organization.status, "verified")));
    if (!body) throw toInputError([{ field: "owner", rule: "notInList" }]);
    const voteId = vote === undefined ? null : await findVote(ctx, itemId, vote);
    if (vote !== undefined && voteId === null) throw toInputError([{ field: "vote", rule: "notInList" }]);
    const id = ctx.newId();
    const decision = ctx.newPublicId();
    await ctx.db.insert(meetingDecision).values({
      id,
      publicId: decision,
      itemId,
      text,
      ownerOrganizationId: body.id,
      dueOn,
      voteId,
      createdAt: ctx.now,
    });
    await closeWatchItem(ctx, itemId, text);
    await ctx.enqueue("notice.deliver", {
      kind: "meeting.decided",
      causeKey: `decision:${id}`,
      path: "/meetings#decisions",
      params: { title: text, meeting: title, dueOn },
      organizationId: body.id,
    });
    return { id, publicId: decision };
  },
  audit: (_input, { id }) => ({ subjectKind: "meeting_decision", subjectId: id }),
});

/** Its owner, or an officer, says that a decision is carried out and how; of two at once one is told it was done. */
export const endDecision = defineMutation({
  name: "meeting.endDecision",
  input: decisionEndSchema,
  authorize: { action: "meeting.endDecision", resource: impartialDecision },
  run: async (ctx, { publicId, note }) => {
    const [ended] = await ctx.db
      .update(meetingDecision)
      .set({ doneAt: ctx.now, doneNote: note })
      .where(openDecision(publicId))
      .returning({ id: meetingDecision.id });
    return ended ?? refuseDecision(ctx, publicId);
  },
  audit: (_input, { id }) => ({ subjectKind: "meeting_decision", subjectId: id }),
});

/** While the meeting is held an officer takes back what is not carried out yet: it stays in the meeting with the reason, leaves the desk, and its owner is told. [ME3] */
export const withdrawDecision = defineMutation({
  name: "meeting.withdrawDecision",
  input: decisionWithdrawSchema,
  authorize: { action: "meeting.keep", resource: impartialDecision },
  run: async (ctx, { publicId, reason }) => {
    await requireOpenDecision(ctx, publicId);
    const [taken] = await ctx.db
      .update(meetingDecision)
      .set({ withdrawnAt: ctx.now, withdrawnReason: reason })
      .where(openDecision(publicId))
      .returning({
        id: meetingDecision.id,
        text: meetingDecision.text,
        organizationId: meetingDecision.ownerOrganizationId,
      });
    if (!taken) return refuseDecision(ctx, publicId);
    await ctx.enqueue("notice.deliver", {
      kind: "meeting.withdrawn",
      causeKey: `decision:${taken.id}`,
      path: "/meetings#decisions",
      params: { title: taken.text, reason },
      organizationId: taken.organizationId,
    });
    return { id: taken.id };
  },
  audit: ({ reason }, { id }) => ({ subjectKind: "meeting_decision", subjectId: id, detail: { reason } }),
});

/** A decision that is neither carried out nor taken back. */
export const openDecision = (publicId: string) =>
  and(
    eq(meetingDecision.publicId, publicId),
    isNull(meetingDecision.doneAt),
    isNull(meetingDecision.withdrawnAt),
  );

/** The meeting, still held, of a decision that is still open. */
export async function requireOpenDecision(ctx: Context, publicId: string) {
  const [found] = await ctx.db
    .select({ meeting: meeting.publicId })
    .from(meetingDecision)
    .innerJoin(meetingItem, eq(meetingItem.id, meetingDecision.itemId))
    .innerJoin(meeting, eq(meeting.id, meetingItem.meetingId))
    .where(openDecision(publicId));
  return found ? requireMeeting(ctx, found.meeting, "decide") : refuseDecision(ctx, publicId);
}

async function refuseDecision(ctx: Context, publicId: string): Promise<never> {
  const [row] = await ctx.db
    .select({ id: meetingDecision.id })
    .from(meetingDecision)
    .where(eq(meetingDecision.publicId, publicId));
  throw new LilinkError(row ? "WRONG_STATE" : "NOT_FOUND");
}

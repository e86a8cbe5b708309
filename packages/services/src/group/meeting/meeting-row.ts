import { meeting, meetingItem } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import {
  type MeetingState,
  type MeetingStep,
  type MeetingWork,
  stateAfter,
  statesFor,
} from "@lilink/model/meeting";
import { and, eq, inArray } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";

/** The meeting of a public id if this reader may see it; it is locked until the transaction ends where a step is to follow. */
export async function requireMeeting(
  ctx: Context,
  publicId: string,
  act: MeetingStep | MeetingWork,
): Promise<{ readonly id: string; readonly title: string; readonly state: MeetingState }> {
  const [row] = await ctx.db
    .select({ id: meeting.id, title: meeting.title, state: meeting.state })
    .from(meeting)
    .where(eq(meeting.publicId, publicId))
    .for("update");
  const state = row?.state as MeetingState | undefined;
  if (!row || !state || !statesFor(act).includes(state)) throw await toRefusal(ctx, publicId);
  return { id: row.id, title: row.title, state };
}

/** Moves a meeting on, by one conditional update: of two who do it at once one is told of the state. [ME1] */
export async function moveMeeting(
  ctx: Context,
  publicId: string,
  act: MeetingStep | MeetingWork,
  set: Omit<Partial<typeof meeting.$inferInsert>, "state"> = {},
): Promise<string> {
  const [moved] = await ctx.db
    .update(meeting)
    .set({ ...set, ...stateAfter(act) })
    .where(and(eq(meeting.publicId, publicId), inArray(meeting.state, [...statesFor(act)])))
    .returning({ id: meeting.id });
  if (moved) return moved.id;
  throw await toRefusal(ctx, publicId);
}

/** A closed meeting cannot be locked any more, and one that the reader may not see is not there. */
async function toRefusal(ctx: Context, publicId: string): Promise<LilinkError> {
  const [row] = await ctx.db
    .select({ state: meeting.state })
    .from(meeting)
    .where(eq(meeting.publicId, publicId));
  return row ? new LilinkError("WRONG_STATE", { state: row.state }) : new LilinkError("NOT_FOUND");
}

export async function requireItem(ctx: Context, meetingId: string, position: number): Promise<string> {
  const [row] = await ctx.db
    .select({ id: meetingItem.id })
    .from(meetingItem)
    .where(and(eq(meetingItem.meetingId, meetingId), eq(meetingItem.position, position)));
  if (!row) throw new LilinkError("NOT_FOUND");
  return row.id;
}

import {
  meetingItemAddSchema,
  meetingItemNoteSchema,
  meetingMinutesSchema,
  meetingRefSchema,
  meetingSeatSchema,
} from "@lilink/contract";
import { meeting, meetingItem, meetingSeat, organization as organizations } from "@lilink/db/schema";
import { toShanghaiDate } from "@lilink/model/calendar";
import { LilinkError, toInputError } from "@lilink/model/error";
import { hasCome } from "@lilink/model/meeting";
import { and, type Column, eq, inArray, max, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { findSeats } from "./call-meeting.ts";
import { moveMeeting, requireItem, requireMeeting } from "./meeting-row.ts";
import { takeAgendaTurn } from "./put-on-agenda.ts";

const audit = (_input: unknown, { id }: { readonly id: string }) => ({
  subjectKind: "meeting",
  subjectId: id,
});

/** Another point of the agenda, at its end. */
export const addItem = defineMutation({
  name: "meeting.addItem",
  input: meetingItemAddSchema,
  authorize: { action: "meeting.keep" },
  run: async (ctx, { publicId, title }) => {
    const { id } = await requireMeeting(ctx, publicId, "plan");
    await takeAgendaTurn(ctx);
    const [last] = await ctx.db
      .select({ position: max(meetingItem.position) })
      .from(meetingItem)
      .where(eq(meetingItem.meetingId, id));
    const position = (last?.position ?? 0) + 1;
    await ctx.db.insert(meetingItem).values({ id: ctx.newId(), meetingId: id, position, title });
    return { id, position };
  },
  audit,
});

/** What was said to a point of the agenda, for whoever saw what stood there. [ME1] */
export const noteItem = defineMutation({
  name: "meeting.noteItem",
  input: meetingItemNoteSchema,
  authorize: { action: "meeting.keep" },
  run: async (ctx, { publicId, position, notes, seen }) => {
    const { id } = await requireMeeting(ctx, publicId, "plan");
    const itemId = await requireItem(ctx, id, position);
    const written = await ctx.db
      .update(meetingItem)
      .set({ notes })
      .where(and(eq(meetingItem.id, itemId), isSeen(meetingItem.notes, seen, notes)))
      .returning({ id: meetingItem.id });
    if (written.length === 0) throw new LilinkError("CONFLICT");
    return { id };
  },
  audit,
});

/** The minutes as far as they are written; whoever keeps the meeting alone reads them until it is closed. [ME1] */
export const noteMinutes = defineMutation({
  name: "meeting.noteMinutes",
  input: meetingMinutesSchema,
  authorize: { action: "meeting.keep" },
  run: async (ctx, { publicId, minutes, seen }) => {
    const { id } = await requireMeeting(ctx, publicId, "plan");
    const written = await ctx.db
      .update(meeting)
      .set({ minutes })
      .where(and(eq(meeting.id, id), isSeen(meeting.minutes, seen, minutes)))
      .returning({ id: meeting.id });
    if (written.length === 0) throw new LilinkError("CONFLICT");
    return { id };
  },
  audit,
});

/** Whether a text is still the one that its writer saw, or already the one to be written: its answer may have been lost. */
function isSeen(column: Column, seen: string, next: string) {
  return inArray(sql`coalesce(${column}, '')`, [seen, next]);
}

export const addSeat = defineMutation({
  name: "meeting.addSeat",
  input: meetingSeatSchema,
  authorize: { action: "meeting.keep" },
  run: async (ctx, { publicId, organization }) => {
    const { id } = await requireMeeting(ctx, publicId, "seat");
    for (const organizationId of await findSeats(ctx, [organization]))
      await ctx.db.insert(meetingSeat).values({ meetingId: id, organizationId }).onConflictDoNothing();
    return { id };
  },
  audit,
});

/** Whoever loses the seat reads nothing of the meeting from then on. */
export const removeSeat = defineMutation({
  name: "meeting.removeSeat",
  input: meetingSeatSchema,
  authorize: { action: "meeting.keep" },
  run: async (ctx, { publicId, organization }) => {
    const { id } = await requireMeeting(ctx, publicId, "seat");
    // Whatever has become of it since: a suspended body is taken off too.
    const body = ctx.db
      .select({ id: organizations.id })
      .from(organizations)
      .where(eq(organizations.publicId, organization));
    await ctx.db
      .delete(meetingSeat)
      .where(and(eq(meetingSeat.meetingId, id), inArray(meetingSeat.organizationId, body)));
    return { id };
  },
  audit,
});

/** The meeting has begun: from now on decisions are taken. Its agenda is printed as it now stands. [ME1], [ME6] */
export const holdMeeting = defineMutation({
  name: "meeting.hold",
  input: meetingRefSchema,
  authorize: { action: "meeting.keep" },
  run: async (ctx, { publicId }) => {
    await requireDay(ctx, publicId);
    const id = await moveMeeting(ctx, publicId, "hold");
    await ctx.enqueue("meeting.print", { meetingId: id, kind: "agenda" });
    return { id };
  },
  audit,
});

/** @throws LilinkError INVALID_INPUT where the day of the meeting has not come. [ME1] */
async function requireDay(ctx: Context, publicId: string): Promise<void> {
  const [row] = await ctx.db
    .select({ heldAt: meeting.heldAt })
    .from(meeting)
    .where(eq(meeting.publicId, publicId));
  if (row && !hasCome(row.heldAt, ctx.now))
    throw toInputError([{ field: "heldAt", rule: "dateTooFar", params: { max: toShanghaiDate(ctx.now) } }]);
}

/** The minutes are final; they are printed with the decisions and the board as it stood. [ME1] */
export const closeMeeting = defineMutation({
  name: "meeting.close",
  input: meetingRefSchema,
  authorize: { action: "meeting.keep" },
  run: async (ctx, { publicId }) => {
    const id = await moveMeeting(ctx, publicId, "close", { closedAt: ctx.now });
    await ctx.enqueue("meeting.print", { meetingId: id, kind: "minutes" });
    return { id };
  },
  audit,
});

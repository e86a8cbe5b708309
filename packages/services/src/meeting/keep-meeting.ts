import {
  meetingCloseSchema,
  meetingItemAddSchema,
  meetingItemNoteSchema,
  meetingMinutesSchema,
  meetingRefSchema,
  meetingSeatSchema,
} from "@lilink/contract";
import { meetingItem, meetingSeat, organization as organizations } from "@lilink/db/schema";
import { and, eq, inArray, max } from "drizzle-orm";
import type { Context } from "../kernel/context.ts";
import { defineMutation } from "../kernel/define.ts";
import { findSeats } from "./call-meeting.ts";
import { moveMeeting, requireItem, requireMeeting } from "./meeting-row.ts";

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

/** What was said to a point of the agenda. */
export const noteItem = defineMutation({
  name: "meeting.noteItem",
  input: meetingItemNoteSchema,
  authorize: { action: "meeting.keep" },
  run: async (ctx, { publicId, ...item }) => ({ id: await writeNotes(ctx, publicId, item) }),
  audit,
});

async function writeNotes(
  ctx: Context,
  publicId: string,
  { position, notes }: { readonly position: number; readonly notes: string },
): Promise<string> {
  const { id } = await requireMeeting(ctx, publicId, "plan");
  const itemId = await requireItem(ctx, id, position);
  await ctx.db.update(meetingItem).set({ notes }).where(eq(meetingItem.id, itemId));
  return id;
}

/** The minutes as far as they are written; whoever keeps the meeting alone reads them until it is closed. */
export const noteMinutes = defineMutation({
  name: "meeting.noteMinutes",
  input: meetingMinutesSchema,
  authorize: { action: "meeting.keep" },
  run: async (ctx, { publicId, minutes }) => ({ id: await moveMeeting(ctx, publicId, "plan", { minutes }) }),
  audit,
});

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
    const id = await moveMeeting(ctx, publicId, "hold", { state: "held" });
    await ctx.enqueue("meeting.print", { meetingId: id, kind: "agenda" });
    return { id };
  },
  audit,
});

/** The minutes are final; they are printed with the decisions and the board as it stood. [ME1] */
export const closeMeeting = defineMutation({
  name: "meeting.close",
  input: meetingCloseSchema,
  authorize: { action: "meeting.keep" },
  run: async (ctx, { publicId, minutes, notes }) => {
    for (const one of notes) await writeNotes(ctx, publicId, one);
    const id = await moveMeeting(ctx, publicId, "close", { state: "closed", minutes, closedAt: ctx.now });
    await ctx.enqueue("meeting.print", { meetingId: id, kind: "minutes" });
    return { id };
  },
  audit,
});

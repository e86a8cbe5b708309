import { meetingCancelSchema, meetingEditSchema } from "@lilink/contract";
import { meetingSeat } from "@lilink/db/schema";
import { eq } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { requireToCome } from "./call-meeting.ts";
import { moveMeeting } from "./meeting-row.ts";
import { takeSnapshot } from "./snapshot.ts";

/** Another name, hour or place before it begins, perhaps with the board of today; whoever sits in it is told. [ME1], [ME2] */
export const editMeeting = defineMutation({
  name: "meeting.edit",
  input: meetingEditSchema,
  authorize: { action: "meeting.keep" },
  run: async (ctx, { publicId, title, heldAt, venue, freeze }) => {
    requireToCome(ctx, heldAt);
    const board = freeze ? await takeSnapshot(ctx) : {};
    const id = await moveMeeting(ctx, publicId, "edit", { title, heldAt, venue: venue || null, ...board });
    for (const kind of freeze ? (["agenda", "board"] as const) : (["agenda"] as const))
      await ctx.enqueue("meeting.print", { meetingId: id, kind });
    await tellSeats(ctx, id, { publicId, cause: `edited:${ctx.now.toISOString()}` });
    return { id };
  },
  audit: (_input, { id }) => ({ subjectKind: "meeting", subjectId: id }),
});

/** A meeting that will not take place; it stays in the list with the reason, and whoever sits in it is told. [ME1] */
export const cancelMeeting = defineMutation({
  name: "meeting.cancel",
  input: meetingCancelSchema,
  authorize: { action: "meeting.keep" },
  run: async (ctx, { publicId, reason }) => {
    const id = await moveMeeting(ctx, publicId, "cancel", { reason });
    await tellSeats(ctx, id, { publicId, cause: "cancelled" });
    return { id };
  },
  audit: ({ reason }, { id }) => ({ subjectKind: "meeting", subjectId: id, detail: { reason } }),
});

async function tellSeats(
  ctx: Context,
  meetingId: string,
  { publicId, cause }: { readonly publicId: string; readonly cause: string },
): Promise<void> {
  const seats = await ctx.db
    .select({ organizationId: meetingSeat.organizationId })
    .from(meetingSeat)
    .where(eq(meetingSeat.meetingId, meetingId));
  for (const { organizationId } of seats)
    await ctx.enqueue("notice.deliver", {
      kind: "meeting.changed",
      causeKey: `meeting.changed:${meetingId}:${cause}`,
      path: `/meetings/${publicId}`,
      params: {},
      organizationId,
    });
}

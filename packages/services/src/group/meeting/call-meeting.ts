import { meetingCallSchema } from "@lilink/contract";
import { meeting, meetingItem, meetingSeat, organization } from "@lilink/db/schema";
import { toShanghaiDate } from "@lilink/model/calendar";
import { toInputError } from "@lilink/model/error";
import { loadGoal } from "@lilink/model/goals";
import { meetingMachine } from "@lilink/model/meeting";
import { organizationOf, personOf } from "@lilink/model/policy";
import { and, eq, inArray } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { putOnAgenda } from "./put-on-agenda.ts";
import { takeSnapshot } from "./snapshot.ts";

/** An officer calls a meeting: the board freezes for it, its goals become the agenda, its papers go to print. [ME2] */
export const callMeeting = defineMutation({
  name: "meeting.convene",
  input: meetingCallSchema,
  authorize: { action: "meeting.keep" },
  run: async (ctx, { title, heldAt, venue, goals, seats }) => {
    requireToCome(ctx, heldAt);
    const seated = await findSeats(ctx, seats);
    const { releaseId, snapshot } = await takeSnapshot(ctx);
    const id = ctx.newId();
    const publicId = ctx.newPublicId();
    await ctx.db.insert(meeting).values({
      id,
      publicId,
      title,
      heldAt,
      venue: venue || null,
      state: meetingMachine.start,
      releaseId,
      snapshot,
      calledBy: personOf(ctx.actor),
      createdAt: ctx.now,
    });
    const agenda = [...new Set(goals)].map((goal, at) => ({
      id: ctx.newId(),
      meetingId: id,
      position: at + 1,
      goal,
      title: loadGoal(goal).statement.zh,
    }));
    if (agenda.length > 0) await ctx.db.insert(meetingItem).values(agenda);
    await putOnAgenda(ctx);
    if (seated.length > 0)
      await ctx.db
        .insert(meetingSeat)
        .values(seated.map((organizationId) => ({ meetingId: id, organizationId })));
    for (const kind of ["agenda", "board"] as const)
      await ctx.enqueue("meeting.print", { meetingId: id, kind });
    for (const organizationId of seated)
      await ctx.enqueue("notice.deliver", {
        kind: "meeting.called",
        causeKey: `meeting.called:${id}`,
        path: `/meetings/${publicId}`,
        params: { title },
        organizationId,
      });
    return { id, publicId };
  },
  audit: (_input, { id }) => ({ subjectKind: "meeting", subjectId: id }),
});

/** A meeting is called for today or a later day. [ME1] */
export function requireToCome(ctx: Context, heldAt: Date): void {
  if (toShanghaiDate(heldAt) < toShanghaiDate(ctx.now))
    throw toInputError([{ field: "heldAt", rule: "dateInPast" }]);
}

/** The ids of verified organizations; the secretariat sits in every meeting without a seat. */
export async function findSeats(ctx: Context, publicIds: readonly string[]): Promise<readonly string[]> {
  if (publicIds.length === 0) return [];
  const rows = await ctx.db
    .select({ id: organization.id, publicId: organization.publicId })
    .from(organization)
    .where(and(inArray(organization.publicId, [...publicIds]), eq(organization.status, "verified")));
  const unknown = publicIds.filter((publicId) => !rows.some((row) => row.publicId === publicId));
  if (unknown.length > 0) throw toInputError([{ field: "seats", rule: "notInList" }]);
  return rows.map(({ id }) => id).filter((id) => id !== organizationOf(ctx.actor));
}

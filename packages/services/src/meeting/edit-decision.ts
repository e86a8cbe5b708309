import { decisionEditSchema } from "@lilink/contract";
import { meeting, meetingDecision, meetingItem } from "@lilink/db/schema";
import { toShanghaiDate } from "@lilink/model/calendar";
import { LilinkError, toInputError } from "@lilink/model/error";
import { and, eq } from "drizzle-orm";
import { defineMutation } from "../kernel/define.ts";
import { impartialDecision, openDecision, refuseDecision } from "./decide.ts";
import { requireMeeting } from "./meeting-row.ts";

/** Other words or another day of a decision while its meeting is held; its owner stays and is told. [ME3] */
export const editDecision = defineMutation({
  name: "meeting.editDecision",
  input: decisionEditSchema,
  authorize: { action: "meeting.keep", resource: impartialDecision },
  run: async (ctx, { publicId, version, text, dueOn }) => {
    if (dueOn < toShanghaiDate(ctx.now)) throw toInputError([{ field: "dueOn", rule: "dateInPast" }]);
    const [found] = await ctx.db
      .select({ meeting: meeting.publicId })
      .from(meetingDecision)
      .innerJoin(meetingItem, eq(meetingItem.id, meetingDecision.itemId))
      .innerJoin(meeting, eq(meeting.id, meetingItem.meetingId))
      .where(openDecision(publicId));
    if (!found) return refuseDecision(ctx, publicId);
    const { title } = await requireMeeting(ctx, found.meeting, "decide");
    const [edited] = await ctx.db
      .update(meetingDecision)
      .set({ text, dueOn, version: version + 1 })
      .where(and(openDecision(publicId), eq(meetingDecision.version, version)))
      .returning({ id: meetingDecision.id, organizationId: meetingDecision.ownerOrganizationId });
    if (!edited) throw new LilinkError("CONFLICT");
    await ctx.enqueue("notice.deliver", {
      kind: "meeting.amended",
      causeKey: `decision:${edited.id}:${version + 1}`,
      path: "/meetings#decisions",
      params: { title: text, meeting: title, dueOn },
      organizationId: edited.organizationId,
    });
    return { id: edited.id };
  },
  audit: (_input, { id }) => ({ subjectKind: "meeting_decision", subjectId: id }),
});

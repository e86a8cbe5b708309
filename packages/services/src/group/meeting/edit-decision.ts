import { decisionEditSchema } from "@lilink/contract";
import { meetingDecision } from "@lilink/db/schema";
import { toShanghaiDate } from "@lilink/model/calendar";
import { LilinkError, toInputError } from "@lilink/model/error";
import { and, eq } from "drizzle-orm";
import { defineMutation } from "../../kernel/define.ts";
import { impartialDecision, openDecision, requireOpenDecision } from "./decide.ts";

/** Other words or another day of a decision while its meeting is held; its owner stays and is told. [ME3] */
export const editDecision = defineMutation({
  name: "meeting.editDecision",
  input: decisionEditSchema,
  authorize: { action: "meeting.keep", resource: impartialDecision },
  run: async (ctx, { publicId, version, text, dueOn }) => {
    if (dueOn < toShanghaiDate(ctx.now)) throw toInputError([{ field: "dueOn", rule: "dateInPast" }]);
    const { title } = await requireOpenDecision(ctx, publicId);
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

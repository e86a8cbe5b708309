import { meetingDecision } from "@lilink/db/schema";
import { organizationOf } from "@lilink/model/policy";
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { defineQuery } from "../../kernel/define.ts";

/** The decisions that the own organization is to carry out, open ones first, by their day. [ME3] */
export const listOwnDecisions = defineQuery({
  name: "meeting.ownDecisions",
  input: z.object({}),
  authorize: { action: "meeting.read" },
  run: async (ctx) =>
    ctx.db
      .select({
        publicId: meetingDecision.publicId,
        text: meetingDecision.text,
        dueOn: meetingDecision.dueOn,
        doneAt: meetingDecision.doneAt,
        doneNote: meetingDecision.doneNote,
      })
      .from(meetingDecision)
      .where(
        and(
          eq(meetingDecision.ownerOrganizationId, organizationOf(ctx.actor) ?? ""),
          isNull(meetingDecision.withdrawnAt),
        ),
      )
      .orderBy(
        sql`${meetingDecision.doneAt} is not null`,
        asc(meetingDecision.dueOn),
        asc(meetingDecision.id),
      )
      .limit(100),
});

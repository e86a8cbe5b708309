import { askAssignmentSchema } from "@lilink/contract";
import { fundAssignment } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { personOf } from "@lilink/model/policy";
import { and, eq, isNull } from "drizzle-orm";
import { defineMutation } from "../../kernel/define.ts";
import { requireCall } from "../call/read-calls.ts";

/** Asks for reviewers of every eligible application of a call that lacks some; the worker finds them. [FU15] */
export const askAssignment = defineMutation({
  name: "fund.askReviewers",
  input: askAssignmentSchema,
  authorize: { action: "fund.keep" },
  run: async (ctx, { call: publicId }) => {
    const call = await requireCall(ctx, publicId);
    if (call.openedAt === null || call.state !== "published")
      throw new LilinkError("WRONG_STATE", { state: call.phase });
    const running = await ctx.db.$count(
      fundAssignment,
      and(eq(fundAssignment.callId, call.id), isNull(fundAssignment.endedAt)),
    );
    if (running > 0) throw new LilinkError("WRONG_STATE", { state: "running" });
    const id = ctx.newId();
    await ctx.db.insert(fundAssignment).values({
      id,
      publicId: ctx.newPublicId(),
      callId: call.id,
      askedBy: personOf(ctx.actor),
      askedAt: ctx.now,
    });
    await ctx.enqueue("fund.assign", { assignmentId: id });
    return { id };
  },
  audit: (_input, { id }) => ({ subjectKind: "fund_assignment", subjectId: id }),
});

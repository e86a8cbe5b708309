import { jobPayloads } from "@lilink/contract";
import { figureRelease } from "@lilink/db/schema";
import { releaseMachine } from "@lilink/model/goals/release";
import { and, eq } from "drizzle-orm";
import { defineMutation } from "../../kernel/define.ts";
import { standsFor } from "../../kernel/stands-for.ts";

/** Marks a release that cannot be made, so that an officer may ask anew; nothing of it was written. [RL4] */
export const failRelease = defineMutation({
  name: "release.make",
  input: jobPayloads["release.make"],
  authorize: { action: "release.make" },
  run: async (ctx, { releaseId }) => {
    await ctx.db
      .update(figureRelease)
      .set({ state: releaseMachine.steps.fail.to })
      .where(and(eq(figureRelease.id, releaseId), standsFor(figureRelease.state, releaseMachine, "fail")));
    return { id: releaseId };
  },
  audit: (_input, { id }) => ({
    subjectKind: "release",
    subjectId: id,
    detail: { state: releaseMachine.steps.fail.to },
  }),
});

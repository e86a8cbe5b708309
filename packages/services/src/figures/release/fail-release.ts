import { jobPayloads } from "@lilink/contract";
import { figureRelease } from "@lilink/db/schema";
import { and, eq } from "drizzle-orm";
import { defineMutation } from "../../kernel/define.ts";

/** Marks a release that cannot be made, so that an officer may ask anew; nothing of it was written. [RL4] */
export const failRelease = defineMutation({
  name: "release.make",
  input: jobPayloads["release.make"],
  authorize: { action: "release.make" },
  run: async (ctx, { releaseId }) => {
    await ctx.db
      .update(figureRelease)
      .set({ state: "failed" })
      .where(and(eq(figureRelease.id, releaseId), eq(figureRelease.state, "making")));
    return { id: releaseId };
  },
  audit: (_input, { id }) => ({ subjectKind: "release", subjectId: id, detail: { state: "failed" } }),
});

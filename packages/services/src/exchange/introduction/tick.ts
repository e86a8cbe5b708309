import { jobPayloads } from "@lilink/contract";
import { introduction } from "@lilink/db/schema";
import { introductionMachine } from "@lilink/model/introduction";
import { and, lt } from "drizzle-orm";
import { defineMutation } from "../../kernel/define.ts";
import { standsFor } from "../../kernel/stands-for.ts";
import { tellSide } from "./tell-side.ts";

/** Expires what was not answered in time ([IN2]). The clock of duties sends the reminder before. */
export const tickIntroductions = defineMutation({
  name: "introduction.tick",
  input: jobPayloads["introduction.tick"],
  authorize: { action: "introduction.tick" },
  run: async (ctx) => {
    const expired = await ctx.db
      .update(introduction)
      .set({ state: introductionMachine.steps.expire.to })
      .where(
        and(standsFor(introduction.state, introductionMachine, "expire"), lt(introduction.dueAt, ctx.now)),
      )
      .returning({ id: introduction.id, publicId: introduction.publicId });
    for (const row of expired) {
      await tellSide(ctx, row, "asking", "introduction.expired");
      await tellSide(ctx, row, "asked", "introduction.expired");
    }
    return { expired: expired.length };
  },
  audit: () => null,
});

import { releaseAskSchema } from "@lilink/contract";
import { figureRelease, returnRound } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { releaseMachine } from "@lilink/model/goals/release";
import { isDue } from "@lilink/model/goals/release/making";
import { personOf } from "@lilink/model/policy";
import { parsePeriod } from "@lilink/model/return";
import { desc, eq } from "drizzle-orm";
import { defineMutation } from "../../kernel/define.ts";
import { definitionsInForce } from "../definition/definitions-in-force.ts";

/**
 * An officer asks for a release of what is verified of a round by now; the worker makes it. A second asks in vain while
 * one is being made, and before any figure of the period is due. [RL5], [RL6]
 */
export const askRelease = defineMutation({
  name: "release.ask",
  input: releaseAskSchema,
  authorize: { action: "release.ask" },
  run: async (ctx, { round, audience }) => {
    const [found] = await ctx.db
      .select({ id: returnRound.id, period: returnRound.period })
      .from(returnRound)
      .where(eq(returnRound.publicId, round));
    const period = found ? parsePeriod(found.period) : null;
    if (!found || !period) throw new LilinkError("NOT_FOUND");
    const definitions = await definitionsInForce(ctx, period.id);
    if (!definitions.some((one) => one.frequency === period.frequency && isDue(one, period, ctx.now)))
      throw new LilinkError("WRONG_STATE", { state: "notDue" });
    const [last] = await ctx.db
      .select({ edition: figureRelease.edition, state: figureRelease.state })
      .from(figureRelease)
      .where(eq(figureRelease.roundId, found.id))
      .orderBy(desc(figureRelease.edition))
      .limit(1);
    if (last && last.state === releaseMachine.start)
      throw new LilinkError("WRONG_STATE", { state: last.state });
    const id = ctx.newId();
    const publicId = ctx.newPublicId();
    // Two who ask at once take the same edition, of which there is one: the second is told of a conflict.
    await ctx.db.insert(figureRelease).values({
      id,
      publicId,
      roundId: found.id,
      period: period.id,
      edition: (last?.edition ?? 0) + 1,
      audience,
      state: releaseMachine.start,
      askedBy: personOf(ctx.actor),
      createdAt: ctx.now,
    });
    await ctx.enqueue("release.make", { releaseId: id });
    return { id, publicId };
  },
  audit: ({ audience }, { id }) => ({ subjectKind: "release", subjectId: id, detail: { audience } }),
});

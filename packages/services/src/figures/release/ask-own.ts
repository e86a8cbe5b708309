import { jobPayloads } from "@lilink/contract";
import { figureRelease, returnRound } from "@lilink/db/schema";
import { releaseMachine } from "@lilink/model/goals/release";
import { isDue } from "@lilink/model/goals/release/making";
import { parsePeriod } from "@lilink/model/return";
import { eq, isNull } from "drizzle-orm";
import { defineMutation } from "../../kernel/define.ts";
import { definitionsInForce } from "../definition/definitions-in-force.ts";

/**
 * The exchange releases what it counts of itself, each quarter and half year, as soon as it is due: of rounds that have no
 * release yet, without the figures that firms return. What an officer releases later is the next edition. [RL17]
 */
export const askOwn = defineMutation({
  name: "release.own",
  input: jobPayloads["release.own"],
  authorize: { action: "release.make" },
  run: async (ctx) => {
    const rounds = await ctx.db
      .select({ id: returnRound.id, period: returnRound.period })
      .from(returnRound)
      .leftJoin(figureRelease, eq(figureRelease.roundId, returnRound.id))
      .where(isNull(figureRelease.id));
    let asked = 0;
    for (const round of rounds) {
      const period = parsePeriod(round.period);
      if (!period) continue;
      const own = (await definitionsInForce(ctx, period.id)).filter(
        (one) =>
          one.basis === "platform" && one.frequency === period.frequency && isDue(one, period, ctx.now),
      );
      if (own.length === 0) continue;
      const id = ctx.newId();
      await ctx.db.insert(figureRelease).values({
        id,
        publicId: ctx.newPublicId(),
        roundId: round.id,
        period: period.id,
        edition: 1,
        audience: "everyone",
        state: releaseMachine.start,
        own: true,
        createdAt: ctx.now,
      });
      await ctx.enqueue("release.make", { releaseId: id });
      asked++;
    }
    return { asked };
  },
  audit: (_input, { asked }) =>
    asked === 0 ? null : { subjectKind: "release", subjectId: null, detail: { asked } },
});

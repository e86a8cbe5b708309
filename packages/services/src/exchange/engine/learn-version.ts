import { jobPayloads } from "@lilink/contract";
import { engineVersion } from "@lilink/db/schema";
import { toShanghaiDate } from "@lilink/model/calendar";
import { featureNames, handWeights, learnWeights, type MatchWeights, toVector } from "@lilink/model/matching";
import { count, desc, eq, like } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { readWeights } from "../market/read-weights.ts";
import { countAnswers } from "./count-answers.ts";
import { readSlates } from "./read-slates.ts";
import { reportVersion } from "./report-version.ts";

/**
 * Learns a weight set from all answers given so far and proposes it with its report; nothing is ranked with it until it is
 * adopted ([MT46], [MT47]). Proposes nothing where nothing new was learned.
 */
export const learnVersion = defineMutation({
  name: "engine.learn",
  input: jobPayloads["engine.learn"],
  authorize: { action: "engine.learn" },
  run: async (ctx) => {
    const answers = await countAnswers(ctx);
    const counts = { kinds: answers.cells.length, kindsLeftOut: answers.cellsLeftOut };
    const version = await nameVersion(ctx);
    const learned = learnWeights(answers.cells, { prior: handWeights, version });
    const inUse = await readWeights(ctx);
    const known = [inUse, await readLastProposed(ctx)];
    if (learned.cellsUsed === 0 || known.some((one) => one && isAlike(one, learned.weights)))
      return { proposed: null, report: null, ...counts };
    const report = await reportVersion(answers, learned, inUse, readSlates(ctx));
    await ctx.db.insert(engineVersion).values({
      version,
      rules: handWeights.version,
      comparedWith: inUse.version,
      weights: learned.weights,
      report,
      madeAt: ctx.now,
    });
    return { proposed: version, ...counts, report };
  },
  audit: (_input, { proposed, kinds }) =>
    proposed === null
      ? null
      : { subjectKind: "engine_version", subjectId: null, detail: { version: proposed, kinds } },
});

/** Versions are called by the day on which they were learned. */
async function nameVersion(ctx: Context): Promise<string> {
  const day = `learned-${toShanghaiDate(ctx.now)}`;
  const [row] = await ctx.db
    .select({ count: count() })
    .from(engineVersion)
    .where(like(engineVersion.version, `${day}%`));
  return `${day}-${(row?.count ?? 0) + 1}`;
}

async function readLastProposed(ctx: Context): Promise<MatchWeights | undefined> {
  const [row] = await ctx.db
    .select({ weights: engineVersion.weights })
    .from(engineVersion)
    .where(eq(engineVersion.rules, handWeights.version))
    .orderBy(desc(engineVersion.madeAt), desc(engineVersion.version))
    .limit(1);
  return row?.weights;
}

/** Weights that differ by less than can be seen in a score. */
function isAlike(one: MatchWeights, other: MatchWeights): boolean {
  const [left, right] = [toVector(one), toVector(other)];
  return featureNames.every((_, at) => Math.abs((left[at] ?? 0) - (right[at] ?? 0)) < 1e-3);
}

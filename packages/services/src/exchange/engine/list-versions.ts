import { engineDecision, engineVersion, person } from "@lilink/db/schema";
import { examplePairs, featureNames, handWeights, toVector } from "@lilink/model/matching";
import { can } from "@lilink/model/policy";
import { desc, eq } from "drizzle-orm";
import { z } from "zod";
import { defineQuery } from "../../kernel/define.ts";
import { readWeights } from "../market/read-weights.ts";
import type { VersionReport } from "./report-version.ts";

/** `outdated`: learned under rules that this build no longer judges by. */
export type VersionState = "inUse" | "proposed" | "decided" | "outdated";

export type EngineDecisionView = {
  readonly version: string;
  readonly adopted: boolean;
  readonly reason: string;
  readonly by: string | null;
  readonly at: Date;
};

export type EngineVersionView = {
  readonly version: string;
  readonly state: VersionState;
  /** Null for the weights set by hand, which were not learned. */
  readonly learned: {
    readonly madeAt: Date;
    readonly comparedWith: string;
    readonly report: VersionReport;
  } | null;
};

const shown = 36;

/** What the engine ranks with, weight by weight, what it proposes and what it was, newest first, with every decision ([MT47]). */
export const listEngineVersions = defineQuery({
  name: "engine.list",
  input: z.object({}),
  authorize: { action: "engine.read" },
  run: async (ctx) => {
    const ranking = await readWeights(ctx);
    const inUse = ranking.version;
    const vector = toVector(ranking);
    const weights = featureNames.map((name, at) => ({ name, weight: vector[at] ?? 0 }));
    const rows = await ctx.db
      .select()
      .from(engineVersion)
      .orderBy(desc(engineVersion.madeAt), desc(engineVersion.version))
      .limit(shown);
    const decisions: EngineDecisionView[] = await ctx.db
      .select({
        version: engineDecision.version,
        adopted: engineDecision.adopted,
        reason: engineDecision.reason,
        by: person.name,
        at: engineDecision.decidedAt,
      })
      .from(engineDecision)
      .leftJoin(person, eq(person.id, engineDecision.decidedBy))
      .orderBy(desc(engineDecision.decidedAt), desc(engineDecision.id))
      .limit(shown);
    const decided = new Set(decisions.map(({ version }) => version));
    const stateOf = (version: string, rules: string): VersionState => {
      if (version === inUse) return "inUse";
      if (rules !== handWeights.version) return "outdated";
      return decided.has(version) ? "decided" : "proposed";
    };
    const learned = rows.map(
      ({ version, rules, madeAt, comparedWith, report }): EngineVersionView => ({
        version,
        state: stateOf(version, rules),
        learned: { madeAt, comparedWith, report: report as VersionReport },
      }),
    );
    const byHand: EngineVersionView = {
      version: handWeights.version,
      state: handWeights.version === inUse ? "inUse" : "decided",
      learned: null,
    };
    const mayDecide = can(ctx.actor, "engine.decide");
    const start = { base: ranking.base, credit: ranking.credit };
    const examples = examplePairs(ranking);
    return { inUse, weights, start, examples, mayDecide, versions: [...learned, byHand], decisions };
  },
});

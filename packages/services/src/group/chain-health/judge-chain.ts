import { createHash } from "node:crypto";
import { jobPayloads } from "@lilink/contract";
import { chainHealth, chainHealthKeep, chainHealthNode } from "@lilink/db/schema";
import { toShanghaiDate } from "@lilink/model/calendar";
import {
  type ChainEffort,
  type EffortCounts,
  type FactorFact,
  type HealthNode,
  healthRulesOn,
  judgeHealth,
} from "@lilink/model/chain-health";
import { and, desc, eq, ne, notExists, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { readRateFacts, readReleaseFacts } from "./read-figure-facts.ts";
import { readTallies, toNeedFacts } from "./read-posting-facts.ts";
import {
  readBenches,
  readCalls,
  readGapFacts,
  readPatentFacts,
  toBenchFacts,
} from "./read-register-facts.ts";
import { readDependence, readTradeFacts } from "./read-trade-facts.ts";

/** Judges the whole chain by what is known today and keeps it as the run of this month. Nothing new, no new run. [WL10] */
export const judgeChain = defineMutation({
  name: "chainHealth.judge",
  input: jobPayloads["chainHealth.judge"],
  authorize: { action: "goal.import" },
  run: async (ctx): Promise<{ readonly id: string | null; readonly nodes: number }> => {
    await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtext('chainHealth.judge'))`);
    const judgedOn = toShanghaiDate(ctx.now);
    const { facts, effort } = await readAll(ctx, judgedOn);
    const rules = healthRulesOn(judgedOn).id;
    const period = judgedOn.slice(0, 7);
    const inputHash = hashOf({ period, rules, facts, effort });
    const [last] = await ctx.db
      .select({ inputHash: chainHealth.inputHash })
      .from(chainHealth)
      .orderBy(desc(chainHealth.madeAt), desc(chainHealth.id))
      .limit(1);
    // Clocks of weak links run on even where nothing new is known.
    await ctx.enqueue("chainHealth.follow", {});
    if (last?.inputHash === inputHash) return { id: null, nodes: 0 };
    // One seed a month: a night without news leaves the ranks as they were.
    const seed = Number.parseInt(hashOf({ period, rules }).slice(0, 7), 16);
    const id = ctx.newId();
    await ctx.db.insert(chainHealth).values({
      id,
      publicId: ctx.newPublicId(),
      period,
      judgedOn,
      rules,
      seed,
      facts,
      effort,
      inputHash,
      madeAt: ctx.now,
    });
    const nodes = judgeHealth(facts, judgedOn, seed).map((node) => toRow(id, node));
    await ctx.db.insert(chainHealthNode).values(nodes);
    await dropUnkept(ctx, period, id);
    return { id, nodes: nodes.length };
  },
  audit: (_input, { id, nodes }) =>
    id === null ? null : { subjectKind: "chain_health", subjectId: id, detail: { nodes } },
});

const hashOf = (given: object) => createHash("sha256").update(JSON.stringify(given)).digest("hex");

async function readAll(
  ctx: Context,
  on: string,
): Promise<{ readonly facts: readonly FactorFact[]; readonly effort: ChainEffort }> {
  const [tallies, benches] = [await readTallies(ctx), await readBenches(ctx)];
  const known = [
    ...(await readTradeFacts(ctx)),
    ...(await readDependence(ctx)),
    ...(await readReleaseFacts(ctx)),
    ...(await readRateFacts(ctx)),
    ...(await readGapFacts(ctx)),
    ...(await readPatentFacts(ctx, on)),
    ...toNeedFacts(tallies, on),
  ];
  const facts: readonly FactorFact[] = [
    ...known,
    ...toBenchFacts(benches, [...new Set(known.map(({ node }) => node))].sort(), on),
  ];
  const effort: Record<string, EffortCounts> = {};
  const count = (node: string, counts: EffortCounts) => {
    const some = Object.entries(counts).filter(([, number]) => number > 0);
    if (some.length > 0) effort[node] = { ...effort[node], ...Object.fromEntries(some) };
  };
  for (const { concept, needs, capabilities, projects } of tallies)
    count(concept, { need: needs, capability: capabilities, project: projects });
  for (const [node, { laboratories, platforms }] of benches)
    count(node, { laboratory: laboratories, platform: platforms });
  for (const [node, calls] of await readCalls(ctx)) count(node, { call: calls });
  return { facts, effort };
}

/** Earlier runs of a month make way, unless a meeting keeps them. */
async function dropUnkept(ctx: Context, period: string, id: string): Promise<void> {
  const kept = ctx.db
    .select({ one: sql`1` })
    .from(chainHealthKeep)
    .where(eq(chainHealthKeep.runId, chainHealth.id));
  await ctx.db
    .delete(chainHealth)
    .where(and(eq(chainHealth.period, period), ne(chainHealth.id, id), notExists(kept)));
}

/** A judged node as its row. */
export function toRow(runId: string, { concept, known, arithmetic, geometric, rank, factors }: HealthNode) {
  return {
    runId,
    concept,
    known,
    arithmeticLow: arithmetic[0],
    arithmeticHigh: arithmetic[1],
    geometricLow: geometric[0],
    geometricHigh: geometric[1],
    rankLow: rank?.low ?? null,
    rankMid: rank?.mid ?? null,
    rankHigh: rank?.high ?? null,
    factors,
  };
}

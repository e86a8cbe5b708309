// npm run bench:fund: all nodes of the chain over twenty months, judged anew from what is stored and compared with it.
import { cpus, loadavg } from "node:os";
import { isDeepStrictEqual } from "node:util";
import { createPool } from "@lilink/db";
import { startThrowaway } from "@lilink/db/embedded";
import {
  type FactorFact,
  factSources,
  healthNodes,
  healthRulesOn,
  judgeHealth,
} from "@lilink/model/chain-health";
import { createRandom } from "./random.ts";

type Row = {
  readonly task: string;
  readonly engine: string;
  readonly n: number;
  readonly [figure: string]: number | string | boolean;
};

const seed = 20261129;
const periods = 20;
const rounds = 5;
const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Of two thirds of all factors something is known; of a quarter of these only bounds. */
function makeFacts(day: string, random: ReturnType<typeof createRandom>): readonly FactorFact[] {
  return healthNodes.flatMap((node) =>
    healthRulesOn(day).factors.flatMap(({ id }): readonly FactorFact[] => {
      if (!random.chance(2 / 3)) return [];
      const low = random.next();
      const isWide = random.chance(0.25);
      return [
        {
          node,
          factor: id,
          low,
          high: isWide ? low + (1 - low) * random.next() : low,
          ...(isWide && { why: "withheld" as const }),
          asOf: random.chance(0.1) ? "2020-12-31" : day,
          source: random.pick(factSources),
          path: "/chain/health",
        },
      ];
    }),
  );
}

const dayOf = (period: number) =>
  `${2025 + Math.floor(period / 12)}-${String((period % 12) + 1).padStart(2, "0")}-20`;

async function main(): Promise<void> {
  const load1 = Math.round((loadavg()[0] ?? 0) * 100) / 100;
  const server = await startThrowaway();
  // One connection: its temporary table holds the runs.
  const pool = createPool({ url: server.url("owner"), max: 1 });
  try {
    await pool.query(
      "create temp table run (period int, judged_on text, seed int, facts jsonb, nodes jsonb)",
    );
    const random = createRandom(seed);
    for (let period = 0; period < periods; period++) {
      const day = dayOf(period);
      const facts = makeFacts(day, random);
      const nodes = judgeHealth(facts, day, seed + period);
      await pool.query("insert into run values ($1, $2, $3, $4, $5)", [
        period,
        day,
        seed + period,
        JSON.stringify(facts),
        JSON.stringify(nodes),
      ]);
    }
    const { rows } = await pool.query("select * from run order by period");
    const times: number[] = [];
    let isEqual = true;
    for (let round = 0; round < rounds; round++) {
      const start = performance.now();
      const again = rows.map(({ facts, judged_on: day, seed: own }) => judgeHealth(facts, day, own));
      times.push(performance.now() - start);
      isEqual &&= isDeepStrictEqual(
        JSON.parse(JSON.stringify(again)),
        rows.map(({ nodes }) => nodes),
      );
    }
    const row: Row = {
      task: "chain health judged anew",
      engine: "1,000 draws a period",
      n: healthNodes.length * periods,
      nodes: healthNodes.length,
      periods,
      ms: Math.round(median(times)),
      equalsStored: isEqual,
    };
    console.error(`· ${JSON.stringify(row)}`);
    const machine = { cpu: cpus()[0]?.model, cores: cpus().length, load1 };
    console.log(JSON.stringify({ seed, machine, rows: [row] }));
  } finally {
    await pool.end();
    await server.stop();
  }
}

await main();

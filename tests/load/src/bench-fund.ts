// npm run bench:fund: all nodes of the chain over twenty months, judged anew from what is stored; the board of ten thousand projects.
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { createPool, migrate } from "@lilink/db";
import { startThrowaway } from "@lilink/db/embedded";
import {
  type FactorFact,
  factSources,
  healthNodes,
  healthRulesOn,
  judgeHealth,
} from "@lilink/model/chain-health";
import { call, createKernel, loadPortfolio } from "@lilink/services";
import type { Pool } from "pg";
import { fillFund } from "./fund/fill-fund.ts";
import { createRandom } from "./random.ts";

type Row = {
  readonly task: string;
  readonly engine: string;
  readonly n: number;
  readonly [figure: string]: number | string | boolean;
};

const seed = 20261129;
const periods = 20;
const projects = 10_000;
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

type Keep = (row: Row) => void;

async function measureHealth(pool: Pool, keep: Keep): Promise<void> {
  await pool.query("create temp table run (period int, judged_on text, seed int, facts jsonb, nodes jsonb)");
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
  keep({
    task: "chain health judged anew",
    engine: "1,000 draws a period",
    n: healthNodes.length * periods,
    nodes: healthNodes.length,
    periods,
    ms: Math.round(median(times)),
    equalsStored: isEqual,
  });
}

/** What the board may take at most. */
const floorMs = 300;
const asked = 40;
const visitor = { kind: "anonymous" } as const;
/** The nearest rank. @example shareOf([1, 2, 3, 4], 0.5) // 2 */
const shareOf = (values: readonly number[], share: number) =>
  values.toSorted((a, b) => a - b)[Math.ceil(share * values.length) - 1] ?? 0;

/** The board of the fund, asked again and again as a visitor's page asks it, beside the bare sums of the same rows. */
async function measurePortfolio(
  pools: { readonly app: Pool; readonly owner: Pool },
  home: string,
  keep: Keep,
): Promise<void> {
  await fillFund(pools.owner, projects);
  const kernel = createKernel(pools.app, home, () => new Date("2026-11-29T02:00:00Z"));
  const times: number[] = [];
  const bare: number[] = [];
  let counted = 0;
  for (let round = 0; round < asked; round++) {
    const start = performance.now();
    const { count, awards } = await call(kernel, visitor, loadPortfolio, {});
    times.push(performance.now() - start);
    counted = count;
    if (awards.length !== 50) throw new Error(`a page of ${awards.length} projects`);
    const next = performance.now();
    await pools.owner.query(
      `select a.research_class, extract(year from p.paid_on), sum(p.amount) from fund_award a join fund_payment p on p.award_id = a.id
        where p.state = 'paid' group by 1, 2`,
    );
    bare.push(performance.now() - next);
  }
  const p95 = shareOf(times, 0.95);
  keep({
    task: "board of the portfolio",
    engine: "lilink",
    n: counted,
    p50: Math.round(shareOf(times, 0.5)),
    p95: Math.round(p95),
    floorMs,
    ratio: Math.round((p95 / floorMs) * 100) / 100,
    bareSumsP95: Math.round(shareOf(bare, 0.95)),
  });
}

async function main(): Promise<void> {
  const load1 = Math.round((loadavg()[0] ?? 0) * 100) / 100;
  const rows: Row[] = [];
  const keep = (row: Row) => {
    rows.push(row);
    console.error(`· ${JSON.stringify(row)}`);
  };
  const server = await startThrowaway();
  const home = mkdtempSync(join(tmpdir(), "lilink-fund-"));
  // One connection: its temporary table holds the runs.
  const owner = createPool({ url: server.url("owner"), max: 1 });
  const app = createPool({ url: server.url("app"), max: 2 });
  try {
    await migrate(server.url("owner"));
    await measureHealth(owner, keep);
    await measurePortfolio({ app, owner }, home, keep);
    const machine = { cpu: cpus()[0]?.model, cores: cpus().length, load1 };
    console.log(JSON.stringify({ seed, machine, rows }));
  } finally {
    await app.end();
    await owner.end();
    await server.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

await main();

// npm run bench:supply: concentration over a million rows of trade, a scenario of two years over the chain, and a file of a million rows taken in.
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createPool, migrate } from "@lilink/db";
import { startThrowaway } from "@lilink/db/embedded";
import { countryCodes } from "@lilink/model/codes/country";
import { baseCaseOf, runChain, runStress } from "@lilink/model/supply";
import { createTradeReader, readHeading, type TradeRow } from "@lilink/model/supply/trade";
import { call, callJob, createKernel, importTrade, loadSupply } from "@lilink/services";
import { createRandom } from "./random.ts";

type Row = {
  readonly task: string;
  readonly engine: string;
  readonly n: number;
  readonly [figure: string]: number | string;
};

const lines = ["253090", "283691", "282520", "282739", "280519", "282690"];
const heading = "t,i,j,k,v,q,li2o".split(",");
const rounds = 5;

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const timed = <T>(run: () => T): { ms: number; answer: T } => {
  const start = performance.now();
  const answer = run();
  return { ms: performance.now() - start, answer };
};

const partnersEach = 208;

/** Rows as a file of BACI would hold them: six products, two hundred months and many partners of one reporter. */
function* listCells(count: number, random: () => number): Generator<readonly string[]> {
  let made = 0;
  for (let month = 0; month < 200; month++)
    for (const line of lines)
      for (const partner of countryCodes.slice(0, partnersEach)) {
        if (made++ >= count) return;
        const period = `${2009 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
        const tonnes = 1 + Math.round(random() * 8);
        yield [period, partner, "", line, String(tonnes * 8), String(tonnes), line === "253090" ? "5.5" : ""];
      }
}
const eachReporter = 200 * lines.length * partnersEach;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { rows: { type: "string", default: "1000000" }, seed: { type: "string", default: "20261129" } },
  });
  const [count, seed] = [Number(values.rows), Number(values.seed)];
  const load1 = Math.round((loadavg()[0] ?? 0) * 100) / 100;
  const rows: Row[] = [];
  const keep = (row: Row) => {
    rows.push(row);
    console.error(`· ${JSON.stringify(row)}`);
  };
  const server = await startThrowaway();
  const home = mkdtempSync(join(tmpdir(), "lilink-supply-"));
  const pool = createPool({ url: server.url("worker"), max: 2 });
  const owner = createPool({ url: server.url("owner"), max: 1 });
  try {
    await migrate(server.url("owner"));
    const kernel = createKernel(pool, home, () => new Date());
    await measureImport(kernel, count, seed, keep);
    // As the server does by itself within a minute of a file.
    await owner.query("vacuum analyze trade_flow");
    await measureWindows(kernel, keep);
    measureStress(keep);
  } finally {
    await pool.end();
    await owner.end();
    await server.stop();
    rmSync(home, { recursive: true, force: true });
  }
  console.log(
    JSON.stringify({ seed, machine: { cpu: cpus()[0]?.model, cores: cpus().length, load1 }, rows }),
  );
}

type Kernel = ReturnType<typeof createKernel>;
type Keep = (row: Row) => void;

/** Takes files of several reporters in, one after another, until there are as many rows as are wanted. */
async function measureImport(kernel: Kernel, count: number, seed: number, keep: Keep): Promise<void> {
  const found = readHeading(heading);
  if (!found) throw new Error("the heading is not known");
  let peak = 0;
  let [taken, early] = [0, 0];
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
    // What is there once and does not grow with the file: buffers, compiled code, the pool.
    if (taken < count / 4) early = peak;
  }, 100);
  const before = process.memoryUsage().rss;
  const start = performance.now();
  for (const reporter of ["CN", "JP", "KR", "US", "DE", "FR", "IT"]) {
    if (taken >= count) break;
    const cells = listCells(Math.min(eachReporter, count - taken), createRandom(seed + taken).next);
    const pieces = Object.assign(
      inPieces(cells, createTradeReader(found, { reporter, reason: "made for the benchmark" })),
      {
        skipped: () => 0,
      },
    );
    const head = {
      layout: "baci" as const,
      reporter,
      fileName: "bench.csv",
      source: "bench",
      licence: "own",
      sample: true,
    };
    const job = { id: kernel.newId(), name: "supply.importTrade" } as const;
    const done = await callJob(kernel, job, importTrade, {
      head,
      revises: false,
      pieces,
      step: () => undefined,
    });
    taken += done?.rows ?? 0;
  }
  clearInterval(watch);
  const seconds = (performance.now() - start) / 1000;
  keep({
    task: "import with checks",
    engine: "lilink",
    n: taken,
    perSecond: Math.round(taken / seconds),
    growthMB: Math.round((peak - before) / 1e6),
    growthAfterFirstQuarterMB: Math.round((peak - Math.max(early, before)) / 1e6),
  });
}

async function* inPieces(
  cells: Iterable<readonly string[]>,
  read: ReturnType<typeof createTradeReader>,
): AsyncGenerator<readonly TradeRow[]> {
  let piece: TradeRow[] = [];
  let place = 1;
  for (const row of cells) {
    place += 1;
    const one = read(row, place);
    if (!("row" in one)) throw new Error(`row ${place}: ${JSON.stringify(one)}`);
    piece.push(one.row);
    if (piece.length === 1000) {
      yield piece;
      piece = [];
    }
  }
  if (piece.length > 0) yield piece;
}

const products = ["ore", "carbonate", "hydroxide", "chloride", "metal", "hexafluorophosphate"] as const;
const visitor = { kind: "anonymous" } as const;
/** What six products over all months may take at most. */
const floorMs = 300;

/** The verb of the page for six products over all months, beside the bare sums of the same rows. */
async function measureWindows(kernel: Kernel, keep: Keep): Promise<void> {
  const all: number[] = [];
  const sums: number[] = [];
  let months = 0;
  for (let round = 0; round < rounds; round++) {
    months = 0;
    const start = performance.now();
    for (const product of products)
      months += (await call(kernel, visitor, loadSupply, { product, span: "month" })).history.length;
    all.push(performance.now() - start);
    const bare = performance.now();
    await kernel.pool.query(
      `select product, period, partner, sum(tonnes * factor)::float8 as amount from trade_flow
        where current and reporter = 'CN' and flow = 'import' and factor is not null group by 1, 2, 3`,
    );
    sums.push(performance.now() - bare);
  }
  const [{ count } = { count: 0 }] = (
    await kernel.pool.query<{ count: number }>("select count(*)::int as count from trade_flow")
  ).rows;
  const task = "concentration by product and month";
  const ms = Math.round(median(all));
  const ratio = Math.round((ms / floorMs) * 100) / 100;
  keep({ task, engine: "lilink", n: count, windows: months, ms, floorMs, ratio });
  keep({ task, engine: "sums by partner alone", n: count, windows: months, ms: Math.round(median(sums)) });
}

function measureStress(keep: Keep): void {
  const imports = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`S${at}`, 1000 * (at + 1)]));
  const stockWeeks = { resource: 6, smelting: 4, materials: 3, products: 2 };
  const { links } = baseCaseOf(
    { ore: { imports, exports: 0 }, salt: { imports, exports: 1000 } },
    { mined: 50_000, recycled: 5000, recovery: 0.9, stockWeeks },
  );
  const shocks = [{ source: "S29", cut: 1, fromWeek: 3, weeks: 40 }];
  const responses = [{ sources: Object.keys(imports).slice(0, 20), rise: 0.2, ramp: 0.02, fromWeek: 6 }];
  const chain = Array.from({ length: rounds }, () =>
    timed(() => runChain({ links, shocks, responses, weeks: 104 })),
  );
  keep({
    task: "scenario of 104 weeks",
    engine: "four links",
    n: 104,
    ms: Number(median(chain.map(({ ms }) => ms)).toFixed(2)),
  });
  const one = links[0];
  if (!one) throw new Error("no link");
  const alone = Array.from({ length: rounds }, () =>
    timed(() => runStress({ ...one, shocks, responses, weeks: 104 })),
  );
  keep({
    task: "scenario of 104 weeks",
    engine: "one link",
    n: 104,
    ms: Number(median(alone.map(({ ms }) => ms)).toFixed(2)),
  });
}

await main();

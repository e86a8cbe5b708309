// npm run bench:goals: a release of a million observations made by the product, the board read on it, and 50,000 rows imported.
import { cpus, loadavg } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { type Caller, mutate, query } from "@lilink/test-exchange/call-api";
import { findAccount, signIn } from "@lilink/test-exchange/sign-in";
import { startExchange } from "@lilink/test-exchange/start-exchange";
import { unlimited } from "@lilink/test-exchange/unlimited";
import { fillReturns } from "./goal/fill-returns.ts";
import { groupInSql } from "./goal/group-in-sql.ts";
import { exportRows, importRows } from "./goal/import-rows.ts";
import { readMegabytes } from "./goal/read-megabytes.ts";

type Row = {
  readonly task: string;
  readonly engine: string;
  readonly n: number;
  readonly [figure: string]: number | string | null;
};

// Before the returns of the demo begin.
const period = "2020Q4";
const reads = 60;
const patienceMs = 1_800_000;
const importedRows = 50_000;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      observations: { type: "string", default: "1000000" },
      firms: { type: "string", default: "2000" },
      seed: { type: "string", default: "20261124" },
    },
  });
  const [observations, firms, seed] = [values.observations, values.firms, values.seed].map(Number) as [
    number,
    number,
    number,
  ];
  const load1 = Math.round((loadavg()[0] ?? 0) * 100) / 100;
  const exchange = await startExchange("bench-goals", { LOG_LEVEL: "warn", RATE_LIMITS: unlimited });
  try {
    console.error(`· filling in ${observations} observations of ${firms} firms`);
    const { ownerUrl } = exchange;
    const filled = await fillReturns({ ownerUrl, period, observations, firms, seed });
    const officer = await callerOf(exchange, "officer@group.example");
    const rows: Row[] = [];
    const keep = (row: Row) => {
      rows.push(row);
      console.error(`· ${JSON.stringify(row)}`);
    };
    keep(await measureRelease(officer, filled, () => readMegabytes(exchange.pidOf("worker"))));
    keep({
      task: "aggregate",
      engine: "postgresql 17 grouping sets",
      n: filled.observations,
      ...(await groupInSql(ownerUrl, period)),
    });
    keep(await measureBoard(officer, "release.latest", {}, filled.observations));
    keep(await measureBoard(officer, "goal.standings", {}, filled.observations));
    const filer = await callerOf(exchange, "editor@brine.example");
    const importing = { engine: "lilink", n: importedRows };
    for (const faulty of [true, false]) {
      const task = faulty ? "import rows with faults, marked" : "import rows";
      const megabytes = () => readMegabytes(exchange.pidOf("worker"));
      keep({ task, ...importing, ...(await importRows(filer, importedRows, faulty, megabytes)) });
    }
    const webMegabytes = () => readMegabytes(exchange.pidOf("web"));
    keep({ task: "export rows", ...importing, ...(await exportRows(filer, webMegabytes)) });
    const machine = `${cpus()[0]?.model ?? "?"} x${cpus().length}, Node ${process.version}, load ${load1}`;
    console.log(JSON.stringify({ seed, machine, rows }));
  } finally {
    await exchange.stop();
  }
}

async function callerOf({ url, dataDir }: { url: string; dataDir: string }, email: string): Promise<Caller> {
  return { url, cookie: await signIn(url, findAccount(dataDir, email)) };
}

/** From the officer's asking until the release is frozen; the peak is that of the worker's memory. */
async function measureRelease(
  officer: Caller,
  { round, observations }: { readonly round: string; readonly observations: number },
  megabytes: () => number | null,
): Promise<Row> {
  const start = performance.now();
  const asked = await mutate<{ publicId: string }>(officer, "release.ask", { round, audience: "everyone" });
  if (!asked.ok) throw new Error(`the release was refused: ${asked.code}`);
  const { publicId } = asked.data;
  let peak = 0;
  for (;;) {
    await pause(250);
    peak = Math.max(peak, megabytes() ?? 0);
    const head = await query<Head>(officer, "release.load", { publicId });
    const ms = Math.round(performance.now() - start);
    const state = head.ok ? head.data.state : "unknown";
    if (state === "making" && ms < patienceMs) continue;
    const report = head.ok ? head.data.report : null;
    return {
      task: "aggregate and protect",
      engine: "lilink",
      n: observations,
      state,
      seconds: state === "frozen" ? Math.round(ms / 100) / 10 : null,
      figures: report?.cells ?? null,
      withheld: report?.withheld ?? null,
      workerPeakMb: peak,
    };
  }
}

type Head = { readonly state: string; readonly report: { cells: number; withheld: number } | null };

async function measureBoard(caller: Caller, path: string, input: object, n: number): Promise<Row> {
  const times: number[] = [];
  for (let at = 0; at < reads; at += 1) {
    const start = performance.now();
    const answer = await query<unknown>(caller, path, input);
    if (!answer.ok) throw new Error(`${path} was refused: ${answer.code}`);
    times.push(performance.now() - start);
  }
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round((sorted[Math.floor(share * (sorted.length - 1))] ?? 0) * 10) / 10;
  return { task: `board: ${path}`, engine: "lilink", n, p50Ms: at(0.5), p95Ms: at(0.95) };
}

await main();

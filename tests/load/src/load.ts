// npm run load: requests a second and processor time on 10,000 postings beside the framework's own, and from publish to match.
import { cpus, loadavg, totalmem } from "node:os";
import { parseArgs } from "node:util";
import type { Caller } from "@lilink/test-exchange/call-api";
import { findAccount, signIn } from "@lilink/test-exchange/sign-in";
import { type Exchange, startExchange } from "@lilink/test-exchange/start-exchange";
import { unlimited } from "@lilink/test-exchange/unlimited";
import { fill } from "./fill.ts";
import { holdLoad } from "./hold-load.ts";
import { type Figures, measureTurns, processorTime, round } from "./measure.ts";
import {
  measureMatchLatency,
  measurePublish,
  publishOne,
  type Roles,
  submitOne,
  waitUntilMatched,
} from "./publish.ts";
import { listTasks, type Task } from "./task.ts";

type Row = Figures & {
  readonly task: string;
  /** `lilink` is a page that its reader has seen within the minute, `first` one at a first look. */
  readonly engine: "lilink" | "first" | "shell" | "plain";
  readonly n: number;
  /** Of the plain one's rate, and of its processor time. */
  readonly ratio?: number;
  readonly cpuRatio?: number;
  readonly floor?: number;
};

const MATCH_FLOOR_MS = 1000;
const MEMORY_FLOOR_MB = { web: 500, worker: 400 };
const SAMPLES = 24;
const PUBLISHED = 40;

async function main(): Promise<boolean> {
  const { values } = parseArgs({
    options: {
      postings: { type: "string", default: "10000" },
      seed: { type: "string", default: "20261124" },
      /** Only the tasks whose names begin so. */
      only: { type: "string", default: "" },
      /** Instead of rates: so many minutes of all reads by turns, and what web and worker hold in memory meanwhile. */
      minutes: { type: "string", default: "0" },
    },
  });
  const [postings, seed] = [Number(values.postings), Number(values.seed)];
  // What else the machine did when this began: figures of a busy one say little but their ratios.
  const load1 = round(loadavg()[0] ?? 0);
  const exchange = await startExchange("load", {
    LILINK_BARE: "1",
    LOG_LEVEL: "warn",
    RATE_LIMITS: unlimited,
  });
  try {
    console.error(`· filling in ${postings} postings`);
    await fill({ ownerUrl: exchange.ownerUrl, postings, seed, now: new Date() });
    restartWorker(exchange);
    const [cpu] = cpus();
    const machine = {
      cpu: cpu?.model ?? "unknown",
      cores: cpus().length,
      memoryGb: Math.round(totalmem() / 2 ** 30),
      node: process.version,
      load1,
    };
    const minutes = Number(values.minutes);
    if (minutes > 0) return await weigh(exchange, minutes, { seed, machine });
    const rows = await measure(exchange, postings, values.only);
    console.log(JSON.stringify({ seed, machine, rows }));
    const missed = rows.filter(isMissed);
    for (const { task, engine } of missed) console.error(`✗ ${task} (${engine}): below its floor`);
    return missed.length === 0;
  } finally {
    await exchange.stop();
  }
}

type Cast = { readonly roles: Roles; readonly need: string; readonly tasks: readonly Task[] };

/** Who reads and publishes, a need whose matches stand, and the reads. */
async function prepare({ url, dataDir }: Exchange): Promise<Cast> {
  const sign = async (email: string): Promise<Caller> => ({
    url,
    cookie: await signIn(url, findAccount(dataDir, email)),
  });
  const roles: Roles = {
    buyer: await sign("buyer@cathode.example"),
    seller: await sign("admin@salt.example"),
    officer: await sign("officer@group.example"),
  };
  const need = await submitOne(roles.buyer, "need", "Load need");
  await publishOne(roles.officer, need);
  await waitUntilMatched(roles.buyer, need);
  return {
    roles,
    need,
    tasks: await listTasks(url, roles.buyer, await sign("secretary@group.example"), need),
  };
}

/** What an hour of load leaves in memory: the last row counts. */
async function weigh(exchange: Exchange, minutes: number, head: object): Promise<boolean> {
  const { tasks } = await prepare(exchange);
  const held = await holdLoad(exchange, tasks, minutes);
  console.log(JSON.stringify({ ...head, held, floor: MEMORY_FLOOR_MB }));
  const last = held.at(-1);
  return last !== undefined && last.web <= MEMORY_FLOOR_MB.web && last.worker <= MEMORY_FLOOR_MB.worker;
}

async function measure(exchange: Exchange, n: number, only: string): Promise<Row[]> {
  const { roles, need, tasks } = await prepare(exchange);
  const { pidOf } = exchange;
  const rows: Row[] = [];
  const add = (row: Row) => {
    rows.push(row);
    const beside =
      row.ratio === undefined ? "" : `, ${row.ratio} of plain, ${row.cpuRatio} by processor time`;
    console.error(
      `· ${row.task} (${row.engine}): ${row.rps}/s, p50 ${row.p50Ms} ms, p95 ${row.p95Ms} ms${row.cpuMs === undefined ? "" : `, ${row.cpuMs} ms of processor`}${beside}`,
    );
  };
  const cpu = () => processorTime([pidOf("web") ?? process.pid]);
  for (const { task, floor, target, plain, first, shell } of tasks) {
    if (!task.startsWith(only)) continue;
    const others = [first, shell].flatMap((one) => one ?? []);
    const turns = await measureTurns([plain, target, ...others], cpu);
    const [base, own, unseen, around] = turns as [Figures, Figures, Figures?, Figures?];
    const beside = ({ rps, cpuMs = 0 }: Figures) => ({
      ratio: round(rps / base.rps),
      cpuRatio: round((base.cpuMs ?? 0) / cpuMs),
    });
    add({ task, engine: "plain", n, ...base });
    if (around) add({ task, engine: "shell", n, ...around, ...beside(around) });
    const judged = floor ? { floor } : {};
    if (unseen) add({ task, engine: "first", n, ...unseen, ...beside(unseen), ...judged });
    add({ task, engine: "lilink", n, ...own, ...beside(own), ...judged });
  }
  const timed = [
    ["publish to match", () => measureMatchLatency(roles, need, SAMPLES)],
    ["publish", () => measurePublish(roles, PUBLISHED)],
  ] as const;
  for (const [task, time] of timed)
    if (task.startsWith(only)) add({ task, engine: "lilink", n, ...(await time()) });
  return rows;
}

// What was filled in past the product carries times of the past, which a worker that has read the market would miss.
function restartWorker(exchange: Exchange): void {
  const pid = exchange.pidOf("worker");
  if (pid === undefined) throw new Error("the worker has no process");
  process.kill(pid, "SIGTERM");
}

function isMissed({ task, ratio, floor, p95Ms }: Row): boolean {
  if (task === "publish to match") return p95Ms > MATCH_FLOOR_MS;
  return ratio !== undefined && floor !== undefined && ratio < floor;
}

process.exit((await main()) ? 0 : 1);

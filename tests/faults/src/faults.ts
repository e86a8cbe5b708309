// npm run faults: kill -9 of each process, a database that restarts, is full, slow, silent, locked or has no connection left,
// clocks a day off, jobs twice, two instances, SIGTERM, a burst, kill -9 while documents of events come in. -- --rounds N (of the kills, 20 unless told) --only kill,disk
// --soak MINUTES adds fifty requests a second for so long.
import { parseArgs } from "node:util";
import { type Exchange, startExchange } from "@lilink/test-exchange/start-exchange";
import { unlimited } from "@lilink/test-exchange/unlimited";
import { burst } from "./fault/burst.ts";
import { killDuringCapture } from "./fault/capture.ts";
import { shiftClocks } from "./fault/clock.ts";
import { eatConnections } from "./fault/connections.ts";
import { fillDisks } from "./fault/disk.ts";
import { repeatJobs } from "./fault/jobs.ts";
import { killEach } from "./fault/kill.ts";
import { slowLine } from "./fault/latency.ts";
import { lockTable } from "./fault/lock.ts";
import { killOneOfTwo } from "./fault/pair.ts";
import { restartDatabase } from "./fault/restart.ts";
import { soak } from "./fault/soak.ts";
import { askToStop } from "./fault/stop.ts";
import { watch } from "./fault/watching.ts";
import { openWorld } from "./open-world.ts";
import { type Outcome, skip, type World } from "./world.ts";

const { values } = parseArgs({
  options: { rounds: { type: "string", default: "20" }, only: { type: "string" }, soak: { type: "string" } },
});
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1) throw new Error("--rounds must be a whole number from 1");
const minutes = Number(values.soak ?? "0");
if (!(minutes >= 0)) throw new Error("--soak must be a number of minutes");

type Trial = (exchange: Exchange, world: World) => Promise<Outcome | readonly Outcome[]>;

/** One after the other on one exchange. */
const together: Readonly<Record<string, Trial>> = {
  restart: restartDatabase,
  connections: eatConnections,
  lock: lockTable,
  jobs: repeatJobs,
  stop: askToStop,
  burst,
  capture: killDuringCapture,
  kill: (exchange, world) => killEach(exchange, world, rounds),
  ...(minutes > 0 ? { soak: (exchange, world) => soak(exchange, world, minutes) } : {}),
};
/** Each on a start of its own. */
const apart: Readonly<Record<string, () => Promise<Outcome | readonly Outcome[]>>> = {
  latency: slowLine,
  disk: fillDisks,
  clock: shiftClocks,
  pair: killOneOfTwo,
  watching: watch,
};

const names = [...Object.keys(apart), ...Object.keys(together)];
const only = values.only?.split(",") ?? names;
for (const name of only)
  if (!names.includes(name)) throw new Error(`--only knows ${names.join(", ")}, and not ${name}`);

async function main(): Promise<boolean> {
  const outcomes: Outcome[] = [];
  const run = async (name: string, trial: () => Promise<Outcome | readonly Outcome[]>) => {
    console.error(`· ${name}`);
    const failed = (error: unknown) => ({ ...skip(name, "it could not go on"), complaints: [String(error)] });
    for (const outcome of [await trial().catch(failed)].flat()) {
      outcomes.push(outcome);
      report(outcome);
    }
  };
  for (const [name, trial] of Object.entries(apart)) if (only.includes(name)) await run(name, trial);
  const rest = Object.entries(together).filter(([name]) => only.includes(name));
  if (rest.length > 0) {
    const exchange = await startExchange("faults", { RATE_LIMITS: unlimited });
    try {
      const world = await openWorld(exchange);
      for (const [name, trial] of rest) await run(name, () => trial(exchange, world));
    } finally {
      await exchange.stop();
    }
  }
  return close(outcomes);
}

function report({ fault, acknowledged, found, lost, doubled, complaints, skipped, figures }: Outcome): void {
  for (const line of [...complaints, ...lost, ...doubled]) console.error(`✗ ${fault}: ${line}`);
  if (skipped !== undefined) console.error(`- ${fault}: skipped: ${skipped}`);
  else
    console.error(
      `${complaints.length + lost.length + doubled.length === 0 ? "✓" : "✗"} ${fault}: ${found} of ${acknowledged} found, ${lost.length} lost, ${doubled.length} doubled ${JSON.stringify(figures ?? {})}`,
    );
}

function close(outcomes: readonly Outcome[]): boolean {
  const sum = (of: (outcome: Outcome) => number) =>
    outcomes.reduce((total, outcome) => total + of(outcome), 0);
  const faults = outcomes.map(({ lost, doubled, complaints, ...rest }) => ({
    ...rest,
    ...{ lost: lost.length, doubled: doubled.length, complaints: complaints.length },
  }));
  const [lost, doubled] = [sum((one) => one.lost.length), sum((one) => one.doubled.length)];
  const [acknowledged, found] = [sum((one) => one.acknowledged), sum((one) => one.found)];
  console.log(JSON.stringify({ rounds, acknowledged, found, lost, doubled, faults }));
  return lost + doubled + sum((one) => one.complaints.length) === 0;
}

process.exit((await main()) ? 0 : 1);

import { query } from "@lilink/test-exchange/call-api";
import type { Exchange, Part } from "@lilink/test-exchange/start-exchange";
import { gather, until, untilReady } from "../crowd.ts";
import { waitForJobs } from "../inspect.ts";
import type { Journey } from "../journey.ts";
import { conclude, type Outcome, type World } from "../world.ts";

const victims: readonly Part[] = ["web", "worker", "database"];
const CROWD = 200;
const AFTER = 10;
const PATIENCE_MS = 45_000;

/** In each round each process is killed once, each time while 200 people hand something in. */
export async function killEach(exchange: Exchange, world: World, rounds: number): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const journeys: Journey[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const victim of victims) {
      const prefix = `kill-${round}-${victim}`;
      const outcome = await killOne(exchange, world, { prefix, victim, round, journeys });
      outcomes.push(outcome);
      const { acknowledged, found, lost, doubled } = outcome;
      console.error(
        `· ${prefix}: ${found} of ${acknowledged} found, ${lost.length} lost, ${doubled.length} doubled`,
      );
    }
  }
  // All of it once more at the end: a later crash must not take what an earlier one left.
  const whole = await conclude(
    world,
    "kill",
    "kill-",
    journeys,
    outcomes.flatMap((one) => one.complaints),
    {
      rounds,
      kills: outcomes.length,
      crowd: CROWD,
      slowestReturnMs: Math.max(...outcomes.map(({ figures }) => Number(figures?.returnMs ?? 0))),
    },
  );
  return [{ ...whole, lost: [...new Set([...whole.lost, ...outcomes.flatMap((one) => one.lost)])] }];
}

type Round = {
  readonly prefix: string;
  readonly victim: Part;
  readonly round: number;
  readonly journeys: Journey[];
};

async function killOne(
  exchange: Exchange,
  world: World,
  { prefix, victim, round, journeys }: Round,
): Promise<Outcome> {
  const complaints: string[] = [];
  const crowd = gather(world, prefix, CROWD);
  // A different moment each time, the same in every run: from the first acknowledgements to the last.
  const steps = 10 + ((round * 37 + 11) % 100) * 5;
  await until("acknowledgements", () => crowd.acknowledged() >= Math.min(steps, CROWD * 3));
  if (victim === "worker") await waitForJobs(exchange.ownerUrl, 10_000, (jobs) => jobs.active > 0);
  const pid = exchange.pidOf(victim);
  if (pid === undefined) throw new Error(`the ${victim} has no process`);
  process.kill(pid, "SIGKILL");
  console.error(`· ${prefix}: killed process ${pid} after ${crowd.acknowledged()} acknowledgements`);
  if (victim === "database") complaints.push(...(await seeUnavailable(exchange.url, world)));
  complaints.push(...(await crowd.over));
  const returnMs = await until(`a new ${victim}`, () => ![undefined, pid].includes(exchange.pidOf(victim)));
  const readyMs = await untilReady(exchange.url);
  const after = gather(world, `${prefix}-after`, AFTER);
  complaints.push(...(await after.over));
  if (after.acknowledged() < AFTER * 3) complaints.push(`${prefix}: not everything was taken after the blow`);
  const all = [...crowd.journeys, ...after.journeys];
  journeys.push(...all);
  return conclude(world, prefix, `${prefix}-`, all, complaints, { returnMs: returnMs + readyMs });
}

/** While the database is away, health and calls alike say so, and when to come again. */
async function seeUnavailable(url: string, world: World): Promise<string[]> {
  // Sessions of a killed server may answer for a moment more.
  const end = performance.now() + PATIENCE_MS;
  let health = await fetch(`${url}/api/health/ready`);
  while (health.ok && performance.now() < end) health = await fetch(`${url}/api/health/ready`);
  const call = await query(world.cast.officer, "viewer.load", {});
  const live = await fetch(`${url}/api/health/live`);
  const complaints: string[] = [];
  if (health.status !== 503 || health.headers.get("retry-after") === null)
    complaints.push(`/api/health/ready answered ${health.status} without its database`);
  // It may be back by now; if it is not, that is said honestly.
  if (!call.ok && (call.status !== 503 || call.code !== "UNAVAILABLE" || call.retryAfter === null))
    complaints.push(`viewer.load answered ${JSON.stringify(call)} without its database`);
  if (live.status !== 200) complaints.push(`/api/health/live answered ${live.status} without its database`);
  return complaints;
}

import { setTimeout as pause } from "node:timers/promises";
import { query } from "@lilink/test-exchange/call-api";
import type { Exchange, Part } from "@lilink/test-exchange/start-exchange";
import type { Cast } from "./cast.ts";
import { waitForJobs } from "./inspect.ts";
import { beginJourney, type Journey, type Refusal, travel } from "./journey.ts";

const WRITERS = 4;
/** Acknowledged steps before the blow, and again after it. */
const STEADY = 16;
const PATIENCE_MS = 45_000;

export type RoundResult = {
  readonly journeys: readonly Journey[];
  /** Answers that were neither an acknowledgement nor an honest "not now". */
  readonly complaints: readonly string[];
};

/** Writers write; one part of the exchange is killed under their hands; they go on when it is back. */
export async function runRound(
  exchange: Exchange,
  cast: Cast,
  round: { readonly prefix: string; readonly victim: Part; readonly delayMs: number },
): Promise<RoundResult> {
  const journeys: Journey[] = [];
  const complaints: string[] = [];
  let acknowledged = 0;
  let writing = true;
  const write = async (writer: number) => {
    for (let turn = 0; writing; turn += 1) {
      const author = cast.authors[(writer + turn) % cast.authors.length];
      if (author === undefined) throw new Error("nobody writes");
      const journey = beginJourney(`${round.prefix}-${writer}-${turn}`, author);
      journeys.push(journey);
      const refusal = await travel(journey, cast.officer, () => {
        acknowledged += 1;
      });
      if (refusal && !isHonest(refusal)) complaints.push(`${journey.mark}: ${JSON.stringify(refusal)}`);
      await waitUntilReady(exchange.url);
    }
  };
  const writers = Array.from({ length: WRITERS }, (_, writer) => write(writer));
  const until = async (what: string, holds: () => boolean) => {
    const end = performance.now() + PATIENCE_MS;
    while (!holds()) {
      if (performance.now() > end) throw new Error(`${what}: not within ${PATIENCE_MS / 1000} s`);
      await pause(10);
    }
  };
  await until("the first acknowledgements", () => acknowledged >= STEADY);
  await pause(round.delayMs);
  // A worker is killed while a job is under way, so that the job has to be done by its successor.
  if (round.victim === "worker" && !(await waitForJobs(exchange.ownerUrl, 10_000, (jobs) => jobs.active > 0)))
    complaints.push("no job was under way within 10 s");
  const pid = exchange.pidOf(round.victim);
  if (pid === undefined) throw new Error(`the ${round.victim} has no process`);
  const before = acknowledged;
  process.kill(pid, "SIGKILL");
  console.error(`· killed the ${round.victim} (process ${pid}) after ${before} acknowledgements`);
  if (round.victim === "database") complaints.push(...(await seeUnavailable(exchange.url, cast)));
  await until(`a new ${round.victim}`, () => {
    const next = exchange.pidOf(round.victim);
    return next !== undefined && next !== pid;
  });
  await until("acknowledgements after the blow", () => acknowledged >= before + STEADY);
  writing = false;
  await Promise.all(writers);
  return { journeys, complaints };
}

function isHonest({ answer }: Refusal): boolean {
  return answer.status === 503 && answer.code === "UNAVAILABLE" && answer.retryAfter !== null;
}

/** While the database is away, health and calls alike say so, and when to come again. */
async function seeUnavailable(url: string, cast: Cast): Promise<string[]> {
  // Sessions of a killed server may answer for a moment more.
  const end = performance.now() + PATIENCE_MS;
  let health = await fetch(`${url}/api/health/ready`);
  while (health.ok && performance.now() < end) health = await fetch(`${url}/api/health/ready`);
  const call = await query(cast.officer, "viewer.load", {});
  const live = await fetch(`${url}/api/health/live`);
  const complaints: string[] = [];
  if (health.status !== 503 || health.headers.get("retry-after") === null)
    complaints.push(`/api/health/ready answered ${health.status} without its database`);
  if (call.ok || call.status !== 503 || call.code !== "UNAVAILABLE" || call.retryAfter === null)
    complaints.push(`viewer.load answered ${JSON.stringify(call)} without its database`);
  if (live.status !== 200) complaints.push(`/api/health/live answered ${live.status} without its database`);
  return complaints;
}

async function waitUntilReady(url: string): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    const status = await fetch(`${url}/api/health/ready`).then(
      (response) => response.status,
      () => 0,
    );
    if (status === 200) return;
    if (performance.now() > end) throw new Error("the exchange did not come back");
    await pause(50);
  }
}

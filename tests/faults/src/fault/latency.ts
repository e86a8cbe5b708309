import { mutate, query } from "@lilink/test-exchange/call-api";
import { type DelayLine, startDelayLine } from "@lilink/test-exchange/start-delay";
import { startApart } from "@lilink/test-exchange/start-pair";
import { unlimited } from "@lilink/test-exchange/unlimited";
import { gather, isReady, untilReady } from "../crowd.ts";
import { beginJourney, contentOf, firstSummary, type Journey } from "../journey.ts";
import { openWorld } from "../open-world.ts";
import { conclude, type Outcome, type World } from "../world.ts";

const DELAY_MS = 500;
const PROGRAMS = 20;
const CROWD = 20;
/** A program that has no answer by then asks again, under the same key. */
const PATIENCE_MS = 2_500;
const GIVE_UP_MS = 90_000;
/** A call that was under way when the line fell silent ends by the driver's own limit. */
const SILENT_MS = 35_000;

/** A line of half a second to the database ([F04]), and then one that is cut without a word. */
export async function slowLine(): Promise<Outcome[]> {
  const lines: DelayLine[] = [];
  const apart = await startApart(1, { RATE_LIMITS: unlimited }, async ([first = ""]) => {
    const line = await startDelayLine(Number(new URL(first).port));
    lines.push(line);
    return line;
  });
  try {
    const [line] = lines;
    if (!line) throw new Error("there is no line");
    const world = await openWorld(apart);
    return [await slow(world, line), await silent(world, line)];
  } finally {
    await apart.stop();
  }
}

async function slow(world: World, line: DelayLine): Promise<Outcome> {
  const complaints: string[] = [];
  const author = world.cast.authors[1];
  if (!author) throw new Error("nobody has a key");
  const made = await mutate<{ key: string }>(author.caller, "key.create", {
    ...{ name: "slow line", scopes: ["postings:write"], expiresOn: null },
  });
  if (!made.ok) throw new Error(`no key: ${JSON.stringify(made)}`);
  line.setDelay(DELAY_MS / 2);
  const crowd = gather(world, "slow", CROWD);
  const journeys: Journey[] = [];
  let repeats = 0;
  const programs = Array.from({ length: PROGRAMS }, async (_, index) => {
    const journey = beginJourney(`slow-program-${index}`, author);
    journeys.push(journey);
    journey.fates.create = "unknown";
    const sent = await persist(world.url, made.data.key, journey.mark, author.kind);
    repeats += sent.tries - 1;
    if (sent.status === 201) journey.fates.create = "acknowledged";
    else complaints.push(`${journey.mark}: ${sent.status} after ${sent.tries} tries`);
  });
  const live = await fetch(`${world.url}/api/health/live`, { signal: AbortSignal.timeout(2000) });
  if (!live.ok) complaints.push(`/api/health/live answered ${live.status} on a slow line`);
  await Promise.all(programs);
  if (!(await isReady(world.url))) complaints.push("a slow line took readiness away");
  complaints.push(...(await crowd.over));
  line.setDelay(0);
  await untilReady(world.url);
  const figures = { delayMs: DELAY_MS, repeats, acknowledgedByCrowd: crowd.acknowledged() };
  return conclude(
    world,
    "500 ms to the database",
    "slow-",
    [...journeys, ...crowd.journeys],
    complaints,
    figures,
  );
}

/** Asks again and again under one key, as docs/api.md tells a program to. */
async function persist(url: string, key: string, mark: string, kind: string) {
  const end = performance.now() + GIVE_UP_MS;
  const body = JSON.stringify({ kind, content: contentOf(mark, firstSummary(mark)), levels: {} });
  for (let tries = 1; ; tries += 1) {
    const status = await fetch(`${url}/api/v1/postings`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${key}`,
        "content-type": "application/json",
        "idempotency-key": mark,
      },
      body,
      signal: AbortSignal.timeout(tries > 6 ? GIVE_UP_MS / 3 : PATIENCE_MS),
    }).then(
      (response) => response.status,
      () => 0,
    );
    const later = [0, 409, 429, 503].includes(status);
    if (!later || performance.now() > end) return { status, tries };
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function silent(world: World, line: DelayLine): Promise<Outcome> {
  const complaints: string[] = [];
  line.setSilent(true);
  const crowd = gather(world, "silent", CROWD);
  const start = performance.now();
  const live = await fetch(`${world.url}/api/health/live`, { signal: AbortSignal.timeout(2000) });
  if (!live.ok) complaints.push(`/api/health/live answered ${live.status} on a silent line`);
  const health = await fetch(`${world.url}/api/health/ready`, { signal: AbortSignal.timeout(10_000) });
  if (health.status !== 503) complaints.push(`/api/health/ready answered ${health.status} on a silent line`);
  const readyMs = Math.round(performance.now() - start);
  complaints.push(...(await crowd.over));
  const slowestMs = Math.round(performance.now() - start);
  if (slowestMs > SILENT_MS) complaints.push(`a call hung for ${slowestMs} ms on a silent line`);
  line.setSilent(false);
  const backMs = await untilReady(world.url);
  const after = gather(world, "silent-after", CROWD);
  complaints.push(...(await after.over));
  if (after.acknowledged() < CROWD * 3) complaints.push("not everything was taken when the line was back");
  const other = await query(world.cast.officer, "viewer.load", {});
  if (!other.ok) complaints.push(`viewer.load answered ${JSON.stringify(other)} when the line was back`);
  const figures = { readyMs, slowestMs, backMs };
  const journeys = [...crowd.journeys, ...after.journeys];
  return conclude(world, "the line falls silent", "silent-", journeys, complaints, figures);
}

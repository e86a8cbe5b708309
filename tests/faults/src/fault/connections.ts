import { query } from "@lilink/test-exchange/call-api";
import type { Exchange } from "@lilink/test-exchange/start-exchange";
import pg from "pg";
import { gather, untilReady } from "../crowd.ts";
import { conclude, type Outcome, type World } from "../world.ts";

const ANSWER_MS = 8_000;
const BACK_MS = 15_000;
const CROWD = 20;
const DROP =
  "select pg_terminate_backend(pid) from pg_stat_activity where usename in ('lilink_app', 'lilink_worker')";
const LEFT = "select count(*)::int as n from pg_stat_activity where usename = 'lilink_app'";

/** Somebody else holds every connection of the server ([F05]): a clear 503, no hanging, and back when they let go. */
export async function eatConnections(exchange: Exchange, world: World): Promise<Outcome> {
  const complaints: string[] = [];
  const held: pg.Client[] = [];
  const worker = exchange.pidOf("worker");
  // Connected before, or the superuser would find no place either.
  const superuser = new pg.Client({ connectionString: exchange.superuserUrl });
  await superuser.connect();
  let slowestMs = 0;
  try {
    for (let left = 1; left > 0; ) {
      await superuser.query(DROP);
      await takeAll(exchange.ownerUrl, held);
      left = (await superuser.query<{ n: number }>(LEFT)).rows[0]?.n ?? 0;
    }
    const crowd = gather(world, "eaten", CROWD);
    for (const path of ["viewer.load", "board.load", "viewer.load"]) {
      const start = performance.now();
      const call = await query(world.cast.officer, path, {});
      slowestMs = Math.max(slowestMs, performance.now() - start);
      if (call.ok || call.status !== 503 || call.retryAfter === null)
        complaints.push(`${path} answered ${JSON.stringify(call)} without a connection`);
    }
    const health = await fetch(`${exchange.url}/api/health/ready`);
    if (health.status !== 503)
      complaints.push(`/api/health/ready answered ${health.status} without a connection`);
    const live = await fetch(`${exchange.url}/api/health/live`);
    if (live.status !== 200) complaints.push(`/api/health/live answered ${live.status}`);
    if (slowestMs > ANSWER_MS) complaints.push(`an answer took ${Math.round(slowestMs)} ms`);
    complaints.push(...(await crowd.over));
    await Promise.all(held.map((client) => client.end()));
    const backMs = await untilReady(exchange.url, BACK_MS);
    const after = gather(world, "eaten-after", CROWD);
    complaints.push(...(await after.over));
    if (after.acknowledged() < CROWD * 3) complaints.push("not everything was taken afterwards");
    if (exchange.pidOf("worker") !== worker) complaints.push("the worker ended for want of a connection");
    const figures = { held: held.length, slowestMs: Math.round(slowestMs), backMs };
    const journeys = [...crowd.journeys, ...after.journeys];
    return await conclude(world, "all connections eaten", "eaten-", journeys, complaints, figures);
  } finally {
    await superuser.end();
    await Promise.all(held.map((client) => client.end().catch(() => undefined)));
  }
}

async function takeAll(url: string, held: pg.Client[]): Promise<void> {
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    client.on("error", () => undefined);
    try {
      await client.connect();
    } catch (error) {
      if ((error as { code?: string }).code === "53300") return;
      throw error;
    }
    held.push(client);
  }
}

import { rmSync } from "node:fs";
import type { Principal } from "@lilink/db";
import { call, callJob, type Kernel } from "@lilink/services";
import { refoldStates } from "@lilink/services/jobs";
import { loadBattery, overseeBatteries } from "@lilink/services/verbs";
import pg from "pg";

const samples = 300;

const round = (value: number) => Math.round(value * 100) / 100;
export const secondsSince = (start: number) => (performance.now() - start) / 1000;

/** The life line of batteries here and there, as one verb, without a page. */
export async function measureLives(kernel: Kernel, superUrl: string, reader: Principal) {
  const client = await connect(superUrl);
  const { rows } = await client.query<{ code: string }>(
    `select code from trace.battery_state tablesample bernoulli (least(100, 100.0 * ${samples * 3} / greatest((select count(*) from trace.battery_state), 1))) where length(code) = 24 limit ${samples}`,
  );
  await client.end();
  const times: number[] = [];
  for (const { code } of rows) {
    const start = performance.now();
    await call(kernel, reader, loadBattery, { code });
    times.push(performance.now() - start);
  }
  const sorted = times.slice(20).sort((a, b) => a - b);
  const at = (share: number) => round(sorted[Math.floor(sorted.length * share)] ?? 0);
  return { n: sorted.length, p50Ms: at(0.5), p95Ms: at(0.95) };
}

/** The desk of an officer over everything that is open. */
export async function measureDesk(kernel: Kernel, officer: Principal) {
  const times: number[] = [];
  for (let round = 0; round < 5; round++) {
    const start = performance.now();
    await call(kernel, officer, overseeBatteries, { limit: 50 });
    times.push(performance.now() - start);
  }
  return { ms: round(times.sort((a, b) => a - b)[2] ?? 0) };
}

export async function measureRefold(worker: Kernel) {
  const start = performance.now();
  const done = await callJob(worker, { id: worker.newId(), name: "battery.refold" }, refoldStates, {});
  const seconds = secondsSince(start);
  return { batteries: done?.folded ?? 0, seconds: round(seconds) };
}

/** The same rows by the server's own COPY into a bare twin with the same key; `bytes` of heap and indexes over events of one code. */
export async function measureCopy(superUrl: string, file: string) {
  const client = await connect(superUrl);
  const count = async (text: string) => Number((await client.query(text)).rows[0]?.n ?? 0);
  const n = await count("select count(*) as n from trace.custody_event");
  const single = await count("select count(*) as n from trace.custody_event where role = 'self'");
  const bytes = await count(
    "select sum(pg_total_relation_size(inhrelid)) as n from pg_inherits where inhparent = 'trace.custody_event'::regclass",
  );
  await client.query(`copy (select * from trace.custody_event) to '${file}'`);
  await client.query(
    "create schema bench; create table bench.custody_event (like trace.custody_event including all)",
  );
  const start = performance.now();
  await client.query(`copy bench.custody_event from '${file}'`);
  const seconds = secondsSince(start);
  await client.query("drop schema bench cascade");
  rmSync(file, { force: true });
  await client.end();
  return { n, perSecond: Math.round(n / seconds), bytesPerEvent: Math.round(bytes / Math.max(single, 1)) };
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

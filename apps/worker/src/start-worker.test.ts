import { randomUUID } from "node:crypto";
import { beginAs, createPool } from "@lilink/db";
import { createTestDatabase } from "@lilink/db/testing";
import { pino } from "pino";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { createBoss } from "./job/boss.ts";
import { drainOutbox } from "./job/drain.ts";
import { installJobs } from "./job/install.ts";
import { DEAD_LETTER_QUEUE } from "./job/queue.ts";
import type { Handler } from "./job/run.ts";
import { startWorker } from "./start-worker.ts";

const NAMES = ["test.plain", "test.flaky", "test.doomed", "test.crashed", "release.make", "release.print"];
const database = await createTestDatabase();
const app = createPool({ url: database.appUrl });
const worker = createPool({ url: database.workerUrl });
const boss = createBoss(worker, database.workerUrl);
const lines: string[] = [];
const log = pino({ level: "info" }, { write: (line: string) => void lines.push(line) });
const calls: { name: string; id: string; payload: unknown; at: number }[] = [];
let flakyFailures = 2;

const note: Handler = async (payload, { id, name }) => {
  calls.push({ name, id, payload, at: performance.now() });
};
const handlers: Record<string, Handler> = {
  "test.plain": note,
  "test.crashed": note,
  "test.flaky": async (payload, job) => {
    await note(payload, job);
    if (flakyFailures-- > 0) throw new Error("secret 4711");
  },
  "test.doomed": async () => {
    throw new Error("always");
  },
};

async function enqueue(name: string, payload: object, runAt = new Date(0)): Promise<string> {
  const id = randomUUID();
  const client = await app.connect();
  await beginAs(client, { kind: "anonymous" }, new Date());
  await client.query(
    "insert into outbox (id, name, payload, run_at, created_at) values ($1, $2, $3, $4, now())",
    [id, name, payload, runAt],
  );
  await client.query("commit");
  client.release();
  return id;
}

const callsOf = (id: string) => calls.filter((call) => call.id === id);

let running: Awaited<ReturnType<typeof startWorker>>;
let crashedId: string;

beforeAll(async () => {
  await installJobs(database.ownerUrl, NAMES);
  await boss.start();
  await boss.updateQueue("test.doomed", { retryLimit: 0 });
  await boss.updateQueue("test.flaky", { retryBackoff: false, retryDelay: 1 });
  crashedId = await enqueue("test.crashed", {});
  await drainOutbox(worker, boss, ["test.crashed"]);
  // Taken by a worker that dies at once: nobody completes it and nobody keeps its heart beating.
  expect(await boss.fetch("test.crashed")).toHaveLength(1);
  running = await startWorker({
    url: database.workerUrl,
    directUrl: database.workerUrl,
    handlers,
    log,
  });
});

afterAll(async () => {
  await running.stop();
  await boss.stop({ graceful: false });
  await Promise.all([app.end(), worker.end()]);
});

it("a row of the outbox becomes a job under the same id, within a second", async () => {
  const start = performance.now();
  const id = await enqueue("test.plain", { postingId: "p1" });
  await vi.waitFor(() => expect(callsOf(id)).toHaveLength(1), { timeout: 3000, interval: 2 });
  expect(callsOf(id)[0]?.payload).toEqual({ postingId: "p1" });
  expect((callsOf(id)[0]?.at ?? 0) - start).toBeLessThan(1000);
  expect((await worker.query("select 1 from outbox where id = $1", [id])).rowCount).toBe(0);
});

it("[RL4] a release may be in the making for hours and is not made beside itself; a dead worker's is taken up at once", async () => {
  const release = await boss.getQueue("release.make");
  const plain = await boss.getQueue("test.plain");
  expect(release?.expireInSeconds).toBeGreaterThanOrEqual(6 * 3600);
  expect(release?.heartbeatSeconds).toBe(plain?.heartbeatSeconds);
  expect(plain).toMatchObject({ expireInSeconds: 600, heartbeatSeconds: 10 });
});

it("a row long overdue becomes a job that the queue keeps until it has run", async () => {
  const id = await enqueue("test.plain", {}, new Date(0));
  await vi.waitFor(() => expect(callsOf(id)).toHaveLength(1), { timeout: 3000, interval: 2 });
  const { rows } = await worker.query("select keep_until > now() as kept from pgboss.job where id = $1", [
    id,
  ]);
  expect(rows).toEqual([{ kept: true }]);
});

it("[RL14] the newest release is printed before those that wait already", async () => {
  const ids = [await enqueue("release.print", {}), await enqueue("release.print", {})];
  await drainOutbox(worker, boss, ["release.print"]);
  ids.push(await enqueue("release.print", {}));
  await drainOutbox(worker, boss, ["release.print"]);
  const taken = [];
  for (const _ of ids) taken.push(...(await boss.fetch("release.print")));
  expect(taken.map(({ id }) => id)).toEqual(ids.toReversed());
});

it("two hundred rows at once are each worked once", async () => {
  const ids = await Promise.all(Array.from({ length: 200 }, (_, index) => enqueue("test.plain", { index })));
  await vi.waitFor(() => expect(ids.filter((id) => callsOf(id).length > 0)).toHaveLength(200), {
    timeout: 20_000,
    interval: 50,
  });
  expect(ids.filter((id) => callsOf(id).length !== 1)).toEqual([]);
}, 30_000);

it("two workers that drain at the same time move each row once", async () => {
  const ids = await Promise.all(Array.from({ length: 40 }, () => enqueue("test.late", {})));
  await boss.createQueue("test.late");
  const moved = await Promise.all([1, 2, 3].map(() => drainOutbox(worker, boss, ["test.late"])));
  expect(moved.reduce((sum, count) => sum + count)).toBe(ids.length);
  expect(await boss.fetch("test.late", { batchSize: 100 })).toHaveLength(ids.length);
});

it("a row whose transaction fails on the way stays in the outbox", async () => {
  const id = await enqueue("test.nowhere", {});
  await expect(drainOutbox(worker, boss, ["test.nowhere"])).rejects.toThrow();
  expect((await worker.query("select 1 from outbox where id = $1", [id])).rowCount).toBe(1);
});

it("a job is not begun before its time", async () => {
  const id = await enqueue("test.plain", {}, new Date(Date.now() + 3_600_000));
  await vi.waitFor(async () => {
    expect((await worker.query("select 1 from outbox where id = $1", [id])).rowCount).toBe(0);
  });
  expect((await boss.getJobById("test.plain", id))?.state).toBe("created");
  expect(callsOf(id)).toEqual([]);
});

it("a job that fails is tried again under the same id, and its words stay out of log and queue", async () => {
  const id = await enqueue("test.flaky", { text: "secret 4712" });
  await vi.waitFor(() => expect(callsOf(id)).toHaveLength(3), { timeout: 15_000, interval: 50 });
  await vi.waitFor(async () => expect((await boss.getJobById("test.flaky", id))?.state).toBe("completed"));
  expect(lines.join("")).toContain("job failed");
  expect(lines.join("")).not.toContain("secret");
}, 20_000);

it("a job that fails for good lands where somebody looks", async () => {
  await enqueue("test.doomed", {});
  await vi.waitFor(async () => expect(await boss.fetch(DEAD_LETTER_QUEUE)).toHaveLength(1), {
    timeout: 10_000,
    interval: 200,
  });
}, 15_000);

it("a job whose worker died is taken up by another", async () => {
  await vi.waitFor(() => expect(callsOf(crashedId)).toHaveLength(1), { timeout: 40_000, interval: 200 });
}, 45_000);

it("the worker may not change the tables of the queue", async () => {
  await expect(worker.query("create table pgboss.mine ()")).rejects.toMatchObject({ code: "42501" });
  await expect(worker.query("drop table pgboss.job")).rejects.toMatchObject({ code: "42501" });
});

import { createPool } from "@lilink/db";
import { toErrorNote } from "@lilink/watch";
import type { JobResult } from "pg-boss";
import type { Logger } from "pino";
import { createBoss } from "./job/boss.ts";
import { CRON_ZONE, CRONS } from "./job/cron.ts";
import { DRAIN_BATCH, drainOutbox } from "./job/drain.ts";
import { createGiveWay } from "./job/give-way.ts";
import { listenTo } from "./job/listen.ts";
import { startPump } from "./job/pump.ts";
import { batchOf } from "./job/queue.ts";
import { type Handler, runJob } from "./job/run.ts";

export type WorkerOptions = {
  readonly url: string;
  /** Past a pooler, for LISTEN alone. */
  readonly directUrl: string;
  readonly handlers: Readonly<Record<string, Handler>>;
  readonly log: Logger;
};

export type Worker = { stop(): Promise<void> };

const POLL_MS = 2_000;
const STOP_MS = 4_000;

// A full batch is followed by the next at once, so a burst is worked off without waiting for a poll.
const WORK = {
  pollingIntervalSeconds: POLL_MS / 1000,
  notifyPollingIntervalSeconds: POLL_MS / 1000,
  burstWhenBatchFull: true,
  perJobResults: true,
  localConcurrency: 1,
} as const;

/** Moves the outbox into the queue and works the queue, until stopped. */
export async function startWorker({ url, directUrl, handlers, log }: WorkerOptions): Promise<Worker> {
  const names = Object.keys(handlers);
  const pool = createPool({ url, max: 6, name: "lilink-jobs" });
  const boss = createBoss(pool, directUrl);
  boss.on("error", (error) => log.warn(toErrorNote(error), "the queue reports an error"));
  await boss.start({ attempts: 5 });
  const giveWay = createGiveWay();
  for (const [name, handler] of Object.entries(handlers)) {
    const work = { ...WORK, batchSize: batchOf(name) };
    await boss.work<object, unknown, typeof work>(name, work, async (jobs) => {
      const results: JobResult[] = [];
      for (const job of jobs)
        results.push(await giveWay(name, () => runJob(handler, job.data, { id: job.id, name }, log)));
      return results;
    });
  }
  for (const { name, key, cron, payload } of CRONS.filter((entry) => names.includes(entry.name))) {
    await boss.schedule(name, cron, payload, { tz: CRON_ZONE, key });
  }
  const pump = startPump(async () => (await drainOutbox(pool, boss, names)) === DRAIN_BATCH, POLL_MS, log);
  const wake = listenTo(directUrl, "lilink_outbox", { onHint: pump.wake, onStart: pump.wake });
  return {
    stop: async () => {
      await wake.stop();
      await pump.stop();
      await boss.stop({ graceful: true, timeout: STOP_MS });
      await pool.end();
    },
  };
}

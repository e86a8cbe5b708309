import { type Metrics, openRegister } from "@lilink/watch";
import type pg from "pg";
import { Gauge } from "prom-client";
import { readWork, type Work } from "./read-work.ts";

const shown: Readonly<Record<keyof Work, readonly [name: string, help: string]>> = {
  outbox: ["lilink_outbox_waiting", "Rows of the outbox that are due"],
  outboxAge: ["lilink_outbox_age_seconds", "How long the oldest due row of the outbox has waited"],
  jobs: ["lilink_jobs_waiting", "Jobs that are due"],
  jobAge: ["lilink_job_age_seconds", "How long the oldest due job has waited"],
  dead: ["lilink_jobs_dead", "Jobs that failed for good"],
  mails: ["lilink_mails_waiting", "Letters that have not left"],
  webhooks: ["lilink_webhooks_waiting", "Events on their way to addresses of organizations"],
  webhooksDead: ["lilink_webhooks_dead", "Events given up"],
  releases: ["lilink_releases_frozen", "Releases of figures that are out"],
};

/** All that one worker tells of itself and of the work. No label names anybody ([OB1]). */
export function createMetrics(pool: pg.Pool): Metrics {
  const registry = openRegister(() => pool);
  const registers = [registry];
  const up = new Gauge({ name: "lilink_database_up", help: "Whether the database answers", registers });
  const gauges = new Map<string, Gauge>();
  for (const [key, [name, help]] of Object.entries(shown))
    gauges.set(key, new Gauge({ name, help, registers }));
  const seconds = new Gauge({
    name: "lilink_work_read_seconds",
    help: "How long it took to read how the work stands",
    registers,
  });
  return {
    contentType: registry.contentType,
    // Before the page is written, not by its gauges: they are written one beside another.
    write: async () => {
      const end = seconds.startTimer();
      const work = await readWork(pool).catch(() => null);
      end();
      up.set(work ? 1 : 0);
      for (const [key, value] of Object.entries(work ?? {})) gauges.get(key)?.set(value);
      return registry.metrics();
    },
  };
}

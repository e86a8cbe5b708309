import type pg from "pg";

/** How the work stands: what waits where, and for how long. Counts over all organizations, no id among them. */
export type Work = {
  readonly outbox: number;
  readonly outboxAge: number;
  readonly jobs: number;
  readonly jobAge: number;
  readonly dead: number;
  readonly mails: number;
  readonly webhooks: number;
  readonly webhooksDead: number;
  readonly releases: number;
};

const age = (column: string) => `coalesce(greatest(0, extract(epoch from now() - min(${column}))), 0)::float`;

const SQL = `select o.*, j.*, d.*, m.*, w.*, r.* from
  (select count(*)::int as outbox, ${age("run_at")} as "outboxAge" from outbox where run_at <= now()) o,
  (select count(*)::int as jobs, ${age("start_after")} as "jobAge" from pgboss.job
    where state in ('created', 'retry') and start_after <= now() and name <> 'job.dead') j,
  (select count(*)::int as dead from pgboss.job where name = 'job.dead') d,
  (select count(*)::int as mails from mail where sent_at is null) m,
  (select count(*) filter (where state = 'waiting')::int as webhooks,
    count(*) filter (where state = 'dead')::int as "webhooksDead" from webhook_delivery) w,
  (select count(*)::int as releases from figure_release where state = 'frozen') r`;

/** Reads it by the worker's own connection; throws when the database is away. */
export async function readWork(pool: pg.Pool): Promise<Work> {
  const { rows } = await pool.query<Work>(SQL);
  const [work] = rows;
  if (!work) throw new Error("no row of the work");
  return work;
}

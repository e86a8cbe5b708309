import type pg from "pg";
import { type Db, PgBoss } from "pg-boss";
import { listenTo } from "./listen.ts";

const SCHEMA = "pgboss";

/**
 * The queue as the worker uses it: every statement is plain DML that the install step granted, and stands for itself, so
 * that the pool may go through a pooler. Whoever made the pool ends it, after the queue.
 */
export function createBoss(pool: pg.Pool, directUrl: string): PgBoss {
  return new PgBoss({
    db: toDb(pool, directUrl),
    schema: SCHEMA,
    migrate: false,
    createSchema: false,
    reindex: false,
    monitorVacuum: false,
    registerInstance: false,
    useListenNotify: true,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
    queueCacheIntervalSeconds: 30,
    cronMonitorIntervalSeconds: 20,
  });
}

function toDb(pool: pg.Pool, directUrl: string): Db {
  return {
    executeSql: (text, values) => pool.query(text, values),
    listen: async (channel, onHint, onStart) => {
      const listening = listenTo(directUrl, channel, { onHint, onStart });
      return { close: () => listening.stop() };
    },
  };
}

/** The queue as the owner of the schema uses it, to make and to upgrade its tables and nothing else. */
export function createInstallerBoss(ownerUrl: string): PgBoss {
  return new PgBoss({
    connectionString: ownerUrl,
    schema: SCHEMA,
    application_name: "lilink-install",
    max: 2,
    supervise: false,
    schedule: false,
    registerInstance: false,
  });
}

export const JOB_GRANTS = [
  `grant usage on schema ${SCHEMA} to lilink_worker`,
  `grant select, insert, update, delete on all tables in schema ${SCHEMA} to lilink_worker`,
  `grant execute on all functions in schema ${SCHEMA} to lilink_worker`,
];

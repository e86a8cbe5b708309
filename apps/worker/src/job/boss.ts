import { PgBoss } from "pg-boss";

const SCHEMA = "pgboss";

/** The queue as the worker uses it: every statement is plain DML that the install step granted. */
export function createBoss(url: string): PgBoss {
  return new PgBoss({
    connectionString: url,
    schema: SCHEMA,
    application_name: "lilink-jobs",
    max: 4,
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

import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import pg from "pg";
import { requireBoundRole } from "./bound-role.ts";
import { createStatementNames, isDirect, nameStatements, type StatementNames } from "./name-statements.ts";
import { traceQueries } from "./trace-queries.ts";

/** The query builder bound to one connection; relational queries are not used, so it carries no schema. */
export type Database = NodePgDatabase<Record<string, never>>;

export type PoolOptions = {
  readonly url: string;
  readonly max?: number;
  readonly name?: string;
  /** Gives out no connection whose role row security does not bind: asking fails with a RoleError. */
  readonly bound?: boolean;
  /** The variable that the address came from, for the error that names it. */
  readonly variable?: string;
  /** How long an answer is waited for; longer than any statement may take, unless told. */
  readonly silenceMs?: number;
};

/**
 * Opens a transaction that cannot run or wait for ever. The limits are its own and not the connection's: a pooler in
 * transaction mode refuses them as parameters of a connection.
 */
export const BEGIN =
  "begin; set local statement_timeout = '20s'; set local idle_in_transaction_session_timeout = '30s'";

/** What a person or a program waits for behind a lock; a job has time and waits as long as a statement may. */
export const LOCK_LIMIT = "set local lock_timeout = '10s'";

/** A statement ends in the server after 20 s. Who has no answer by then has lost the server, though no one said so. */
const SILENCE_MS = 25_000;

/** A pool that fails instead of hanging: callers get UNAVAILABLE when no connection comes in time. */
export function createPool({
  url,
  max = 10,
  name = "lilink",
  bound = false,
  variable,
  silenceMs = SILENCE_MS,
}: PoolOptions): pg.Pool {
  const names = createStatementNames();
  const pool = new pg.Pool({
    connectionString: url,
    max,
    application_name: name,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    query_timeout: silenceMs,
    keepAlive: true,
    ...(bound ? { onConnect: (client: pg.ClientBase) => greet(client, variable, names) } : {}),
  });
  pool.on("error", () => undefined);
  // A connection that is lost while it is lent out says so a second time, to nobody: without an ear the process ends.
  pool.on("connect", (client) => {
    client.on("error", () => undefined);
    traceQueries(client);
  });
  return pool;
}

async function greet(
  client: pg.ClientBase,
  variable: string | undefined,
  names: StatementNames,
): Promise<void> {
  if (isDirect(client, await requireBoundRole(client, variable))) nameStatements(client, names);
}

export function toDatabase(client: pg.PoolClient | pg.Client | pg.Pool): Database {
  return drizzle(client) as Database;
}

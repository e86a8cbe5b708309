import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { applyMigrations } from "./plan/apply-migrations.ts";
import { applyPlan } from "./plan/apply-plan.ts";
import { readPlan } from "./plan/sources.ts";
import { applyTrace } from "./trace/apply-trace.ts";

/** Any number would do; it only has to be the same for every migrator of one database. */
const migrationLock = 5_318_008;

// Who waits for a table makes all who come after him wait too: while the version before serves, a turn is given up soon.
const LOCK_WAIT_MS = 3000;
const PAUSE_MS = 500;
const TRIES = 100;

/** Not available in time, and a deadlock: both pass when the other side has finished. */
const BUSY: readonly unknown[] = ["55P03", "40P01"];

/**
 * Brings a database to the newest tables and plan, in one transaction ([RC7]). Two migrators at once wait for one another;
 * readers and writers of the version before go on meanwhile, except while a table or its policies are changed.
 */
export async function migrate(
  ownerUrl: string,
  // The folder that holds `migrations` and `sql`. Not `new URL(…, import.meta.url)`: the web's bundler takes that for a file.
  home: string = join(dirname(fileURLToPath(import.meta.url)), ".."),
  lockWaitMs: number = LOCK_WAIT_MS,
): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [migrationLock]);
    await client.query("select set_config('lock_timeout', $1, false)", [`${lockWaitMs}ms`]);
    for (let left = TRIES; ; left -= 1) {
      const busy = await takeTurn(client, home).then(() => null, toBusy);
      if (busy === null) return;
      if (left <= 1) throw busy;
      await pause(PAUSE_MS);
    }
  } finally {
    await client.end();
  }
}

async function takeTurn(client: pg.Client, home: string): Promise<void> {
  await client.query("begin");
  try {
    await applyMigrations(client, home);
    await applyPlan(client, readPlan(home));
    await applyTrace(client, home);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  }
}

/** The error that says that a table was in use; any other is thrown. */
function toBusy(error: unknown): Error {
  if (error instanceof Error && BUSY.includes((error as { code?: string }).code)) return error;
  throw error;
}

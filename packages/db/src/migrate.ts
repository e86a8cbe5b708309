import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate as runMigrations } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";

/** Any number would do; it only has to be the same for every migrator of one database. */
const migrationLock = 5_318_008;

// Who waits for a table makes all who come after him wait too: while the version before serves, a turn is given up soon.
const LOCK_WAIT_MS = 3000;
const PAUSE_MS = 500;
const TRIES = 100;

/**
 * Brings a database to the newest schema, in one transaction ([RC7]). Two migrators at once wait for one another; readers
 * and writers of the version before go on meanwhile, but for the moment in which a table is changed.
 */
export async function migrate(
  ownerUrl: string,
  // Not `new URL(…, import.meta.url)`: the web's bundler takes that for a file to bundle, and this is a folder.
  folder: string = join(dirname(fileURLToPath(import.meta.url)), "..", "migrations"),
  lockWaitMs: number = LOCK_WAIT_MS,
): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [migrationLock]);
    await client.query("select set_config('lock_timeout', $1, false)", [`${lockWaitMs}ms`]);
    for (let left = TRIES; ; left -= 1) {
      const busy = await runMigrations(drizzle(client), { migrationsFolder: folder }).then(
        () => null,
        toBusy,
      );
      if (busy === null) return;
      if (left <= 1) throw busy;
      await pause(PAUSE_MS);
    }
  } finally {
    await client.end();
  }
}

/** The error that says that a table was in use; any other is thrown. */
function toBusy(error: unknown): Error {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  if (error instanceof Error && (cause as { code?: string }).code === "55P03") return error;
  throw error;
}

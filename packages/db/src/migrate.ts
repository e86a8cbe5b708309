import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate as runMigrations } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";

/** Any number would do; it only has to be the same for every migrator of one database. */
const migrationLock = 5_318_008;

/** Brings a database to the newest schema. Two migrators at once wait for one another. */
export async function migrate(
  ownerUrl: string,
  // Not `new URL(…, import.meta.url)`: the web's bundler takes that for a file to bundle, and this is a folder.
  folder: string = join(dirname(fileURLToPath(import.meta.url)), "..", "migrations"),
): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [migrationLock]);
    await runMigrations(drizzle(client), { migrationsFolder: folder });
  } finally {
    await client.end();
  }
}

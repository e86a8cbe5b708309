import { join } from "node:path";
import { readMigrationFiles } from "drizzle-orm/migrator";
import type pg from "pg";

const JOURNAL = `create schema if not exists drizzle;
  create table if not exists drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)`;

/** The hash of 0049_kept_counts, the last of fifty migrations of which the baseline is the sum. */
const LAST_BEFORE_BASELINE = "bc578a520ca935323f928b22badee929681b54e73eb64382a234d5d7c15d1ddc";

/** A database of a version too old to be brought to this one; the message is one line for the operator. */
export class MigrationError extends Error {
  override readonly name = "MigrationError";
}

type Applied = { readonly hash: string; readonly created_at: string };

/** Applies the migrations of tables that the database has not seen. Runs within the caller's transaction. */
export async function applyMigrations(client: pg.Client, home: string): Promise<void> {
  await client.query(JOURNAL);
  const migrations = readMigrationFiles({ migrationsFolder: join(home, "migrations") });
  const [baseline] = migrations;
  if (baseline === undefined) throw new MigrationError("packages/db/migrations holds no migration");
  const last = await readLast(client);
  const onBaseline = last?.hash === LAST_BEFORE_BASELINE;
  if (onBaseline) {
    await client.query("delete from drizzle.__drizzle_migrations");
    await note(client, baseline);
  } else if (last !== undefined && Number(last.created_at) < baseline.folderMillis) {
    throw new MigrationError(
      "The database is of a version before 0049_kept_counts: start that version once, then this one, see docs/operations.md.",
    );
  }
  const from = onBaseline ? baseline.folderMillis : Number(last?.created_at ?? 0);
  for (const migration of migrations.filter(({ folderMillis }) => folderMillis > from)) {
    for (const statement of migration.sql) await client.query(statement);
    await note(client, migration);
  }
}

async function readLast(client: pg.Client): Promise<Applied | undefined> {
  const { rows } = await client.query<Applied>(
    "select hash, created_at from drizzle.__drizzle_migrations order by created_at desc limit 1",
  );
  return rows[0];
}

async function note(client: pg.Client, migration: { hash: string; folderMillis: number }): Promise<void> {
  await client.query("insert into drizzle.__drizzle_migrations (hash, created_at) values ($1, $2)", [
    migration.hash,
    migration.folderMillis,
  ]);
}

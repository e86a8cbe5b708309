import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type pg from "pg";

const JOURNAL = `create schema if not exists drizzle;
  create table if not exists drizzle.trace_migration (name text primary key, hash text not null)`;

/**
 * Applies the migrations of the schema `trace` that the database has not seen, each whole, in the order of their names. They
 * are apart from the others, since the tables may live on another server. Runs within the caller's transaction. [TR20]
 * @throws Error where a migration that was applied has changed since
 */
export async function applyTrace(client: pg.Client, home: string): Promise<void> {
  await client.query(JOURNAL);
  const { rows } = await client.query<{ name: string; hash: string }>(
    "select name, hash from drizzle.trace_migration",
  );
  const applied = new Map(rows.map(({ name, hash }) => [name, hash]));
  const folder = join(home, "migrations", "trace");
  for (const name of readdirSync(folder)
    .filter((file) => file.endsWith(".sql"))
    .sort()) {
    const text = readFileSync(join(folder, name), "utf8");
    const hash = createHash("sha256").update(text).digest("hex");
    const known = applied.get(name);
    if (known !== undefined && known !== hash)
      throw new Error(`trace/${name} has changed since it was applied`);
    if (known !== undefined) continue;
    await client.query(text);
    await client.query("insert into drizzle.trace_migration (name, hash) values ($1, $2)", [name, hash]);
  }
}

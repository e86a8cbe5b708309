import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase } from "../testing/index.ts";
import { migrate } from "./migrate.ts";

const database = await createTestDatabase();
const owner = new pg.Client({ connectionString: database.ownerUrl });
const holder = new pg.Client({ connectionString: database.ownerUrl });
const home = mkdtempSync(join(tmpdir(), "lilink-migrate-"));
const folder = join(home, "migrations");
const PACKAGE = join(import.meta.dirname, "..");
const GATE = 4242;

beforeAll(async () => {
  await Promise.all([owner.connect(), holder.connect()]);
  await owner.query("create table ware (id int primary key, name text not null)");
  await owner.query("insert into ware select n, 'ware ' || n from generate_series(1, 5000) n");
  for (const name of ["migrations", "sql"])
    cpSync(join(PACKAGE, name), join(home, name), { recursive: true });
  // Two steps with a gate between them, which opens while nobody holds the lock.
  addMigration("9001_gate", [
    "alter table ware add column weight numeric",
    "update ware set weight = id",
    `select pg_advisory_xact_lock(${GATE})`,
    "create table ware_note (ware_id int references ware(id) on delete cascade)",
  ]);
});
afterAll(async () => {
  await Promise.all([owner.end(), holder.end()]);
  rmSync(home, { recursive: true, force: true });
});

function addMigration(tag: string, statements: readonly string[]): void {
  writeFileSync(join(folder, `${tag}.sql`), statements.join(";--> statement-breakpoint\n"));
  const path = join(folder, "meta/_journal.json");
  const journal = JSON.parse(readFileSync(path, "utf8")) as { entries: { when: number }[] };
  const last = Math.max(...journal.entries.map(({ when }) => when));
  const entry = { idx: journal.entries.length, version: "7", when: last + 1, tag, breakpoints: true };
  writeFileSync(path, JSON.stringify({ ...journal, entries: [...journal.entries, entry] }));
}

const count = async (sql: string) => (await owner.query<{ n: number }>(sql)).rows[0]?.n;
const weights = "select count(*)::int as n from information_schema.columns where column_name = 'weight'";
const waiting = (kind: string) =>
  `select count(*)::int as n from pg_locks where not granted and locktype = '${kind}'
    and database = (select oid from pg_database where datname = current_database())`;

async function until(sql: string, wanted: (n: number) => boolean): Promise<void> {
  while (!wanted((await count(sql)) ?? 0));
}

describe("migrating while the version before serves", () => {
  it("[RC7] is whole or absent after a kill in the middle, and is repeated by the next start", async () => {
    await holder.query("select pg_advisory_lock($1)", [GATE]);
    const code = `import(${JSON.stringify(join(import.meta.dirname, "migrate.ts"))}).then((m) => m.migrate(${JSON.stringify(
      database.ownerUrl,
    )}, ${JSON.stringify(home)}, 0))`;
    const child = spawn(process.execPath, ["--import", "tsx", "-e", code], { stdio: "inherit" });
    const gone = new Promise((resolve) => child.once("exit", resolve));
    await until(waiting("advisory"), (n) => n === 1);
    child.kill("SIGKILL");
    await gone;
    const again = migrate(database.ownerUrl, home);
    await holder.query("select pg_advisory_unlock($1)", [GATE]);
    await again;
    expect(await count("select count(*)::int as n from ware where weight = id")).toBe(5000);
    expect(await count("select count(*)::int as n from ware_note")).toBe(0);
    // The version before knows nothing of the new column.
    await owner.query("insert into ware (id, name) values (0, 'of the version before')");
  });

  it("[RC7] leaves nothing of its first steps when it never comes to its last", async () => {
    addMigration("9002_broken", ["alter table ware add column height numeric", "select nobody_knows_this()"]);
    await expect(migrate(database.ownerUrl, home)).rejects.toThrow();
    expect(await count(weights.replace("weight", "height"))).toBe(0);
    expect(await count(weights)).toBe(1);
  });

  it("[RC7] waits for a table without making others wait behind it", async () => {
    writeFileSync(join(folder, "9002_broken.sql"), "alter table ware add column depth numeric");
    await holder.query("begin");
    await holder.query("select count(*) from ware");
    const migrating = migrate(database.ownerUrl, home, 20);
    await until(waiting("relation"), (n) => n > 0);
    // Answered although the holder goes on: the migration has given up its turn.
    expect(await count("select count(*)::int as n from ware")).toBe(5001);
    await holder.query("commit");
    await migrating;
    expect(await count(weights.replace("weight", "depth"))).toBe(1);
  });
});

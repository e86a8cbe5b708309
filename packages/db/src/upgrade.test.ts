import { spawn } from "node:child_process";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createOldDatabase, createTestDatabase, readCatalog } from "../testing/index.ts";
import { migrate } from "./migrate.ts";

const [fresh, first, second] = [
  await createTestDatabase(),
  await createOldDatabase(),
  await createOldDatabase(),
];
const open = (url: string) => new pg.Client({ connectionString: url });
const [planned, killed, holder] = [open(fresh.ownerUrl), open(second.ownerUrl), open(second.ownerUrl)];

beforeAll(() => Promise.all([planned, killed, holder].map((client) => client.connect())));
afterAll(() => Promise.all([planned, killed, holder].map((client) => client.end())));

/** The columns of every table but the one that the baseline's successor adds. */
async function readColumns(client: pg.Client): Promise<Record<string, string>> {
  const { rows } = await client.query<{ name: string; columns: string }>(
    `select table_name as name, string_agg(quote_ident(column_name), ', ' order by ordinal_position) as columns
      from information_schema.columns join pg_tables on schemaname = table_schema and tablename = table_name
      where table_schema = 'public' and table_name <> 'chain_concept' group by 1 order by 1`,
  );
  return Object.fromEntries(rows.map(({ name, columns }) => [name, columns]));
}

/** Every row of these tables in these columns, as one hash for each table. */
async function readRows(client: pg.Client, columns: Record<string, string>): Promise<Record<string, string>> {
  const held: Record<string, string> = {};
  for (const [name, list] of Object.entries(columns)) {
    const { rows } = await client.query<{ n: string; hash: string }>(
      `select count(*) as n, md5(string_agg(t::text, '|' order by t::text)) as hash from (select ${list} from ${name}) t`,
    );
    held[name] = `${rows[0]?.n} ${rows[0]?.hash}`;
  }
  return held;
}

describe("upgrading a data folder of the last version before the baseline", () => {
  it("gives the schema of a fresh database and keeps every row", async () => {
    const client = open(first.ownerUrl);
    await client.connect();
    try {
      const columns = await readColumns(client);
      const before = await readRows(client, columns);
      expect(Object.keys(before)).toHaveLength(83);
      expect(Object.values(before).filter((held) => held.startsWith("0 "))).toEqual([]);
      await migrate(first.ownerUrl);
      expect(await readCatalog(client)).toEqual(await readCatalog(planned));
      expect(await readRows(client, columns)).toEqual(before);
      const marks = "select hash, created_at from drizzle.__drizzle_migrations order by created_at";
      expect((await client.query(marks)).rows).toEqual((await planned.query(marks)).rows);
    } finally {
      await client.end();
    }
  });

  it("[DU1] an earlier debt gets its duty once, and nobody gets a second notice of a long overdue one", async () => {
    const client = open(first.ownerUrl);
    await client.connect();
    try {
      const owed = `select 'introduction' as subject, count(*)::int as n from introduction where state = 'sent'
        union all select 'return_form', count(*)::int from return_form where state in ('open', 'draft', 'queried')
        union all select 'meeting_decision', count(*)::int from meeting_decision where done_at is null and withdrawn_at is null
        union all select 'claim', count(*)::int from claim where state = 'open'
        union all select 'report', count(*)::int from abuse_report where finding is null`;
      const kept =
        "select subject_kind as subject, count(*)::int as n from duty where ended_at is null group by 1";
      const wanted = (await client.query<{ subject: string; n: number }>(owed)).rows.filter(({ n }) => n > 0);
      expect(wanted.length).toBeGreaterThan(1);
      const bySubject = (rows: { subject: string }[]) =>
        rows.sort((a, b) => a.subject.localeCompare(b.subject));
      expect(bySubject((await client.query(kept)).rows)).toEqual(bySubject(wanted));
      const untold = "select count(*)::int as n from duty where due_at < now() and overdue_at is null";
      expect((await client.query(untold)).rows).toEqual([{ n: 0 }]);
      await migrate(first.ownerUrl);
      expect(bySubject((await client.query(kept)).rows)).toEqual(bySubject(wanted));
    } finally {
      await client.end();
    }
  });

  it("refuses a database of a version before that, with what to do", async () => {
    const client = open(first.ownerUrl);
    await client.connect();
    await client.query("update drizzle.__drizzle_migrations set created_at = 1795728779464, hash = 'older'");
    await expect(migrate(first.ownerUrl)).rejects.toThrow(/before 0049_kept_counts: start that version once/);
    await client.end();
  });

  it("[RC7] killed at any point leaves the old or the new, and the next start completes", async () => {
    const [oldCatalog, columns] = [await readCatalog(killed), await readColumns(killed)];
    const rows = await readRows(killed, columns);
    for (const held of ["drizzle.__drizzle_migrations", "abuse_report", "outbox", "worker_beat"]) {
      await holder.query(`begin; lock table ${held} in share mode`);
      await killWhileWaiting();
      await holder.query("commit");
      await until(
        "select count(*)::int as n from pg_stat_activity where application_name = 'lilink-killed'",
        0,
      );
      expect(await readCatalog(killed), held).toEqual(oldCatalog);
    }
    await migrate(second.ownerUrl);
    expect(await readCatalog(killed)).toEqual(await readCatalog(planned));
    expect(await readRows(killed, columns)).toEqual(rows);
    // Five migrators start one after the other.
  }, 180_000);
});

/** Starts a migrator, kills it while it waits for the holder's lock, and returns when it is gone. */
async function killWhileWaiting(): Promise<void> {
  const url = `${second.ownerUrl}?application_name=lilink-killed`;
  const code = `import(${JSON.stringify(join(import.meta.dirname, "migrate.ts"))}).then((m) => m.migrate(${JSON.stringify(url)}, undefined, 0))`;
  const child = spawn(process.execPath, ["--import", "tsx", "-e", code], { stdio: "inherit" });
  const gone = new Promise((resolve) => child.once("exit", resolve));
  await until(
    "select count(*)::int as n from pg_locks where not granted and pid in (select pid from pg_stat_activity where application_name = 'lilink-killed')",
    1,
  );
  child.kill("SIGKILL");
  await gone;
}

async function until(sql: string, wanted: number): Promise<void> {
  while ((await killed.query<{ n: number }>(sql)).rows[0]?.n !== wanted);
}

import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findRowSecurityGaps } from "../testing/find-gaps.ts";
import { createTestDatabase } from "../testing/index.ts";

const database = await createTestDatabase();
const owner = new pg.Client({ connectionString: database.ownerUrl });
const app = new pg.Client({ connectionString: database.appUrl });

beforeAll(async () => {
  await owner.connect();
  await app.connect();
});
afterAll(async () => {
  await app.end();
  await owner.end();
});

describe("row security over the whole catalog", () => {
  it("[PL3] leaves no table, view, function or role outside", async () => {
    expect(await findRowSecurityGaps(owner)).toEqual([]);
  });

  it("[PL3] finds a table that somebody forgot, and a view that runs as its owner", async () => {
    await owner.query("begin");
    await owner.query(
      "create table forgotten (organization_id uuid); grant select on forgotten to lilink_app",
    );
    await owner.query("create view peep as select * from posting");
    await owner.query(
      `create policy blind on forgotten for select to lilink_app
        using (exists (select 1 from membership m where m.organization_id = organization_id))`,
    );
    const gaps = await findRowSecurityGaps(owner);
    await owner.query("rollback");
    expect(gaps).toEqual([
      "table without forced row security: forgotten",
      "table that a statement without an actor may read: forgotten",
      "policy that compares a column with itself: forgotten.blind",
      "view that does not run with the caller's rights: peep",
    ]);
  });

  it("[PL2] gives a connection without an actor no row of any tenant", async () => {
    const { rows } = await owner.query<{ name: string }>(
      `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'public' and c.relkind = 'r' and has_table_privilege('lilink_app', c.oid, 'select')`,
    );
    expect(rows.length).toBeGreaterThan(15);
    for (const { name } of rows) {
      const { rowCount } = await app.query(`select 1 from ${name} limit 1`);
      expect(rowCount, name).toBe(0);
    }
  });

  it("plans no table's reading with more than ten others", async () => {
    const { rows } = await owner.query<{ name: string }>(
      `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'public' and c.relkind = 'r' and has_table_privilege('lilink_app', c.oid, 'select')`,
    );
    const heavy: string[] = [];
    for (const { name } of rows) {
      const plan = await app.query<{ "QUERY PLAN": string }>(`explain select * from ${name}`);
      const scans = plan.rows.filter((line) => line["QUERY PLAN"].includes(" Scan ")).length;
      if (scans > 10) heavy.push(`${name}: ${scans}`);
    }
    expect(heavy).toEqual([]);
  });
});

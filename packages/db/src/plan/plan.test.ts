import { readdirSync } from "node:fs";
import { join } from "node:path";
import { listMachines } from "@lilink/model/machines";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEmptyDatabase, createTestDatabase, findPlanDrift, readCatalog } from "../../testing/index.ts";
import { migrate } from "../migrate.ts";
import { fillMachines } from "../register/machine-rows.ts";
import { applyPlan } from "./apply-plan.ts";
import { readStatements, type Statement } from "./read-statements.ts";
import { readPlan, sources } from "./sources.ts";

const HOME = join(import.meta.dirname, "../..");
const plan = readPlan(HOME);
const database = await createTestDatabase();
const empty = await createEmptyDatabase();
const owner = new pg.Client({ connectionString: database.ownerUrl });

beforeAll(() => owner.connect());
afterAll(() => owner.end());

/** Runs in a transaction that never commits. */
async function tryOut<Result>(sql: string, use: () => Promise<Result>): Promise<Result> {
  await owner.query("begin");
  try {
    await owner.query(sql);
    return await use();
  } finally {
    await owner.query("rollback");
  }
}

/** Tables that hold rows of every register. */
const ofAll: readonly string[] = ["duty", "record_step"];

/** The files that speak of a table: by its heading, or by a policy or grant on it. */
function findHomes(statements: readonly Statement[], table: string): string[] {
  const heading = new RegExp(`^-- ${table}(?:: .*)?$`, "m");
  const grant = new RegExp(`^grant [\\w ,()]+ on ${table} to `);
  const headed = sources.filter(({ name, text }) => name.startsWith("sql/") && heading.test(text(HOME)));
  const stated = statements.filter(
    ({ source, kind, key, sql }) =>
      // A register's declaration is the one home of its tables, and says who reads its rows among those of all.
      (source.startsWith("sql/") || (source === "registers" && !ofAll.includes(table))) &&
      (kind === "grant" ? grant.test(sql) : kind === "policy" && key.startsWith(`${table}.`)),
  );
  return [...new Set([...headed.map(({ name }) => name), ...stated.map(({ source }) => source)])].sort();
}

const TAMPER = `create function app.stray() returns int language sql as 'select 1';
  create policy stray on posting for select to lilink_app using (true);
  drop trigger kept on meeting;
  grant select on credential to lilink_app;
  revoke insert on posting from lilink_app`;

describe("the plan and the catalog", () => {
  it("every function, policy, trigger and grant comes from exactly one source", async () => {
    expect(plan.length).toBeGreaterThan(500);
    expect(await findPlanDrift(owner, plan)).toEqual([]);
  });

  it("a thing that stands in no source, or is missing, is found", async () => {
    expect(await tryOut(TAMPER, () => findPlanDrift(owner, plan))).toEqual([
      "in no source: function app.stray()",
      "in no source: grant EXECUTE on app.stray() to public",
      "in no source: grant SELECT on credential to lilink_app",
      "in no source: policy posting.stray",
      "not in the database: grant INSERT on posting to lilink_app",
      "not in the database: trigger meeting.kept",
    ]);
  });

  it("a function that two sources declare is found", async () => {
    const again = readStatements(
      "planted",
      "create or replace function app.org() returns uuid language sql as ''",
    );
    expect(await findPlanDrift(owner, [...plan, ...again])).toEqual(["declared twice: function app.org()"]);
  });

  it("who may read and write a table stands in one file, under the table's name", async () => {
    const { rows } = await owner.query<{ name: string }>(
      "select tablename as name from pg_tables where schemaname = 'public' order by 1",
    );
    expect(rows.length).toBeGreaterThan(80);
    expect(rows.filter(({ name }) => findHomes(plan, name).length !== 1)).toEqual([]);
    const elsewhere = readStatements("sql/worker.sql", "create policy planted on posting using (true)");
    expect(findHomes([...plan, ...elsewhere], "posting")).toEqual(["sql/posting.sql", "sql/worker.sql"]);
  });

  it("no file of packages/db/sql makes a table: what holds rows is a migration", () => {
    const inFile = ({ source, kind }: Statement) => source.startsWith("sql/") && kind === "table";
    expect(plan.filter(inFile).map(({ key }) => key)).toEqual([]);
    const planted = readStatements("sql/worker.sql", "create table if not exists planted (id uuid)");
    expect(planted.filter(inFile)).toHaveLength(1);
  });

  it("every file of packages/db/sql is a source", () => {
    const files = readdirSync(join(HOME, "sql")).map((name) => `sql/${name}`);
    expect(files.filter((name) => !sources.some((source) => source.name === name))).toEqual([]);
  });
});

describe("applying the plan", () => {
  it("repairs what was dropped, drops what no source declares, and does nothing the second time", async () => {
    const before = await readCatalog(owner);
    const after = await tryOut(TAMPER, async () => {
      await applyPlan(owner, plan);
      return readCatalog(owner);
    });
    expect(after).toEqual(before);
    const written = "select distinct xmin::text from drizzle.plan";
    const { rows } = await owner.query(written);
    await migrate(database.ownerUrl);
    expect((await owner.query(written)).rows).toEqual(rows);
  });

  it("gives a function another result although policies use it", async () => {
    const changed = plan.map((statement) =>
      statement.key === "app.acted()"
        ? {
            ...statement,
            sql: "create or replace function app.acted(out done boolean) language sql stable as 'select true'",
          }
        : statement,
    );
    const wanted = (await readCatalog(owner)).filter((line) => line.startsWith("policy ")).length;
    const rows = await tryOut("select 1", async () => {
      await applyPlan(owner, changed);
      return readCatalog(owner);
    });
    expect(rows.filter((line) => line.startsWith("policy "))).toHaveLength(wanted);
    expect(rows.filter((line) => line.startsWith("function app.acted()")).join()).toContain(
      "OUT done boolean",
    );
  });

  it("[SM3] brings the machines of an earlier version to those of this one", async () => {
    const rowsOf = async () =>
      (await owner.query("select * from machine_state order by 1, 2")).rows.concat(
        (await owner.query("select * from machine_step order by 1, 2, 3")).rows,
      );
    const now = await rowsOf();
    const fewer = fillMachines(listMachines().slice(0, -2));
    const earlier = sources.map((source) =>
      source.name === "machines" ? { ...source, text: () => fewer } : source,
    );
    const [before, after] = await tryOut("select 1", async () => {
      await applyPlan(owner, readPlan(HOME, earlier));
      const old = await rowsOf();
      await applyPlan(owner, plan);
      return [old, await rowsOf()];
    });
    expect(before.length).toBeLessThan(now.length);
    expect(after).toEqual(now);
  });

  it("locks only the table whose policy changes", async () => {
    const changed = plan.map((statement) =>
      statement.key === "posting.review_read" ? { ...statement, sql: `${statement.sql} ` } : statement,
    );
    const { rows } = await tryOut("select 1", async () => {
      await applyPlan(owner, changed);
      return owner.query(
        `select relation::regclass::text as name from pg_locks where pid = pg_backend_pid() and mode = 'AccessExclusiveLock'
         and relation in (select oid from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r')`,
      );
    });
    expect(rows).toEqual([{ name: "posting" }]);
  });

  it("makes the same database from nothing, in one transaction", async () => {
    await migrate(empty.ownerUrl);
    const fresh = new pg.Client({ connectionString: empty.ownerUrl });
    await fresh.connect();
    try {
      expect(await readCatalog(fresh)).toEqual(await readCatalog(owner));
    } finally {
      await fresh.end();
    }
  });
});

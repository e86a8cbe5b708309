import pg from "pg";
import { expect, it } from "vitest";
import { createTestDatabase } from "./create-test-database.ts";

const database = await createTestDatabase();

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

it.each([
  ["lilink_owner", database.ownerUrl],
  ["lilink_app", database.appUrl],
  ["lilink_worker", database.workerUrl],
])("%s signs in, owns its password alone and may bypass nothing", async (role, url) => {
  const rows = await ask(
    url,
    "select rolname, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole from pg_roles where rolname = current_user",
  );
  expect(rows).toEqual([
    { rolname: role, rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false },
  ]);
});

it("neither the app nor the worker owns a table", async () => {
  const rows = await ask(
    database.ownerUrl,
    "select tablename from pg_tables where tableowner in ('lilink_app', 'lilink_worker')",
  );
  expect(rows).toEqual([]);
});

it("no other role of the server may connect to the database", async () => {
  const rows = await ask(
    database.ownerUrl,
    "select has_database_privilege('pg_monitor', current_database(), 'connect') as allowed",
  );
  expect(rows).toEqual([{ allowed: false }]);
});

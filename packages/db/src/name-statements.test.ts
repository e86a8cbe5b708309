import { sql } from "drizzle-orm";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestDatabase } from "../testing/index.ts";
import { createPool, toDatabase } from "./connect.ts";
import { createStatementNames, isDirect } from "./name-statements.ts";

const database = await createTestDatabase();
const owner = new pg.Client({ connectionString: database.ownerUrl });
const pool = createPool({ url: database.appUrl, max: 1, bound: true });

beforeAll(() => owner.connect());
afterAll(async () => {
  await pool.end();
  await owner.end();
});

/** The statements that the connection keeps and that hold these words. */
const keptOf = async (client: pg.PoolClient, words: string) => {
  const { rows } = await client.query<{ n: number }>(
    "select count(*)::int as n from pg_prepared_statements where position($1 in statement) > 0",
    [words],
  );
  return rows[0]?.n;
};

it("keeps the plan of a statement from its third use on, for each value", async () => {
  const client = await pool.connect();
  const db = toDatabase(client);
  const ask = async (value: number) => {
    const { rows } = await db.execute<{ twice: number }>(sql`select ${value}::int * 2 as twice`);
    return rows[0]?.twice;
  };
  expect([await ask(1), await ask(2), await keptOf(client, "as twice")]).toEqual([2, 4, 0]);
  for (let value = 3; value < 12; value += 1) expect(await ask(value)).toBe(2 * value);
  expect(await keptOf(client, "as twice")).toBe(1);
  client.release();
});

it("names no more statements than its limit", () => {
  const { nameOf } = createStatementNames();
  const ask = (at: number) => [nameOf(`s${at}`), nameOf(`s${at}`), nameOf(`s${at}`)].at(-1);
  const given = Array.from({ length: 300 }, (_, at) => ask(at));
  expect(given.filter((name) => name !== undefined)).toHaveLength(250);
  expect(new Set(given).size).toBe(251);
  expect(nameOf("s0")).toBe(given[0]);
});

it("leaves commands without values unnamed, which may be several at once", async () => {
  const client = await pool.connect();
  const db = toDatabase(client);
  for (let time = 0; time < 4; time += 1) await db.execute(sql.raw("select 1 as first; select 2 as second"));
  expect(await keptOf(client, "as second")).toBe(0);
  client.release();
});

it("tells a server from a pooler, which greets with a number of its own", async () => {
  const client = await pool.connect();
  const { rows } = await client.query<{ session: number }>("select pg_backend_pid() as session");
  const session = rows[0]?.session ?? 0;
  expect(isDirect(client, session)).toBe(true);
  expect(isDirect(client, session + 1)).toBe(false);
  client.release();
});

it("says when a table has changed since its plan was kept", async () => {
  await owner.query("create table kept_plan (one int); grant select on kept_plan to lilink_app");
  const fresh = createPool({ url: database.appUrl, max: 1 });
  const client = await fresh.connect();
  const ask = () => client.query({ name: "kept", text: "select * from kept_plan" });
  await ask();
  await owner.query("alter table kept_plan add column two int");
  await expect(ask()).rejects.toThrow("cached plan must not change result type");
  client.release(true);
  const again = await fresh.connect();
  expect((await again.query({ name: "kept", text: "select * from kept_plan" })).fields).toHaveLength(2);
  again.release();
  await fresh.end();
});

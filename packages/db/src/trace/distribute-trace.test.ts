import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestDatabase } from "../../testing/index.ts";
import { distributeTrace } from "./distribute-trace.ts";

const database = await createTestDatabase();
const owner = new pg.Client({ connectionString: database.ownerUrl });
beforeAll(() => owner.connect());
afterAll(() => owner.end());

const code = "ZZ1PB01A1B2C3DC5H0000001";
const walls = async () =>
  (
    await owner.query(
      `select tablename, policyname, permissive, roles::text, cmd, qual, with_check from pg_policies
        where schemaname = 'trace' and tablename in ('battery_unit', 'custody_event', 'battery_state', 'battery_child')
        order by tablename, policyname`,
    )
  ).rows;

it("[TR20] makes plain tables with the same rows and the same walls, once", async () => {
  await owner.query(
    `insert into trace.custody_event (code, storage_hash, verb, role, occurred_on, recorded_at, by_id, facts)
      values ($1, sha256('a'), 'fit', 'self', '2026-01-01', now(), gen_random_uuid(), '{}')`,
    [code],
  );
  const before = await walls();
  expect(before.length).toBeGreaterThan(10);
  const done = await distributeTrace(owner);
  expect(done.map(({ table, moved }) => [table, moved])).toEqual([
    ["battery_unit", 0],
    ["custody_event", 1],
    ["battery_state", 0],
    ["battery_child", 0],
  ]);
  expect(await walls()).toEqual(before);
  const kinds = await owner.query(
    "select relkind, relrowsecurity, relforcerowsecurity from pg_class where relname = 'custody_event' and relnamespace = 'trace'::regnamespace",
  );
  expect(kinds.rows).toEqual([{ relkind: "r", relrowsecurity: true, relforcerowsecurity: true }]);
  await expect(
    owner.query("insert into trace.custody_event select * from trace.custody_event"),
  ).rejects.toMatchObject({ code: "23505" });
  expect((await distributeTrace(owner)).every(({ moved }) => moved === null)).toBe(true);
});

it("[TR20] the app still reads nothing without its actor, and may still tell", async () => {
  const app = new pg.Client({ connectionString: database.appUrl });
  await app.connect();
  expect((await app.query("select 1 from trace.custody_event")).rows).toEqual([]);
  await expect(app.query("delete from trace.custody_event")).rejects.toMatchObject({ code: "42501" });
  const own = "00000000-0000-4000-8000-000000000001";
  await app.query("begin");
  await app.query(`set local trace.kind = 'reader'; set local trace.org = '${own}'`);
  await app.query(
    `insert into trace.custody_event (code, storage_hash, verb, role, occurred_on, recorded_at, by_id, facts)
      values ($1, sha256('b'), 'fit', 'self', '2026-01-02', now(), $2, '{}')`,
    [code, own],
  );
  expect((await app.query("select verb from trace.custody_event")).rows).toEqual([{ verb: "fit" }]);
  await app.query("rollback");
  await app.end();
});

it("[TR14] [TR22] what hides a body hides it alike in its events and in its licences", async () => {
  const [own, other] = ["00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002"];
  await owner.query(
    "insert into trace.licence (org_id, kind, from_on) values ($1, 'collect', '2020-01-01')",
    [other],
  );
  await owner.query(
    `insert into trace.custody_event (code, storage_hash, verb, role, occurred_on, recorded_at, by_id, to_id, facts)
      values ($1, sha256('c'), 'transfer', 'self', '2026-01-03', now(), $2, $3, '{}')`,
    [code, own, other],
  );
  const app = new pg.Client({ connectionString: database.appUrl });
  await app.connect();
  const masked = async (settings: string, many: number) => {
    await app.query(`begin; set local trace.kind = 'reader'; ${settings}`);
    const codes = [code, ...Array.from({ length: many }, (_, at) => `none-${at}`)];
    const lives = await app.query<{ to_mask: string }>(
      "select to_mask from trace.lives_of($1) where verb = 'transfer'",
      [codes],
    );
    const licences = await app.query<{ mask: string }>("select mask from trace.licences_of($1, '{}')", [
      codes,
    ]);
    const side = await app.query<{ is: boolean }>("select trace.is_side($1) as is", [code]);
    await app.query("rollback");
    expect(licences.rows.map(({ mask }) => mask)).toEqual(lives.rows.map(({ to_mask }) => to_mask));
    return { name: licences.rows[0]?.mask, isSide: side.rows[0]?.is };
  };
  for (const many of [0, 1000]) {
    const seen = await masked(`set local trace.org = '${own}'`, many);
    expect(seen).toMatchObject({ isSide: true, name: expect.stringMatching(/^x[0-9a-f]{20}$/) });
    expect(await masked(`set local trace.org = '${own}'`, many)).not.toEqual(seen);
    expect(await masked("set local trace.oversees = '1'", many)).toEqual({ name: other, isSide: false });
  }
  await app.end();
});

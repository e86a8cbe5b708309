import { randomBytes } from "node:crypto";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createEmptyDatabase, createTestDatabase } from "../../testing/index.ts";
import { migrateTrace, refuseGone } from "./migrate-trace.ts";

const HOME = join(import.meta.dirname, "../..");
const product = await createTestDatabase();
const batteries = await createEmptyDatabase();
const owner = new pg.Client({ connectionString: product.ownerUrl });
const there = new pg.Client({ connectionString: batteries.ownerUrl });
beforeAll(() => Promise.all([owner.connect(), there.connect()]));
afterAll(() => Promise.all([owner.end(), there.end()]));

it("[TR20] makes the tables on the named server once, and leaves roles that are there as they are", async () => {
  const roles = [{ name: "lilink_app", password: randomBytes(9).toString("hex") }];
  for (let times = 0; times < 2; times += 1)
    await migrateTrace(batteries.ownerUrl, product.ownerUrl, HOME, roles);
  const { rows } = await there.query(
    "select count(*)::int as tables from pg_class where relnamespace = 'trace'::regnamespace and relkind in ('r', 'p') and not relispartition",
  );
  expect(rows).toEqual([{ tables: 6 }]);
  const app = new pg.Client({ connectionString: batteries.appUrl });
  await app.connect();
  expect((await app.query("select 1 from trace.custody_event")).rows).toEqual([]);
  await app.end();
});

it("[TR20] refuses to go on without the server that holds the batteries", async () => {
  await expect(refuseGone(product.ownerUrl)).resolves.toBeUndefined();
  await owner.query(
    `with body as (insert into organization (id, public_id, kind, status, name_zh, name_pinyin, fictional, links, created_at, updated_at)
        values (gen_random_uuid(), 'firm', 'enterprise', 'verified', 'x', 'x', true, '{}', now(), now()) returning id)
      insert into battery_of (org_id, code, as_maker, since) select id, 'ZZ1PB01A1B2C3DC5H0000001', true, now() from body`,
  );
  await expect(refuseGone(product.ownerUrl)).rejects.toThrow("set TRACE_DATABASE_URL");
});

it("[TR20] refuses the product's own database, and batteries that would no longer be seen", async () => {
  await expect(migrateTrace(product.ownerUrl, product.ownerUrl, HOME, [])).rejects.toThrow("leave it unset");
  await owner.query(
    "insert into trace.licence (org_id, kind, from_on) values (gen_random_uuid(), 'collect', '2020-01-01')",
  );
  await expect(migrateTrace(batteries.ownerUrl, product.ownerUrl, HOME, [])).rejects.toThrow(
    "move them to TRACE_DATABASE_URL first",
  );
});

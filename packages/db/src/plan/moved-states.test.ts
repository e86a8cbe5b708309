import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase } from "../../testing/index.ts";
import { migrate } from "../migrate.ts";

const database = await createTestDatabase();
const client = new pg.Client({ connectionString: database.ownerUrl });
beforeAll(() => client.connect());
afterAll(() => client.end());

/** A right as a release before kept it: published, with how far it had come in a field. */
async function addOld(name: string, phase: string, state = "published"): Promise<void> {
  const id = "gen_random_uuid()";
  await client.query(
    `with h as (insert into mining_right (id, public_id, state, state_since, live_version, created_at, updated_at)
      values (${id}, $1, $3, now(), case when $3 = 'published' then 1 end, now(), now()) returning id)
     insert into mining_right_version (record_id, version, level, status, phase, saved_at)
      select id, 1, 'everyone', case when $3 = 'published' then 'live' else 'draft' end, $2, now() from h`,
    [name, phase, state],
  );
}

describe("[MR3] rights of a release before", () => {
  it("stand in the state that their field named, stay live, and are moved once", async () => {
    await client.query("alter table mining_right_version add column phase text");
    for (const phase of ["planned", "exploring", "held", "producing", "closed"]) await addOld(phase, phase);
    await addOld("a draft", "idle", "draft");
    await client.query("delete from drizzle.plan where key like 'other moved-states%'");
    await migrate(database.ownerUrl);
    const read = async () => {
      const { rows } = await client.query<{ name: string; state: string; status: string }>(
        `select h.public_id as name, h.state, v.status from mining_right h
          join mining_right_version v on v.record_id = h.id order by 1`,
      );
      return rows.map(({ name, state, status }) => [name, state, status]);
    };
    const moved = [
      ["a draft", "draft", "draft"],
      ["closed", "closed", "live"],
      ["exploring", "exploring", "live"],
      ["held", "granted", "live"],
      ["planned", "planned", "live"],
      ["producing", "producing", "live"],
    ];
    expect(await read()).toEqual(moved);
    await migrate(database.ownerUrl);
    expect(await read()).toEqual(moved);
  });
});

import { randomUUID } from "node:crypto";
import type { Principal } from "@lilink/db";
import pg from "pg";

/** An officer of the secretariat and a member of a verified firm, as the database knows them. */
export async function addPeople(
  ownerUrl: string,
): Promise<{ readonly officer: Principal; readonly member: Principal }> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const add = async (kind: string, duties: readonly string[]): Promise<Principal> => {
    const [organizationId, personId] = [randomUUID(), randomUUID()];
    await client.query(
      `insert into organization (id, public_id, kind, status, name_zh, name_pinyin, fictional, province, links, created_at, updated_at)
       values ($1, $2, $3, 'verified', $2, $2, true, '36', '{}', now(), now())`,
      [organizationId, `bench-${kind}`, kind],
    );
    await client.query(
      "insert into person (id, public_id, email, name, created_at) values ($1, $2, $3, $2, now())",
      [personId, `person-${kind}`, `${kind}@bench.example`],
    );
    await client.query(
      "insert into membership (organization_id, person_id, role, duties, created_at) values ($1, $2, 'admin', $3, now())",
      [organizationId, personId, [...duties]],
    );
    return { kind: "member", personId, organizationId };
  };
  try {
    return { officer: await add("coordination_group", ["officer"]), member: await add("enterprise", []) };
  } finally {
    await client.end();
  }
}

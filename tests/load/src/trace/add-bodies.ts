import { randomUUID } from "node:crypto";
import { type SimulatedRole, simulatedRoles } from "@lilink/model/trace";
import pg from "pg";

export type Bodies = Readonly<
  Record<SimulatedRole, { readonly id: string; readonly publicId: string; readonly personId: string }>
>;

const licences: readonly (readonly [SimulatedRole, string])[] = [
  ["collector", "collect"],
  ["cascade", "cascade"],
  ["recycler", "recycle"],
];

/** One verified body with one person for each part of the invented trade, and the licences that the parts need. */
export async function addBodies(ownerUrl: string, lane: number): Promise<Bodies> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const found: [SimulatedRole, Bodies[SimulatedRole]][] = [];
  for (const role of simulatedRoles) {
    const body = { id: randomUUID(), publicId: `bench-${role}-${lane}`, personId: randomUUID() };
    await client.query(
      `insert into organization (id, public_id, kind, status, name_zh, name_pinyin, fictional, province, links, created_at, updated_at)
       values ($1, $2, 'enterprise', 'verified', $2, $2, true, '36', '{}', now(), now())`,
      [body.id, body.publicId],
    );
    await client.query(
      "insert into person (id, public_id, email, name, created_at) values ($1, $2, $3, $2, now())",
      [body.personId, `person-${role}-${lane}`, `${role}-${lane}@bench.example`],
    );
    await client.query(
      "insert into membership (organization_id, person_id, role, duties, created_at) values ($1, $2, 'admin', '{}', now())",
      [body.id, body.personId],
    );
    found.push([role, body]);
  }
  const bodies = Object.fromEntries(found) as Bodies;
  for (const [role, kind] of licences)
    await client.query("insert into trace.licence (org_id, kind, from_on) values ($1, $2, '2010-01-01')", [
      bodies[role].id,
      kind,
    ]);
  await client.end();
  return bodies;
}

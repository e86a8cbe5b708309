import { randomUUID } from "node:crypto";
import type { Principal } from "@lilink/db";
import { type SimulatedRole, simulatedRoles } from "@lilink/model/trace";
import { call, type Kernel, recordVerbs } from "@lilink/services";
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

/** Publishes the tester of a trade as an accredited laboratory, so that what is coded anew after its tests is in order. */
export async function publishLaboratory(
  kernel: Kernel,
  { tester: { id: organizationId, personId } }: Bodies,
  officer: Principal,
): Promise<void> {
  const verbs = recordVerbs.laboratory;
  if (!verbs) throw new Error("there is no register of laboratories");
  const tester: Principal = { kind: "member", organizationId, personId };
  const values = {
    name: { zh: "检测室", en: "Test room" },
    province: "36",
    accreditation: "L1",
    accreditedUntil: "2036-12-31",
    methods: ["gbt34015"],
    slots: 2,
  };
  let { publicId, revision } = await call(kernel, tester, verbs.save, { values } as never);
  for (const [who, step] of [
    [tester, "submit"],
    [officer, "publish"],
  ] as const)
    ({ publicId, revision } = await call(kernel, who, verbs.step, { publicId, step, revision } as never));
}

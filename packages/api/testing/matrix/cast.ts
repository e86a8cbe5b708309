import { assignGroup, call, createGroup } from "@lilink/services";
import { addSession, type TestKernel, type TestMember } from "@lilink/services/testing";
import { addBody, addKeys, addKind, addTornOfficer, type Body, type Kind } from "./kind.ts";

/** Everybody who could call, around one firm whose things are tried. */
export async function createCast(kernel: TestKernel) {
  const firm = await addBody(kernel, { links: ["smelting"] });
  const daughter = await addBody(kernel, { links: ["smelting"] });
  const rival = await addBody(kernel, { links: ["smelting"] });
  const partner = await addBody(kernel, { links: ["materials"] });
  const third = await addBody(kernel, { links: ["recycling"] });
  const university = await addBody(kernel, { kind: "university_or_institute" });
  const group = await addBody(kernel, { kind: "coordination_group", province: "11" });
  const operator = await addBody(kernel, { kind: "operator", province: "11" });
  const pending = await addBody(kernel, { status: "pending" });
  const suspended = await addBody(kernel);
  const own36 = await addBody(kernel, { kind: "regulator" });
  const other63 = await addBody(kernel, { kind: "regulator", province: "63" });

  const admin = await addKind(kernel, "admin", firm);
  const officer = await addKind(kernel, "officer", group, { duties: ["officer"] });
  const people = {
    admin,
    officer,
    secretary: await addKind(kernel, "secretary", group, { role: "editor", duties: ["secretary"] }),
    editor: await addKind(kernel, "editor", firm, { role: "editor" }),
    viewer: await addKind(kernel, "viewer", firm, { role: "viewer" }),
    delegate: await addKind(kernel, "delegate", firm, { role: "editor", duties: ["delegate"] }),
    daughter: await addKind(kernel, "daughter", daughter),
    rival: await addKind(kernel, "rival", rival),
    partner: await addKind(kernel, "partner", partner),
    partnerViewer: await addKind(kernel, "partnerViewer", partner, { role: "viewer" }),
    otherDelegate: await addKind(kernel, "otherDelegate", rival, { role: "editor", duties: ["delegate"] }),
    professor: await addKind(kernel, "professor", university),
    regulator36: await addKind(kernel, "regulator36", own36),
    regulator63: await addKind(kernel, "regulator63", other63),
    seat: await addKind(kernel, "seat", group, { role: "editor" }),
    system: await addKind(kernel, "system", operator, { duties: ["system_admin"] }),
    security: await addKind(kernel, "security", operator, { duties: ["security_admin"] }),
    audit: await addKind(kernel, "audit", operator, { duties: ["audit_admin"] }),
    newcomer: await addKind(kernel, "newcomer", pending),
  };
  const claimant = await addKind(kernel, "third", third);
  const { publicId: family } = await call(kernel.app, officer.principal, createGroup, { name: "One family" });
  for (const one of [firm, daughter])
    await call(kernel.app, officer.principal, assignGroup, { organization: one.publicId, group: family });

  const kinds: Kind[] = [
    { name: "visitor", principal: { kind: "anonymous" }, actor: { kind: "anonymous" } },
    ...Object.values(people),
    await addTornOfficer(kernel, group, rival),
    await addPersonAlone(kernel, pending),
    await addEndedSession(kernel, firm),
    await addOfSuspended(kernel, suspended),
    ...(await addKeys(kernel, firm, admin.member)),
    ...(await addKeys(kernel, rival, people.rival.member, "rival's ")).filter(({ name }) =>
      ["rival's key", "rival's revoked key"].includes(name),
    ),
    // Of a body among whose administrators is one who belongs to the rival as well.
    ...(await addKeys(kernel, group, officer.member, "secretariat's "))
      .filter(({ name }) => name === "secretariat's key")
      .map((kind) => ({ ...kind, torn: true as const })),
  ];
  const bodies: Readonly<Record<string, Body>> = { firm, rival, partner, daughter, group, own36 };
  return {
    kinds,
    people,
    third: claimant,
    bodies,
    firm,
    rival,
    partner,
    group,
    operator,
    pending,
    suspended,
    family,
  };
}

export type Cast = Awaited<ReturnType<typeof createCast>>;

/** Signed in, and of no organization. */
async function addPersonAlone(kernel: TestKernel, of: Body): Promise<Kind> {
  const { member } = await addKind(kernel, "person", of);
  await kernel.ownerRows("delete from membership where person_id = $1", [member.personId]);
  const principal = await addSession(kernel, alone(member));
  return { name: "person", member, principal, actor: { kind: "person", personId: member.personId } };
}

const alone = ({ personId, email }: TestMember): TestMember => ({
  personId,
  email,
  principal: { kind: "person", personId },
});

/** An administrator's session that was signed out is nobody's. */
async function addEndedSession(kernel: TestKernel, of: Body): Promise<Kind> {
  const { principal } = await addKind(kernel, "ended session", of);
  if (principal.kind === "session")
    await kernel.ownerRows("update session set revoked_at = created_at where id = $1", [principal.sessionId]);
  return { name: "ended session", principal, actor: { kind: "anonymous" } };
}

/** An administrator of an organization that was suspended acts for nobody but the own person. */
async function addOfSuspended(kernel: TestKernel, of: Body): Promise<Kind> {
  const { principal, member } = await addKind(kernel, "of suspended", of);
  await kernel.ownerRows("update organization set status = 'suspended' where id = $1", [of.id]);
  return { name: "of suspended", member, principal, actor: { kind: "person", personId: member.personId } };
}

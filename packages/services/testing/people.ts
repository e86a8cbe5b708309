import type { Principal } from "@lilink/db";
import { membership, organization, organizationProfile, organizationStance, person } from "@lilink/db/schema";
import type { OrganizationDuty, OrganizationKind, OrganizationRole } from "@lilink/model/organization";
import { stancesOfProfile } from "@lilink/model/posting";
import type { TestKernel } from "./kernel.ts";

export type TestOrganization = { readonly id: string; readonly publicId: string; readonly name: string };
export type TestMember = { readonly personId: string; readonly email: string; readonly principal: Principal };

/** A verified organization of the test's own, with its stances set as the product would. */
export async function addOrganization(
  { owner, app }: TestKernel,
  given: {
    kind?: OrganizationKind;
    status?: "verified" | "pending" | "suspended";
    links?: string[];
    offers?: string[];
    needs?: string[];
    province?: string;
    groupId?: string;
    name?: string;
    membersFrom?: Date;
  } = {},
): Promise<TestOrganization> {
  const id = app.newId();
  const publicId = app.newPublicId();
  const now = app.clock();
  const name = given.name ?? `Test organization ${publicId} (fictional)`;
  const kind = given.kind ?? "enterprise";
  const [links, offers, needs] = [given.links ?? [], given.offers ?? [], given.needs ?? []];
  await owner.insert(organization).values({
    id,
    publicId,
    kind,
    status: given.status ?? "verified",
    membersFrom: given.membersFrom ?? null,
    nameZh: name,
    namePinyin: name.toLowerCase(),
    fictional: true,
    province: given.province ?? "36",
    links,
    createdAt: now,
    updatedAt: now,
  });
  await owner
    .insert(organizationProfile)
    .values({ organizationId: id, groupId: given.groupId ?? null, offers, needs, updatedAt: now });
  const keys = stancesOfProfile({ enterprise: kind === "enterprise", links, offers, needs });
  if (keys.length > 0) {
    await owner
      .insert(organizationStance)
      .values(keys.map((key) => ({ organizationId: id, source: "profile", key })));
  }
  return { id, publicId, name };
}

/** A person who belongs to the organization; the principal acts as that member. */
export async function addMember(
  { owner, app }: TestKernel,
  of: TestOrganization,
  given: { role?: OrganizationRole; duties?: OrganizationDuty[]; name?: string } = {},
): Promise<TestMember> {
  const personId = app.newId();
  const email = `${app.newPublicId().toLowerCase()}@test.example`;
  const now = app.clock();
  await owner.insert(person).values({
    id: personId,
    publicId: app.newPublicId(),
    email,
    name: given.name ?? `Person ${email}`,
    createdAt: now,
  });
  await owner.insert(membership).values({
    organizationId: of.id,
    personId,
    role: given.role ?? "admin",
    duties: given.duties ?? [],
    createdAt: now,
  });
  return { personId, email, principal: { kind: "member", personId, organizationId: of.id } };
}

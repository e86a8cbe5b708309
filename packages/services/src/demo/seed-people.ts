import type { Database } from "@lilink/db";
import {
  credential,
  membership,
  organization,
  organizationGroup,
  organizationProfile,
  organizationStance,
  person,
} from "@lilink/db/schema";
import type { OrganizationDuty, OrganizationKind, OrganizationRole } from "@lilink/model/organization";
import { stancesOfProfile } from "@lilink/model/posting";
import { pinyinOf } from "@lilink/model/text";
import { hash } from "@node-rs/argon2";
import type { Kernel } from "../kernel/context.ts";
import cast from "./data/cast.json" with { type: "json" };

export type DemoPerson = {
  readonly personId: string;
  readonly organizationId: string;
  readonly email: string;
  readonly name: string;
  readonly organization: string;
  readonly kind: OrganizationKind;
  readonly role: OrganizationRole;
};

/** The cast: every body is invented and says so in its name. The owner writes it, as no verb makes people out of nothing. */
export async function seedPeople(
  owner: Database,
  app: Kernel,
  passwordOf: (email: string) => string,
): Promise<DemoPerson[]> {
  const now = app.clock();
  const groupId = app.newId();
  await owner
    .insert(organizationGroup)
    .values({ id: groupId, publicId: app.newPublicId(), name: cast.group.name, createdAt: now });
  const organizationIds = new Map<string, string>();
  for (const body of cast.organizations) {
    organizationIds.set(body.key, await addBody(owner, app, body, "group" in body ? groupId : null));
  }
  const people: DemoPerson[] = [];
  for (const one of cast.people) {
    const body = cast.organizations.find(({ key }) => key === one.organization);
    const organizationId = organizationIds.get(one.organization);
    if (!body || !organizationId) throw new Error(`the cast names no organization ${one.organization}`);
    const personId = app.newId();
    await owner.insert(person).values({
      id: personId,
      publicId: app.newPublicId(),
      email: one.email,
      name: one.name,
      locale: one.locale,
      createdAt: now,
    });
    await owner
      .insert(credential)
      .values({ personId, passwordHash: await hash(passwordOf(one.email)), changedAt: now });
    const role = one.role as OrganizationRole;
    const duties = ("duties" in one ? one.duties : []) as OrganizationDuty[];
    await owner.insert(membership).values({ organizationId, personId, role, duties, createdAt: now });
    people.push({
      personId,
      organizationId,
      email: one.email,
      name: one.name,
      organization: body.nameZh,
      kind: body.kind as OrganizationKind,
      role,
    });
  }
  return people;
}

async function addBody(
  owner: Database,
  app: Kernel,
  body: (typeof cast.organizations)[number],
  groupId: string | null,
): Promise<string> {
  const id = app.newId();
  const now = app.clock();
  await owner.insert(organization).values({
    id,
    publicId: app.newPublicId(),
    kind: body.kind as OrganizationKind,
    status: "status" in body ? "pending" : "verified",
    nameZh: body.nameZh,
    nameEn: body.nameEn,
    namePinyin: Object.values(pinyinOf(body.nameZh)).join(" "),
    fictional: true,
    province: body.province,
    links: body.links,
    description: "description" in body ? body.description : null,
    createdAt: now,
    updatedAt: now,
  });
  await owner.insert(organizationProfile).values({
    organizationId: id,
    groupId,
    codeScheme: body.code ? "uscc" : null,
    code: body.code,
    offers: body.offers,
    needs: body.needs,
    updatedAt: now,
  });
  const keys = stancesOfProfile({ ...body, enterprise: body.kind === "enterprise" });
  if (keys.length > 0) {
    await owner
      .insert(organizationStance)
      .values(keys.map((key) => ({ organizationId: id, source: "profile", key })));
  }
  return id;
}

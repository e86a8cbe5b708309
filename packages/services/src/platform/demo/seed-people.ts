import type { Database } from "@lilink/db";
import {
  claim,
  credential,
  membership,
  organization,
  organizationGroup,
  organizationProfile,
  organizationStance,
  person,
} from "@lilink/db/schema";
import { pinyinOf } from "@lilink/engine/text";
import type {
  OrganizationDuty,
  OrganizationKind,
  OrganizationRole,
  OrganizationSize,
} from "@lilink/model/organization";
import { stancesOfProfile } from "@lilink/model/posting";
import { hash } from "@node-rs/argon2";
import { eq, inArray } from "drizzle-orm";
import type { Kernel } from "../../kernel/context.ts";
import cast from "./data/cast.json" with { type: "json" };

type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];

type Ids = { readonly personId: string; readonly organizationId: string };

export type CastMember = {
  readonly email: string;
  readonly name: string;
  readonly organization: string;
  readonly kind: OrganizationKind;
  readonly role: OrganizationRole;
};
export type DemoPerson = CastMember & Ids;

/** Who signs in to the demo, known before anybody is made. */
export const demoCast: readonly CastMember[] = cast.people.map((one) => {
  const body = cast.organizations.find(({ key }) => key === one.organization);
  if (!body) throw new Error(`the cast names no organization ${one.organization}`);
  const { email, name } = one;
  const kind = body.kind as OrganizationKind;
  return { email, name, organization: body.nameZh, kind, role: one.role as OrganizationRole };
});

/**
 * The cast: every body is invented and says so in its name. The owner writes it, as no verb makes people out of
 * nothing: all of it at once or, where it is there already, nothing.
 */
export async function seedPeople(
  owner: Database,
  app: Kernel,
  passwordOf: (email: string) => string,
): Promise<DemoPerson[]> {
  const known = await owner
    .select({ personId: person.id, organizationId: membership.organizationId, email: person.email })
    .from(person)
    .innerJoin(membership, eq(membership.personId, person.id))
    .where(
      inArray(
        person.email,
        cast.people.map(({ email }) => email),
      ),
    );
  if (known.length > 0) return known.flatMap(({ email, ...ids }) => toDemoPerson(email, ids) ?? []);
  const hashes = new Map<string, string>();
  for (const { email } of cast.people) hashes.set(email, await hash(passwordOf(email)));
  return owner.transaction((tx) => addCast(tx, app, hashes));
}

async function addCast(
  owner: Transaction,
  app: Kernel,
  hashes: ReadonlyMap<string, string>,
): Promise<DemoPerson[]> {
  const now = app.clock();
  const groupId = app.newId();
  await owner.insert(organizationGroup).values({
    id: groupId,
    publicId: app.newPublicId(),
    name: cast.group.name,
    nameEn: cast.group.nameEn,
    createdAt: now,
  });
  const organizationIds = new Map<string, string>();
  for (const body of cast.organizations) {
    organizationIds.set(body.key, await addBody(owner, app, body, "group" in body ? groupId : null));
  }
  const people: DemoPerson[] = [];
  for (const one of cast.people) {
    const organizationId = organizationIds.get(one.organization);
    const personId = app.newId();
    const added = organizationId ? toDemoPerson(one.email, { personId, organizationId }) : null;
    if (!organizationId || !added) throw new Error(`the cast names no organization ${one.organization}`);
    await owner.insert(person).values({
      id: personId,
      publicId: app.newPublicId(),
      email: one.email,
      name: one.name,
      locale: one.locale,
      createdAt: now,
    });
    const passwordHash = hashes.get(one.email) ?? "";
    await owner.insert(credential).values({ personId, passwordHash, changedAt: now });
    const duties = ("duties" in one ? one.duties : []) as OrganizationDuty[];
    await owner
      .insert(membership)
      .values({ organizationId, personId, role: added.role, duties, createdAt: now });
    const body = cast.organizations.find(({ key }) => key === one.organization);
    if (body?.code && "status" in body)
      await addClaim(owner, app, { organizationId, personId, code: body.code });
    people.push(added);
  }
  return people;
}

/** A body that is not verified waits for an officer. */
async function addClaim(
  owner: Transaction,
  app: Kernel,
  { code, ...ids }: Ids & { readonly code: string },
): Promise<void> {
  await owner.insert(claim).values({
    ...ids,
    id: app.newId(),
    publicId: app.newPublicId(),
    state: "open",
    codeScheme: "uscc",
    code,
    statement: "虚构示例：本人负责公司对外合作，营业执照可随时补交。",
    createdAt: app.clock(),
  });
}

function toDemoPerson(email: string, ids: Ids): DemoPerson | null {
  const one = demoCast.find((candidate) => candidate.email === email);
  return one ? { ...one, ...ids } : null;
}

async function addBody(
  owner: Transaction,
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
    size: "size" in body ? (body.size as OrganizationSize) : null,
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

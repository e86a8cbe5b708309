import { createHash } from "node:crypto";
import type { OrganizationDuty, OrganizationKind, OrganizationRole } from "@lilink/model/organization";
import { type Actor, type ApiScope, apiScopes } from "@lilink/model/policy";
import { call, createKey, type Principal, revokeKey } from "@lilink/services";
import {
  addMember,
  addOrganization,
  addSession,
  type TestKernel,
  type TestMember,
  type TestOrganization,
} from "@lilink/services/testing";
import type { createCaller } from "../../src/router/app.ts";

/** A kind of caller: how it proves who it is, and what the policy takes it for; null where it is refused everywhere. */
export type Kind = {
  readonly name: string;
  readonly principal: Principal;
  readonly actor: Actor | null;
  /** The key itself, for programs. */
  readonly key?: string;
  readonly member?: TestMember;
  /** The person belongs to the firm's rival as well as to the body acted for. */
  readonly torn?: true;
};

/** The procedures, as this kind calls them. */
export type AsKind = (who: Kind) => ReturnType<typeof createCaller>;

export type Body = TestOrganization & {
  readonly kind: OrganizationKind;
  readonly verified: boolean;
  readonly province: string;
};

/** An organization with what the policy asks of it. */
export async function addBody(
  kernel: TestKernel,
  given: {
    readonly kind?: OrganizationKind;
    readonly links?: string[];
    readonly status?: "pending";
    readonly province?: string;
  } = {},
): Promise<Body> {
  const made = await addOrganization(kernel, given);
  const { kind = "enterprise", province = "36", status } = given;
  return { ...made, kind, province, verified: status === undefined };
}

/** A signed-in member of a body. */
export async function addKind(
  kernel: TestKernel,
  name: string,
  of: Body,
  given: { role?: OrganizationRole; duties?: OrganizationDuty[] } = {},
): Promise<Kind & { readonly member: TestMember }> {
  const { role = "admin", duties = [] } = given;
  const member = await addMember(kernel, of, { role, duties, name });
  return {
    name,
    member,
    principal: await addSession(kernel, member),
    actor: {
      kind: "member",
      personId: member.personId,
      organizationId: of.id,
      organizationKind: of.kind,
      role,
      verified: of.verified,
      duties,
      province: of.province,
    },
  };
}

/** An officer who belongs to another body as well. */
export async function addTornOfficer(kernel: TestKernel, of: Body, besides: Body): Promise<Kind> {
  const made = await addKind(kernel, "torn officer", of, { duties: ["officer"] });
  await kernel.ownerRows(
    "insert into membership (organization_id, person_id, role, active, created_at) values ($1, $2, 'viewer', true, $3)",
    [besides.id, made.member.personId, kernel.app.clock()],
  );
  return { ...made, torn: true };
}

/** A key of a body for each scope, one with all of them, and one that was revoked. */
export async function addKeys(kernel: TestKernel, of: Body, admin: TestMember, prefix = ""): Promise<Kind[]> {
  const make = async (name: string, scopes: readonly ApiScope[]): Promise<Kind & { publicId: string }> => {
    const { key, publicId, id } = await call(kernel.app, admin.principal, createKey, {
      name,
      scopes: [...scopes],
    });
    const keyHash = createHash("sha256").update(key).digest("hex");
    const { id: organizationId, kind: organizationKind, verified } = of;
    const actor: Actor = { kind: "apiKey", keyId: id, organizationId, organizationKind, verified, scopes };
    return { name, key, publicId, principal: { kind: "key", keyHash }, actor };
  };
  const each = [];
  for (const scope of apiScopes) each.push(await make(`${prefix}key ${scope}`, [scope]));
  const all = await make(`${prefix}key`, apiScopes);
  const revoked = await make(`${prefix}revoked key`, apiScopes);
  await call(kernel.app, admin.principal, revokeKey, { publicId: revoked.publicId });
  return [...each, all, { ...revoked, actor: null }];
}

/** The organization and the person behind a kind, as the database would say them. */
export const organizationBehind = ({ actor }: Kind): string | null =>
  actor?.kind === "member" || actor?.kind === "apiKey" ? actor.organizationId : null;
export const personBehind = ({ actor }: Kind): string | null =>
  actor?.kind === "member" || actor?.kind === "person" ? actor.personId : null;

import type { OrganizationDuty, OrganizationKind, OrganizationRole } from "../organization/index.ts";

/** A person who acts for one organization. The database checks this at the start of each transaction. */
export type MemberActor = {
  readonly kind: "member";
  readonly personId: string;
  readonly organizationId: string;
  readonly organizationKind: OrganizationKind;
  readonly role: OrganizationRole;
  readonly verified: boolean;
  readonly duties: readonly OrganizationDuty[];
  readonly province: string | null;
};

/** A person who is signed in and belongs to no active organization. */
export type PersonActor = { readonly kind: "person"; readonly personId: string };

/** A program of one organization. It acts with the scopes of its key and never reviews. */
export type ApiKeyActor = {
  readonly kind: "apiKey";
  readonly keyId: string;
  readonly organizationId: string;
  readonly organizationKind: OrganizationKind;
  readonly verified: boolean;
  readonly scopes: readonly ApiScope[];
};

export type JobActor = { readonly kind: "job"; readonly job: string };
export type AnonymousActor = { readonly kind: "anonymous" };
export type Actor = MemberActor | PersonActor | ApiKeyActor | JobActor | AnonymousActor;

export const apiScopes = [
  "postings:read",
  "postings:write",
  "matches:read",
  "introductions:read",
  "introductions:write",
  "organizations:read",
  "goals:read",
  "returns:read",
  "returns:write",
  "registers:read",
  "registers:write",
] as const;
export type ApiScope = (typeof apiScopes)[number];

/** The organization that an actor acts for, or null. */
export function organizationOf(actor: Actor): string | null {
  return actor.kind === "member" || actor.kind === "apiKey" ? actor.organizationId : null;
}

/** The person who acts, or null for programs and visitors. */
export function personOf(actor: Actor): string | null {
  return actor.kind === "member" || actor.kind === "person" ? actor.personId : null;
}

/** Officers review. They are members of the coordination group; its viewers are not officers. */
export function isOfficer(actor: Actor): boolean {
  return (
    actor.kind === "member" &&
    actor.organizationKind === "coordination_group" &&
    actor.verified &&
    actor.role !== "viewer" &&
    actor.duties.some((duty) => duty === "officer" || duty === "secretary")
  );
}

/** The secretary decides for the whole secretariat, such as which weights rank all matches. */
export function isSecretary(actor: Actor): boolean {
  return isOfficer(actor) && actor.kind === "member" && actor.duties.includes("secretary");
}

/**
 * Administrators and editors file the returns of their organization. Its delegate in the coordination group does not:
 * the delegate works beside competitors. [RT7]
 */
export function isFiler(actor: Actor): boolean {
  return (
    actor.kind === "member" && actor.verified && actor.role !== "viewer" && !actor.duties.includes("delegate")
  );
}

/** Officers, and members of a verified regulator for its province, check returns. Viewers among them only read. */
export function isChecker(actor: Actor): boolean {
  return (
    isOfficer(actor) || (actor.kind === "member" && actor.verified && actor.organizationKind === "regulator")
  );
}

/**
 * Whether an actor holds this office of the operator and no other of the three: one person cannot hold two
 * (GB/T 22239-2019, 8.1.4.2). [ID8]
 */
export function holdsOffice(
  actor: Actor,
  office: "system_admin" | "security_admin" | "audit_admin",
): boolean {
  return (
    actor.kind === "member" &&
    actor.organizationKind === "operator" &&
    actor.verified &&
    actor.duties.includes(office) &&
    actor.duties.filter((duty) => duty.endsWith("_admin")).length === 1
  );
}

/** The operator's audit administrator reads the audit log and does nothing else. */
export function isAuditor(actor: Actor): boolean {
  return holdsOffice(actor, "audit_admin");
}

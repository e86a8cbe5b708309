import type { OrganizationDuty, OrganizationKind, OrganizationRole } from "../organization/index.ts";

/** A person acting for one organization, as the database confirmed at the start of the transaction. */
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

/** A person who is signed in and belongs to no organization yet (or to none that still stands). */
export type PersonActor = { readonly kind: "person"; readonly personId: string };

/** A program of one organization; it acts with the scopes of its key and never reviews. */
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

/** The organization an actor acts for, or null. */
export function organizationOf(actor: Actor): string | null {
  return actor.kind === "member" || actor.kind === "apiKey" ? actor.organizationId : null;
}

/** The person who acts, or null for programs and visitors. */
export function personOf(actor: Actor): string | null {
  return actor.kind === "member" || actor.kind === "person" ? actor.personId : null;
}

/** Officers of the secretariat: they review, and sit in the coordination group itself. Who only reads there is none. */
export function isOfficer(actor: Actor): boolean {
  return (
    actor.kind === "member" &&
    actor.organizationKind === "coordination_group" &&
    actor.verified &&
    actor.role !== "viewer" &&
    actor.duties.some((duty) => duty === "officer" || duty === "secretary")
  );
}

/** The secretary decides for the secretariat as a whole, such as by which weights everybody's matches are ranked. */
export function isSecretary(actor: Actor): boolean {
  return isOfficer(actor) && actor.kind === "member" && actor.duties.includes("secretary");
}

/**
 * Who fills in the returns of the organization: its administrators and editors. The holder of its seat in the coordination
 * group does not, for that seat stands among rivals ([RT7]).
 */
export function isFiler(actor: Actor): boolean {
  return (
    actor.kind === "member" && actor.verified && actor.role !== "viewer" && !actor.duties.includes("delegate")
  );
}

/** Who checks returns: officers of the secretariat, and members of verified regulators, who receive those of their province. Viewers only read. */
export function isChecker(actor: Actor): boolean {
  return (
    isOfficer(actor) || (actor.kind === "member" && actor.verified && actor.organizationKind === "regulator")
  );
}

/**
 * Who holds one of the operator's three offices, and no other of them: the three administrators are three people
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

/** The audit administrator of the operator reads what was done on the platform, and does nothing else on it. */
export function isAuditor(actor: Actor): boolean {
  return holdsOffice(actor, "audit_admin");
}

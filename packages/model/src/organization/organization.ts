/** What a body is. `operator` runs the platform and holds its system, security and audit administrators. */
export const organizationKinds = [
  "enterprise",
  "university_or_institute",
  "regulator",
  "association",
  "coordination_group",
  "operator",
] as const;
export type OrganizationKind = (typeof organizationKinds)[number];

/** What a member may do inside an organization. */
export const organizationRoles = ["admin", "editor", "viewer"] as const;
export type OrganizationRole = (typeof organizationRoles)[number];

/** What a member does for the platform. The three administrators are three people (GB/T 22239 separation). */
export const organizationDuties = [
  "secretary",
  "officer",
  "system_admin",
  "security_admin",
  "audit_admin",
] as const;
export type OrganizationDuty = (typeof organizationDuties)[number];

/** The kinds that may carry a duty. [OR3] */
export const dutyKinds: Readonly<Record<OrganizationDuty, OrganizationKind>> = {
  secretary: "coordination_group",
  officer: "coordination_group",
  system_admin: "operator",
  security_admin: "operator",
  audit_admin: "operator",
};

export const organizationStatuses = ["unclaimed", "pending", "verified", "suspended", "withdrawn"] as const;
export type OrganizationStatus = (typeof organizationStatuses)[number];

/**
 * Whether a status may follow another. An unclaimed profile is claimed (pending), then verified or given back; a verified
 * body is suspended and reinstated, or withdrawn for good. [OR1]
 * @example canFollow("pending", "verified") // true
 */
export function canFollow(from: OrganizationStatus, to: OrganizationStatus): boolean {
  return statusSteps[from].includes(to);
}

const statusSteps: Readonly<Record<OrganizationStatus, readonly OrganizationStatus[]>> = {
  unclaimed: ["pending"],
  pending: ["verified", "unclaimed", "withdrawn"],
  verified: ["suspended", "withdrawn"],
  suspended: ["verified", "withdrawn"],
  withdrawn: [],
};

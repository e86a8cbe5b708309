export const organizationKinds = [
  "enterprise",
  "university_or_institute",
  "regulator",
  "association",
  "coordination_group",
  "operator",
] as const;
export type OrganizationKind = (typeof organizationKinds)[number];

export const organizationStatuses = ["unclaimed", "pending", "verified", "suspended", "withdrawn"] as const;
export type OrganizationStatus = (typeof organizationStatuses)[number];

export const organizationRoles = ["admin", "editor", "viewer"] as const;
export type OrganizationRole = (typeof organizationRoles)[number];

/** Offices that a member holds beside the role: secretariat, a firm's seat in the group, and the three administrators. */
export const organizationDuties = [
  "secretary",
  "officer",
  "delegate",
  "system_admin",
  "security_admin",
  "audit_admin",
] as const;
export type OrganizationDuty = (typeof organizationDuties)[number];

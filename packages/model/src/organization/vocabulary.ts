export const organizationKinds = [
  "enterprise",
  "university_or_institute",
  "regulator",
  "association",
  "coordination_group",
  "operator",
] as const;
export type OrganizationKind = (typeof organizationKinds)[number];

/**
 * Sizes of enterprises by employees and revenue of the year before; what an enterprise declares of itself.
 * Source: National Bureau of Statistics, 统计上大中小微型企业划分办法 (2017).
 */
export const organizationSizes = ["large", "medium", "small", "micro"] as const;
export type OrganizationSize = (typeof organizationSizes)[number];

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

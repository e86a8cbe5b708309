import type { OrganizationDuty, OrganizationKind, OrganizationStatus } from "./vocabulary.ts";

const statusSteps: Readonly<Record<OrganizationStatus, readonly OrganizationStatus[]>> = {
  unclaimed: ["pending"],
  pending: ["verified", "unclaimed", "withdrawn"],
  verified: ["suspended", "withdrawn"],
  suspended: ["verified", "withdrawn"],
  withdrawn: [],
};

/**
 * Whether a status may follow another. An unclaimed profile is claimed (pending), then verified or given back; a verified
 * body is suspended and reinstated, or withdrawn for good. [OR1]
 * @example canFollow("pending", "verified") // true
 */
export function canFollow(from: OrganizationStatus, to: OrganizationStatus): boolean {
  return statusSteps[from].includes(to);
}

/** The kinds whose members may carry a duty; the three administrators are three people (GB/T 22239). [OR3] */
export const dutyKinds: Readonly<Record<OrganizationDuty, readonly OrganizationKind[]>> = {
  secretary: ["coordination_group"],
  officer: ["coordination_group"],
  delegate: ["enterprise", "university_or_institute", "association"],
  system_admin: ["operator"],
  security_admin: ["operator"],
  audit_admin: ["operator"],
};

/** Why a member reports a posting or an organization; each has a text `report.reason.<reason>` ([RA10]). */
export const reportReasons = [
  "falseFigures",
  "notTheirs",
  "priceTalk",
  "probing",
  "secrets",
  "spam",
  "otherBreach",
] as const;
export type ReportReason = (typeof reportReasons)[number];

/** What an officer finds; each has a text `report.finding.<finding>`. */
export const reportFindings = ["unfounded", "warned", "closed"] as const;
export type ReportFinding = (typeof reportFindings)[number];

export const reportSubjects = ["posting", "organization"] as const;
export type ReportSubject = (typeof reportSubjects)[number];

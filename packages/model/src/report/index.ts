import { machine } from "../state/index.ts";

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

/** A report stands open until an officer finds something, once. [RA10] */
export const reportMachine = machine({
  name: "report",
  start: "open",
  states: { open: {}, unfounded: { end: true }, warned: { end: true }, closed: { end: true } },
  steps: {
    dismiss: { from: ["open"], to: "unfounded", who: "officer", reason: true },
    warn: { from: ["open"], to: "warned", who: "officer", reason: true },
    close: { from: ["open"], to: "closed", who: "officer", reason: true },
  },
});

/** What an officer finds; each has a text `report.finding.<finding>`. */
export const reportFindings = ["unfounded", "warned", "closed"] as const satisfies readonly ReportState[];
type ReportState = keyof typeof reportMachine.states;
export type ReportFinding = (typeof reportFindings)[number];

export const reportSubjects = ["posting", "organization"] as const;
export type ReportSubject = (typeof reportSubjects)[number];

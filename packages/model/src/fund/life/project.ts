import { daysBetween } from "../../calendar/index.ts";
import { machine } from "../../state/index.ts";

/** A milestone is planned, told as reached, confirmed by somebody outside, or missed with a reason and perhaps planned again; what it was planned for first stays. [FU22] [PJ3] */
export const milestoneMachine = machine({
  name: "fund_milestone",
  start: "planned",
  states: { planned: {}, told: {}, reached: { end: true }, missed: {}, dropped: { end: true } },
  steps: {
    tell: { from: ["planned"], to: "told", who: "owner" },
    reopen: { from: ["told"], to: "planned", who: "officer", reason: true },
    confirm: { from: ["planned", "told"], to: "reached", who: "party" },
    miss: { from: ["planned", "told"], to: "missed", who: "owner", reason: true },
    drop: { from: ["planned"], to: "dropped", who: "owner", reason: true },
    again: { from: ["missed"], to: "planned", who: "owner", reason: true },
  },
});
/** What may happen to the plan of a milestone; each leaves its reason. [PJ3] */
export const milestoneChanges = ["moved", "again", "missed", "dropped", "reopened"] as const;
export type MilestoneChange = (typeof milestoneChanges)[number];
export type MilestoneState = keyof typeof milestoneMachine.states;

export const outputKinds = [
  "paper",
  "patent",
  "standard",
  "sample",
  "process",
  "dataset",
  "software",
  "person_trained",
] as const;
export type OutputKind = (typeof outputKinds)[number];

export type MilestoneDays = {
  readonly state: MilestoneState;
  /** As it was planned first. */
  readonly baselineOn: string;
  /** As it is planned now. */
  readonly dueOn: string;
  readonly endedOn: string | null;
};

/** Days that a milestone is later than first planned; earlier is negative. What is open counts as planned now, and never before today. [FU22] */
export function slipOf({ state, baselineOn, dueOn, endedOn }: MilestoneDays, today: string): number | null {
  if (state === "dropped") return null;
  const open = dueOn > today ? dueOn : today;
  return daysBetween(baselineOn, endedOn ?? open);
}

/** The mean slip of what is not dropped, in days; null where there is nothing. */
export function meanSlip(all: readonly MilestoneDays[], today: string): number | null {
  const slips = all.map((one) => slipOf(one, today)).filter((one) => one !== null);
  return slips.length === 0 ? null : slips.reduce((sum, one) => sum + one, 0) / slips.length;
}

/** Whether somebody outside the reporting organization must confirm a milestone: for applied research and development. [FU22] */
export const needsOutsider = (researchClass: string): boolean => researchClass !== "basic";

/** A DOI, patent or standard number is compared without case, blanks and the address before it. @example toOutputKey(" https://doi.org/10.1/A ") // "10.1/a" */
export const toOutputKey = (identifier: string): string =>
  identifier
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/\s/gu, "")
    .replace(/^https?:\/\/(dx\.)?doi\.org\//u, "")
    .replace(/^doi:/u, "");

import { machine, statesOf } from "../state/index.ts";

/** What a client lets its adviser do: prepare drafts, propose pairs of postings, take part in introductions. [AV1] */
export const engagementScopes = ["draft", "pair", "accompany"] as const;
export type EngagementScope = (typeof engagementScopes)[number];

/** An adviser is named by the client, accepts or declines, and either side ends it at once. [AV1] [AV2] */
export const engagementMachine = machine({
  name: "engagement",
  start: "proposed",
  states: { proposed: {}, active: {}, declined: { end: true }, ended: { end: true } },
  steps: {
    accept: { from: ["proposed"], to: "active", who: "invited" },
    decline: { from: ["proposed"], to: "declined", who: "invited" },
    end: { from: ["proposed", "active"], to: "ended", who: "party" },
  },
});
export const engagementStates = statesOf(engagementMachine);
export type EngagementState = (typeof engagementStates)[number];
export const engagementSides = ["client", "adviser"] as const;
export type EngagementSide = (typeof engagementSides)[number];

/** What becomes of a pair that an adviser proposed: its client alone decides. [AV5] */
export const pairMachine = machine({
  name: "proposed_pair",
  start: "open",
  states: { open: {}, taken: { end: true }, dismissed: { end: true } },
  steps: {
    take: { from: ["open"], to: "taken", who: "owner" },
    dismiss: { from: ["open"], to: "dismissed", who: "owner" },
  },
});
export const pairStates = statesOf(pairMachine);
export type PairState = (typeof pairStates)[number];

/** An engagement lasts at most so many days. */
export const mostEngagementDays = 731;

export type Dated = { readonly state: EngagementState; readonly fromOn: string; readonly untilOn: string };

/**
 * Where an engagement stands on a day: an active one holds from its first to its last day, both included. [AV2]
 * @param on a day such as 2026-11-29
 * @example standingOn({ state: "active", fromOn: "2026-01-01", untilOn: "2026-12-31" }, "2027-01-01") // "over"
 */
export function standingOn(
  { state, fromOn, untilOn }: Dated,
  on: string,
): Exclude<EngagementState, "active"> | "holds" | "later" | "over" {
  if (state !== "active") return state === "proposed" && on > untilOn ? "over" : state;
  return on < fromOn ? "later" : on > untilOn ? "over" : "holds";
}

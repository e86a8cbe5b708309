import { addWorkingDays } from "../../calendar/index.ts";
import { dutyRules } from "../../duty/index.ts";
import { machine } from "../../state/index.ts";

/** A result waits for somebody who takes it on, until its owner takes it off the board. [RY1] */
export const relayResultMachine = machine({
  name: "relay_result",
  start: "offered",
  states: { offered: {}, withdrawn: { end: true } },
  steps: { withdraw: { from: ["offered"], to: "withdrawn", who: "owner" } },
});
export type RelayResultState = keyof typeof relayResultMachine.states;

/** A need or a project takes a result on. It moves when the other side confirms what one side told. [RY2] */
export const relayClaimMachine = machine({
  name: "relay_claim",
  start: "asked",
  states: {
    asked: {},
    claimed: {},
    working: {},
    in_product: { end: true },
    returned: { end: true },
    refused: { end: true },
    withdrawn: { end: true },
  },
  steps: {
    claim: { from: ["asked"], to: "claimed", who: "party" },
    begin: { from: ["claimed"], to: "working", who: "party" },
    use: { from: ["working"], to: "in_product", who: "party" },
    return: { from: ["claimed", "working"], to: "returned", who: "party", reason: true },
    refuse: { from: ["asked"], to: "refused", who: "party", reason: true },
    withdraw: { from: ["asked"], to: "withdrawn", who: "party" },
  },
});
export type RelayClaimState = keyof typeof relayClaimMachine.states;

/** What one side tells of a claim and the other confirms. */
export const relaySteps = ["claim", "begin", "use", "return"] as const;
export type RelayStep = (typeof relaySteps)[number];

/** One side tells a step; the other confirms it or disputes it with a reason, or the first takes it back before. [RY2] */
export const relayStepMachine = machine({
  name: "relay_step",
  start: "told",
  states: { told: {}, confirmed: { end: true }, disputed: { end: true }, taken_back: { end: true } },
  steps: {
    confirm: { from: ["told"], to: "confirmed", who: "party" },
    dispute: { from: ["told"], to: "disputed", who: "party", reason: true },
    takeBack: { from: ["told"], to: "taken_back", who: "party" },
  },
});
export type RelayStepState = keyof typeof relayStepMachine.states;
export type RelayAnswer = keyof typeof relayStepMachine.steps;

/** The last instant at which a step is answered in time. [RY2] @example answerStepBy(new Date("2026-06-01T02:00:00Z")) // the end of 15 June */
export const answerStepBy = (toldAt: Date): Date =>
  addWorkingDays(toldAt, dutyRules["relay_step.answer"].workingDays);

/** The steps that either side may tell of a claim now. @example tellableSteps("claimed") // ["begin", "return"] */
export const tellableSteps = (state: RelayClaimState): readonly RelayStep[] =>
  relaySteps.filter(
    (step) => step !== "claim" && relayClaimMachine.steps[step].from.some((one) => one === state),
  );

export const relayLanes = ["waits", "claimed", "working", "in_product", "returned"] as const;
export type RelayLane = (typeof relayLanes)[number];

/** What others may know of a claim: where it stands, since which month, and who only if that one says so. [RY3] */
export type RelayMark = {
  readonly state: "claimed" | "working" | "in_product" | "returned";
  /** The month (YYYY-MM) in which both sides confirmed that it is taken on. */
  readonly claimedIn: string;
  /** The month in which it came to where it stands. */
  readonly since: string;
};

const farthest = ["in_product", "working", "claimed", "returned"] as const;

/**
 * Where a result stands: as far as any of its claims has come. One that was returned and has no other claim waits again, apart from those
 * that nobody took on yet. [RY4]
 * @example laneOf([]) // "waits"
 */
export const laneOf = (marks: readonly Pick<RelayMark, "state">[]): RelayLane =>
  farthest.find((lane) => marks.some(({ state }) => state === lane)) ?? "waits";

const monthNumber = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
/** Calendar months from one day or month to another. @example monthsFrom("2026-01-31", "2026-03") // 2 */
export const monthsFrom = (from: string, to: string): number => monthNumber(to) - monthNumber(from);

export type RelayFacts = { readonly madeOn: string; readonly marks: readonly RelayMark[] };

/** Months from a result to its first claim; of one that nobody took on, to today and still open. [RY4] */
export function clockOf(
  { madeOn, marks }: RelayFacts,
  today: string,
): { readonly months: number; readonly isOpen: boolean } {
  const first = marks.map(({ claimedIn }) => claimedIn).toSorted()[0];
  return { months: Math.max(0, monthsFrom(madeOn, first ?? today)), isOpen: first === undefined };
}

/**
 * The time from result to first claim over all results: the month by which half of them were taken on. Results that still wait count for as
 * long as they wait (Kaplan and Meier 1958), so that a board of old unclaimed results has no short clock. Null where half of them is not reached. [RY4]
 */
export function medianClock(
  clocks: readonly { readonly months: number; readonly isOpen: boolean }[],
): number | null {
  const months = [...new Set(clocks.filter(({ isOpen }) => !isOpen).map((one) => one.months))].toSorted(
    (a, b) => a - b,
  );
  let waiting = 1;
  for (const month of months) {
    const atRisk = clocks.filter((one) => one.months >= month).length;
    const taken = clocks.filter((one) => !one.isOpen && one.months === month).length;
    waiting *= 1 - taken / atRisk;
    if (waiting <= 0.5 + 1e-9) return month;
  }
  return null;
}

/** How far the results of a project came, from nothing to first use; the order of the fund's board. [RY5] */
export const relayReaches = ["none", "waits", "returned", "claimed", "working", "in_product"] as const;
export type RelayReach = (typeof relayReaches)[number];

/** The farthest that any of a project's results came. @example reachOf([]) // "none" */
export const reachOf = (lanes: readonly RelayLane[]): RelayReach =>
  relayReaches.findLast((reach) => lanes.some((lane) => lane === reach)) ?? "none";

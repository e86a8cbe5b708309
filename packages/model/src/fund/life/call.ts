import { type CalendarDate, endOfShanghaiDay, startOfShanghaiDay } from "../../calendar/index.ts";

export const callPhases = [
  "draft",
  "forecast",
  "open",
  "closed",
  "decided",
  "archived",
  "cancelled",
] as const;
export type CallPhase = (typeof callPhases)[number];

/** @example weightsOf(40, 35) // [40, 35, 25] */
export const weightsOf = (first: number, second: number): readonly [number, number, number] => [
  first,
  second,
  100 - first - second,
];

/** Applications are in time before this instant, by the clock of the server and without grace. [FU12] */
export const closingInstant = (closesOn: CalendarDate): Date =>
  new Date(endOfShanghaiDay(closesOn).getTime() + 1);

/**
 * Where a call stands: its own state, and while it is published what its days say. [FU11]
 * @example phaseOfCall({ state: "published", opensOn: "2026-03-01", closesOn: "2026-03-31" }, new Date("2026-03-31T16:00:00Z")) // "closed"
 */
export function phaseOfCall(
  call: { readonly state: string; readonly opensOn: CalendarDate; readonly closesOn: CalendarDate },
  now: Date,
): CallPhase {
  if (call.state !== "published")
    return call.state === "in_review" ? "draft" : (call.state as Exclude<CallPhase, "forecast">);
  if (now < startOfShanghaiDay(call.opensOn)) return "forecast";
  return now < closingInstant(call.closesOn) ? "open" : "closed";
}

import { shiftDate } from "../calendar/index.ts";

/** What may happen to a policy, in the order in which several of one day take effect. [PY1] */
export const policyEventTypes = [
  "proposed",
  "consultation_opened",
  "consultation_closed",
  "adopted",
  "issued",
  "in_force",
  "amended",
  "suspended",
  "resumed",
  "evaluated",
  "repealed",
  "lapsed",
] as const;
export type PolicyEventType = (typeof policyEventTypes)[number];

/**
 * What a policy is on a day. `adopted`: it was decided, and no issue is on file. `force_day_unknown`: it was issued, and no day of
 * force is on file, past or to come. `effect_unconfirmed`: its suspension ended and nobody has said what holds since.
 */
export const policyStatuses = [
  "draft",
  "consultation",
  "adopted",
  "issued_not_in_force",
  "force_day_unknown",
  "in_force",
  "suspended",
  "effect_unconfirmed",
  "repealed",
  "lapsed",
] as const;
export type PolicyStatus = (typeof policyStatuses)[number];

/** One event: `on` is an ISO day, or a month or year where the source prints no more; `until`: the last day of a suspension. */
export type PolicyEvent = {
  readonly type: PolicyEventType;
  readonly on: string;
  readonly until?: string | null;
};

const rankOf: ReadonlyMap<string, number> = new Map(policyEventTypes.map((type, rank) => [type, rank]));

const endless = "9999-12-31";

/** The events in the order in which they take effect; of two suspensions of one day the longer one holds. */
export function orderPolicyEvents<E extends PolicyEvent>(events: readonly E[]): readonly E[] {
  return events.toSorted((a, b) => {
    if (a.on !== b.on) return a.on < b.on ? -1 : 1;
    const byRank = (rankOf.get(a.type) ?? 0) - (rankOf.get(b.type) ?? 0);
    const [first, second] = [a.until ?? endless, b.until ?? endless];
    return byRank || (first === second ? 0 : first < second ? -1 : 1);
  });
}

/**
 * The state of a policy on a day, from its events alone. A suspension outlasts the day on which the policy was to come into force,
 * and what ends without a word of the issuer is not said to hold again. [PY1] [PY2]
 * @param on an ISO day
 * @returns null before the first event
 * @example statusOn([{ type: "issued", on: "2025-05-01" }], "2025-05-15") // "issued_not_in_force"
 */
export function statusOn(events: readonly PolicyEvent[], on: string): PolicyStatus | null {
  let status: PolicyStatus | null = null;
  let isInForce = false;
  let until: string | null = null;
  const rest = () => (isInForce ? "in_force" : "issued_not_in_force");
  for (const event of orderPolicyEvents(events)) {
    if (event.on > on) break;
    if (status === "suspended" && until !== null && event.on > until) status = "effect_unconfirmed";
    if (event.type === "in_force") isInForce = true;
    if (event.type === "suspended") until = event.until ?? null;
    status = next(status, event.type, rest);
  }
  return status === "suspended" && until !== null && on > until ? "effect_unconfirmed" : status;
}

/** Whether nothing is decided yet. */
function isBefore(status: PolicyStatus | null): status is null | "draft" | "consultation" {
  return status === null || status === "draft" || status === "consultation";
}

function next(status: PolicyStatus | null, type: PolicyEventType, rest: () => PolicyStatus): PolicyStatus {
  switch (type) {
    case "proposed":
      return status ?? "draft";
    case "consultation_opened":
    case "consultation_closed":
      return status === null || status === "draft" ? "consultation" : status;
    case "adopted":
      return isBefore(status) ? "adopted" : status;
    case "issued":
      return isBefore(status) || status === "adopted" ? rest() : status;
    // What is suspended comes into force on paper and stays suspended.
    case "in_force":
      return status === "suspended" ? status : "in_force";
    case "suspended":
      return "suspended";
    case "resumed":
      return rest();
    case "repealed":
    case "lapsed":
      return type;
    default:
      return status ?? "draft";
  }
}

/**
 * The state as people are told it: a policy is called "not in force" only where its day of force is on file, for silence says
 * nothing of the law. [PY1]
 * @example toldStatusOn([{ type: "issued", on: "2025-05-01" }], "2025-05-15") // "force_day_unknown"
 */
export function toldStatusOn(events: readonly PolicyEvent[], on: string): PolicyStatus | null {
  const status = statusOn(events, on);
  const isDated = events.some(({ type }) => type === "in_force");
  return status === "issued_not_in_force" && !isDated ? "force_day_unknown" : status;
}

/** One stretch of days with one status; `to` is the first day without it, null: it lasts. */
export type StatusSpan = { readonly status: PolicyStatus; readonly from: string; readonly to: string | null };

/**
 * The whole life of a policy as stretches of one status each, as people are told it.
 * @example lifeOf([{ type: "in_force", on: "2025-06-01" }]) // [{ status: "in_force", from: "2025-06-01", to: null }]
 */
export function lifeOf(events: readonly PolicyEvent[]): readonly StatusSpan[] {
  const days = new Set(events.map(({ on }) => on));
  // The end of a suspension changes the state the day after, without an event.
  for (const { until } of events) if (until) days.add(shiftDate(until, 1));
  const spans: { status: PolicyStatus; from: string; to: string | null }[] = [];
  for (const day of [...days].sort()) {
    const status = toldStatusOn(events, day);
    const last = spans.at(-1);
    if (status === null || last?.status === status) continue;
    if (last) last.to = day;
    spans.push({ status, from: day, to: null });
  }
  return spans;
}

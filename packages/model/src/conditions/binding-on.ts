import { type Evaluation, evaluate, type Facts } from "@lilink/engine/dated-rules";
import { shiftDate } from "../calendar/index.ts";
import { type ConditionKind, type SetInForce, setOn } from "./condition-sets.ts";
import { type ConditionPolicy, unregisteredOn } from "./standing-on.ts";

/** Days that a listing outlasts the first evidence that ran out: ours, until the group decides others. [CN4] */
export const graceDays = 30;

/**
 * What is asked of a plant on a day. `free`: no set binds; `unregistered`: a text was issued and its clauses are not registered;
 * `lapsed`: its evidence ran out more than the days of grace ago.
 */
export const bindingVerdicts = ["met", "not_met", "incomplete", "lapsed", "unregistered", "free"] as const;
export type BindingVerdict = (typeof bindingVerdicts)[number];

/** A plant as the conditions see it: its facts, and the last day on which its evidence holds. */
export type JudgedPlant = { readonly facts: Facts; readonly evidenceUntil: string | null };

export type Binding = {
  readonly verdict: BindingVerdict;
  readonly set: SetInForce | null;
  readonly judged: Evaluation | null;
};

/** The first day on which evidence no longer holds, grace included; null: it was never dated. */
export const lapsesOn = (evidenceUntil: string | null): string | null =>
  evidenceUntil === null ? null : shiftDate(evidenceUntil, graceDays + 1);

/**
 * Whether a declaration counts as listed on a day: one in public notice does not yet, one under watch still does, one whose evidence lapsed no
 * longer, whatever its state says. [CN4] [TR71]
 */
export function isListedOn(
  { state, evidenceUntil }: { readonly state: string; readonly evidenceUntil: string | null },
  on: string,
): boolean {
  const lapses = lapsesOn(evidenceUntil);
  return (state === "listed" || state === "under_watch") && (lapses === null || on < lapses);
}

/**
 * What one kind of conditions says of a plant on an ISO day. What is met by evidence that ran out is no longer met; a day of grace
 * still counts. Where no set binds and an issued text is not registered, no verdict is given. [CN3] [CN4] [CN11]
 */
export function bindingOn(
  sets: readonly SetInForce[],
  kind: ConditionKind,
  plant: JudgedPlant,
  on: string,
  policies: readonly ConditionPolicy[] = [],
): Binding {
  const set = setOn(sets, kind, on);
  if (set === null) {
    const isIssued = unregisteredOn(policies, on).some((text) => text.kind === kind);
    return { verdict: isIssued ? "unregistered" : "free", set, judged: null };
  }
  const judged = evaluate(set, plant.facts, on);
  const verdict = judged.verdict === "not_applicable" ? "met" : judged.verdict;
  const lapses = lapsesOn(plant.evidenceUntil);
  return { verdict: verdict === "met" && lapses !== null && on >= lapses ? "lapsed" : verdict, set, judged };
}

export type BindingSpan = { readonly from: string; readonly to: string; readonly verdict: BindingVerdict };

/** The first day of a year or a month that stands for a day. */
const firstDayOf = (day: string) => `${day}-01-01`.slice(0, "2024-01-01".length);

/**
 * The verdicts on every day of `[from, to)`, as stretches of one verdict each. It changes only where a set begins or ends, where
 * something happens to a policy, or where the evidence lapses. [CN5]
 */
export function bindingSpans(
  sets: readonly SetInForce[],
  kind: ConditionKind,
  plant: JudgedPlant,
  { from, to }: { readonly from: string; readonly to: string },
  policies: readonly ConditionPolicy[] = [],
): readonly BindingSpan[] {
  const lapses = lapsesOn(plant.evidenceUntil);
  const days = new Set([from]);
  for (const set of sets) {
    if (set.kind !== kind) continue;
    for (const day of [set.from, set.to, lapses]) if (day && day > from && day < to) days.add(day);
  }
  for (const { on } of policies.flatMap(({ events }) => events)) {
    const day = firstDayOf(on);
    if (day > from && day < to) days.add(day);
  }
  const spans: { from: string; to: string; verdict: BindingVerdict }[] = [];
  for (const day of [...days].sort()) {
    const { verdict } = bindingOn(sets, kind, plant, day, policies);
    const last = spans.at(-1);
    if (last?.verdict === verdict) continue;
    if (last) last.to = day;
    spans.push({ from: day, to, verdict });
  }
  return spans;
}

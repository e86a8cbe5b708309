import { findGoal, type Goal } from "@lilink/model/goals";
import { type RateId, rateDefinitions } from "@lilink/model/trace/rate";
import type { Rates } from "./queries.ts";

/** The goals that the rates speak of, each with its rates; the others of the section are judged from returns alone. */
const asked: readonly { readonly goal: string; readonly rates: readonly RateId[] }[] = [
  { goal: "G25-15", rates: ["formal"] },
  { goal: "G25-17", rates: ["collection"] },
  { goal: "G25-18", rates: ["Li", "Ni", "Co", "Mn"] },
  { goal: "G35-14", rates: [] },
  { goal: "G35-15", rates: ["collection"] },
  { goal: "G35-16", rates: ["Li", "Ni", "Co", "Mn"] },
  { goal: "G35-17", rates: [] },
];

/** What the conditions of 2024 ask of the elements; the goals of 2035 ask for more than these. */
const limits: Partial<Readonly<Record<RateId, number>>> = { Li: 90, Ni: 98, Co: 98, Mn: 98 };

export type Verdict = "met" | "not_met" | "unknown";
export type GoalLine = {
  readonly goal: Goal;
  readonly year: number;
  /** Percent by events and batches, of what the goal's own indicator measures: of several elements lithium. */
  readonly events: number | null;
  readonly returns: number | null;
  readonly operator: string;
  readonly target: number | null;
  readonly verdict: Verdict;
  /** Of a goal of several elements: how many meet their limits and how many are unknown. */
  readonly elements: { readonly met: number; readonly unknown: number; readonly all: number } | null;
  readonly isOfRates: boolean;
};

const compare: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  ">=": (a, b) => a >= b,
  ">": (a, b) => a > b,
  "<=": (a, b) => a <= b,
  "<": (a, b) => a < b,
};

function judgeFirms(conformity: Rates["conformity"]): Verdict {
  if (conformity === null) return "unknown";
  return conformity.low === 100 ? "met" : conformity.high < 100 ? "not_met" : "unknown";
}

/** Each goal of recycling judged by its rates of the last finished year, beside what returns say. [TR91] */
export function toGoalLines({ figures, returned, conformity }: Rates): readonly GoalLine[] {
  const year = Math.max(...figures.map((one) => one.year));
  const percentOf = (rate: RateId) => {
    const value = figures.find((one) => one.rate === rate && one.year === year)?.value ?? null;
    return value === null ? null : value * 100;
  };
  return asked.flatMap(({ goal: id, rates }): readonly GoalLine[] => {
    const goal = findGoal(id);
    if (!goal) return [];
    const wanted = goal.target ?? goal.proposal;
    const value = wanted && typeof wanted.value === "number" ? wanted.value : null;
    const operator = wanted?.operator ?? ">=";
    const returns =
      returned.find((one) => one.indicator === goal.indicator && one.period === String(year))?.value ?? null;
    const base = { goal, year, returns, isOfRates: rates.length > 0 };
    const [own] = rates;
    if (own && rates.length > 1) {
      const judged = rates.map((rate) => ({ rate, percent: percentOf(rate), limit: limits[rate] ?? 0 }));
      const meets = (limit: number, percent: number) =>
        id === "G25-18" ? percent >= limit : percent > limit;
      const met = judged.filter(({ percent, limit }) => percent !== null && meets(limit, percent)).length;
      const unknown = judged.filter(({ percent }) => percent === null).length;
      const byElements = met === rates.length ? "met" : met + unknown < rates.length ? "not_met" : "unknown";
      // That all together meet the limits does not say that each firm does.
      const verdict = id === "G25-18" && byElements === "met" ? judgeFirms(conformity) : byElements;
      const elements = { met, unknown, all: rates.length };
      return [{ ...base, events: percentOf(own), operator, target: value, verdict, elements }];
    }
    const events = own ? percentOf(own) : null;
    const verdict: Verdict =
      events === null || value === null
        ? "unknown"
        : (compare[operator]?.(events, value) ?? false)
          ? "met"
          : "not_met";
    return [{ ...base, events, operator, target: value, verdict, elements: null }];
  });
}

export const rateOf = (id: RateId) => rateDefinitions.find((one) => one.id === id);

import { findGoal, type Goal, meetsTarget } from "../../goals/index.ts";
import { thresholdOf } from "../batch/balance.ts";
import { type RateFigure, type RateId, rateDefinitions } from "./rate.ts";

const elements = ["Li", "Ni", "Co", "Mn"] as const;

/** The goals that the rates speak of, each with its rates; the others of the section are judged from returns alone. */
const asked: readonly { readonly goal: string; readonly rates: readonly RateId[] }[] = [
  { goal: "G25-15", rates: ["formal"] },
  { goal: "G25-17", rates: ["collection"] },
  { goal: "G25-18", rates: elements },
  { goal: "G35-14", rates: [] },
  { goal: "G35-15", rates: ["collection"] },
  { goal: "G35-16", rates: elements },
  { goal: "G35-17", rates: [] },
];

/** The indicators of these goals, of which returns are read. */
export const askedIndicators: readonly string[] = [
  ...new Set(asked.flatMap(({ goal }) => findGoal(goal)?.indicator ?? [])),
];

/** Events count a share of what was collected, returns of what retired: two wholes, between which no difference is taken. [TR95] */
const otherWhole: readonly RateId[] = ["formal"];

/** The goal that asks every firm to meet the conditions; that of 2035 asks all together for more than they do. */
const everyFirm = "G25-18";

/** Of several elements: how many meet their limits, and of how many nothing is known. */
export type ElementCount = { readonly met: number; readonly unknown: number };

export type GoalVerdict = "met" | "not_met" | "unknown";
export type GoalLine = {
  readonly goal: Goal;
  readonly year: number;
  /** Percent by events and batches, of what the goal's own indicator measures: of several elements lithium. */
  readonly events: number | null;
  readonly returns: number | null;
  readonly verdict: GoalVerdict;
  /** Of a goal of several elements: how many meet their limits and how many are unknown. */
  readonly elements: ElementCount | null;
  /** The same by returns, which judge the goal. */
  readonly returnedElements: ElementCount | null;
  readonly isOfRates: boolean;
  /** Events and returns are shares of the same whole. */
  readonly isComparable: boolean;
};

export type RatesBesideReturns = {
  readonly figures: readonly RateFigure[];
  /** What returns say, in percent. */
  readonly returned: readonly {
    readonly indicator: string;
    readonly period: string;
    readonly value: number | null;
  }[];
  /** The share of firms that meet every condition, in percent. [TR96] */
  readonly conformity: { readonly low: number; readonly high: number } | null;
};

/**
 * Each goal of recycling judged by its rates of the last finished year, beside what returns say. Elements are judged by the conditions in
 * force at the end of that year. [TR91]
 */
export function judgeGoals({ figures, returned, conformity }: RatesBesideReturns): readonly GoalLine[] {
  const year = Math.max(...figures.map((one) => one.year));
  const shareOf = (rate: RateId) =>
    figures.find((one) => one.rate === rate && one.year === year)?.value ?? null;
  return asked.flatMap(({ goal: id, rates }): readonly GoalLine[] => {
    const goal = findGoal(id);
    if (!goal) return [];
    const returnedOf = (indicator: string | undefined) =>
      returned.find((one) => one.indicator === indicator && one.period === String(year))?.value ?? null;
    const returns = returnedOf(goal.indicator);
    const [own] = rates;
    const share = own ? shareOf(own) : null;
    const events = share === null ? null : share * 100;
    const isComparable = !rates.some((rate) => otherWhole.includes(rate));
    const base = { goal, year, events, returns, isOfRates: rates.length > 0, isComparable };
    if (rates.length <= 1)
      return [{ ...base, verdict: judgeOne(goal, events), elements: null, returnedElements: null }];
    const meets = (value: number, limit: number) => (id === everyFirm ? value >= limit : value > limit);
    const count = (shareBy: (rate: RateId) => number | null): ElementCount => {
      const shares = rates.map((rate) => ({
        share: shareBy(rate),
        limit: thresholdOf(rate, { on: `${year}-12-31` }) ?? 0,
      }));
      return {
        met: shares.filter((one) => one.share !== null && meets(one.share, one.limit)).length,
        unknown: shares.filter((one) => one.share === null).length,
      };
    };
    const { met, unknown } = count(shareOf);
    const returnedElements = count((rate) => {
      const percent = returnedOf(rateDefinitions.find((one) => one.id === rate)?.indicator);
      return percent === null ? null : percent / 100;
    });
    const byElements = met === rates.length ? "met" : met + unknown < rates.length ? "not_met" : "unknown";
    // That all together meet the limits does not say that each firm does.
    const verdict = id === everyFirm && byElements === "met" ? judgeFirms(conformity) : byElements;
    return [{ ...base, verdict, elements: { met, unknown }, returnedElements }];
  });
}

function judgeOne({ target, proposal, direction }: Goal, percent: number | null): GoalVerdict {
  const wanted = target ?? proposal;
  if (percent === null || !wanted || typeof wanted.value !== "number" || wanted.operator === "between")
    return "unknown";
  const dated = { year: 0, operator: wanted.operator, value: String(wanted.value) };
  return meetsTarget(String(percent), dated, direction) ? "met" : "not_met";
}

function judgeFirms(conformity: RatesBesideReturns["conformity"]): GoalVerdict {
  if (conformity === null) return "unknown";
  return conformity.low === 100 ? "met" : conformity.high < 100 ? "not_met" : "unknown";
}

import { chooseSet } from "@lilink/engine/dated-rules";
import { Decimal } from "decimal.js";
import type { Baseline } from "../../indicator/index.ts";
import { recoverySets } from "../../recovery/index.ts";
import type { Goal } from "../goal.ts";
import { findGoalRule, type GoalPart } from "./goal-rule.ts";
import type { DatedTarget } from "./meets-target.ts";
import type { Point } from "./pace.ts";
import type { JudgedPeriod, YearFigure } from "./to-yearly.ts";

/** `paper`: printed there. `released`: a figure of our own. */
export type StandingBase = Point & { readonly origin: "paper" | "released" };

/** What a measure starts from and is held against; `lacking`: years whose figures are asked for and are not there. */
export type PartAim = {
  readonly baseline: StandingBase | null;
  readonly target: DatedTarget | null;
  readonly lacking: readonly number[];
};

const periodForms: Readonly<Record<JudgedPeriod, RegExp>> = {
  year: /^\d{4}$/,
  quarter: /^\d{4}Q[1-4]$/,
  month: /^\d{4}-\d\d$/,
  year_to_date: /^\d{4}-01\.\.\d{4}-\d\d$/,
};

/**
 * The baseline that the paper prints, where it is of the measure and of the kind of period that the goal is judged by: nine months,
 * or a quarter, are no year. [PG11]
 */
export function printedBase(
  { id, baseline }: Pick<Goal, "id"> & { readonly baseline: Pick<Baseline, "period" | "value"> | null },
  judgedBy: JudgedPeriod,
): StandingBase | null {
  if (!baseline || findGoalRule(id)?.base === "own" || !periodForms[judgedBy].test(baseline.period))
    return null;
  return { year: Number(baseline.period.slice(0, 4)), value: String(baseline.value), origin: "paper" };
}

/**
 * The base and the target of a measure. A level needs no base; a change against one does, and says which years are lacking.
 * @param printed the paper's baseline of this measure, if any
 * @param years figures up to the year of the assessment, oldest first
 */
export function aimPart(
  part: GoalPart,
  printed: StandingBase | null,
  years: readonly YearFigure[],
  horizon: number,
): PartAim {
  const figureOf = (year: number) => years.find((figure) => figure.year === year)?.value ?? null;
  const [first, ...later] = years.filter(({ value }) => value !== null);
  const hasMore = first !== undefined && years.some(({ year }) => year > first.year);
  const released = first?.value
    ? ({ year: first.year, value: first.value, origin: "released" } as const)
    : null;
  const baseline = printed ?? (hasMore ? released : null);
  const plain = (target: DatedTarget | null): PartAim => ({ baseline, target, lacking: [] });
  switch (part.kind) {
    case "steady":
      return plain(null);
    case "corridor":
      return plain({ year: horizon, operator: "between", value: [part.low, part.high] });
    case "level":
    case "milestone":
    case "conformity":
      return plain({ year: horizon, operator: part.operator, value: part.value });
    case "yes_no":
      return { baseline: null, target: { year: horizon, operator: ">=", value: "1" }, lacking: [] };
    case "limit":
      return {
        baseline: null,
        target: limitOn(part.fact, later.at(-1) ?? first ?? null, horizon),
        lacking: [],
      };
    case "mean": {
      const lacking = part.years.filter((year) => figureOf(year) === null);
      const sum = part.years.reduce((total, year) => total.plus(figureOf(year) ?? 0), new Decimal(0));
      const value = sum.div(part.years.length).times(part.times).toString();
      const target = { year: horizon, operator: part.operator, value };
      return { baseline, target: lacking.length > 0 ? null : target, lacking };
    }
    case "relative": {
      const year = part.from === "first" ? (hasMore ? released?.year : undefined) : part.from;
      const from = year === undefined ? null : figureOf(year);
      if (year === undefined || from === null)
        return { baseline: null, target: null, lacking: year === undefined ? [] : [year] };
      const value = new Decimal(from).times(part.times ?? 1).plus(part.plus ?? 0);
      return {
        baseline: { year, value: from, origin: "released" },
        target: { year: horizon, operator: part.operator, value: value.toString() },
        lacking: [],
      };
    }
  }
}

/** The limit of the rule set in force on the last day of a figure's year, in percent. [PG22] */
function limitOn(fact: string, now: YearFigure | null, horizon: number): DatedTarget | null {
  const set = chooseSet(recoverySets, `${now?.year ?? horizon}-12-31`);
  const rule = set?.rules.find((one) => "fact" in one && one.fact === fact);
  if (!rule || !("fact" in rule) || typeof rule.value !== "string") return null;
  const operator = rule.operator;
  if (operator === "in" || operator === "present") return null;
  return { year: horizon, operator, value: new Decimal(rule.value).times(100).toString() };
}

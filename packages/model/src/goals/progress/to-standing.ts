import { Decimal } from "decimal.js";
import type { Goal } from "../goal.ts";
import { findIndicator } from "../indicator.ts";
import { assessProgress, type Progress } from "./assess-progress.ts";
import type { GoalMethod } from "./goal-rule.ts";
import { findGoalRule, type GoalRule } from "./goal-rule.ts";
import { aimOf, type DatedTarget } from "./meets-target.ts";
import { forecast, needPace } from "./need-pace.ts";
import type { Point } from "./pace.ts";
import type { ProgressStatus } from "./status.ts";
import { type PeriodFigure, toYearly, type YearFigure } from "./to-yearly.ts";

/** `paper`: printed there. `released`: the first figure of our own, where the paper prints none. */
export type StandingBase = Point & { readonly origin: "paper" | "released" };

/** Where a year would stand: on the way to the target, and if the pace of growth or of the line went on. */
export type PathPoint = {
  readonly year: number;
  readonly target: string | null;
  readonly linear: string | null;
  readonly compound: string | null;
};

/** Where a goal stands, ready to be shown; numbers are decimal strings in the unit of the indicator. */
export type Standing = {
  readonly goal: string;
  readonly method: GoalMethod | null;
  readonly baseline: StandingBase | null;
  readonly target: DatedTarget | null;
  readonly now: YearFigure | null;
  readonly linear: { readonly ratio: string | null; readonly status: ProgressStatus };
  readonly compound: { readonly ratio: string | null; readonly status: ProgressStatus };
  readonly disagree: boolean;
  /** What the goal is counted under, and whether it is held back. [PG15] */
  readonly status: ProgressStatus;
  readonly heldBack: boolean;
  /** The statuses at both bounds where the last figure is withheld; equal ones are as good as a figure. */
  readonly band: readonly [ProgressStatus, ProgressStatus] | null;
  readonly needed: { readonly perYear: string; readonly growth: string | null } | null;
};

/** The figures of a goal year by year, and the ways from and to them. [PG14] */
export type StandingCourse = { readonly years: readonly YearFigure[]; readonly path: readonly PathPoint[] };

const digits = 6;
const print = (value: Decimal | null | undefined) => value?.toSignificantDigits(digits).toString() ?? null;

/** What both the verdict and the course are made from. */
function readGoal(goal: Goal, figures: readonly PeriodFigure[], unit: string, ask: number) {
  const rule = findGoalRule(goal.id);
  const year = Math.min(ask, goal.horizon);
  const years = toYearly(figures, unit).filter((figure) => figure.year <= year);
  const baseline = baseOf(goal, years);
  const target = baseline && rule ? targetOf(rule, goal, years, baseline) : null;
  const later = years.filter((figure) => baseline && figure.year > baseline.year);
  const now = later.at(-1) ?? null;
  const exact = baseline && now?.value ? { year: now.year, value: now.value } : null;
  const aim = target && baseline ? { year: goal.horizon, value: aimOf(target, baseline.value) } : null;
  return { rule, year, years, baseline, target, later, now, exact, aim };
}

/**
 * Judges a goal by its own method from released figures alone. The baseline is the paper's; where it prints none, our first
 * figure. A withheld last figure is judged at both bounds and never by a point between. [PG9], [PG11]–[PG15]
 * @param figures headline figures of the goal's indicator, any order; `unit` theirs
 * @param ask the year of the assessment; a closed horizon is judged as it ended
 */
export function toStanding(
  goal: Goal,
  figures: readonly PeriodFigure[],
  unit: string,
  ask: number,
): Standing {
  const { rule, year, baseline, target, later, now, exact, aim } = readGoal(goal, figures, unit, ask);
  const judge = (value: string | null): Progress | null => {
    if (!rule || !baseline || !now || value === null) return null;
    if (needsTarget(rule) && !target) return null;
    const series = [...later.slice(0, -1).flatMap(toPoint), { year: now.year, value }];
    if (rule.kind === "steady" && breaksSteady(goal, baseline, series)) return movedAway(now.year, value);
    return assessProgress({ direction: goal.direction, baseline, target, series, ask: year });
  };
  const at = judge(now?.value ?? null);
  const ends = now && now.value === null ? [judge(now.low), judge(now.high)] : null;
  const statusOf = (pick: (progress: Progress) => ProgressStatus): ProgressStatus => {
    if (at) return pick(at);
    const [low, high] = ends?.map((end) => end && pick(end)) ?? [];
    return low && low === high ? low : "not_assessable";
  };
  const linear = statusOf(({ linearStatus }) => linearStatus);
  const compound = statusOf(({ compoundStatus }) => compoundStatus);
  const pace = exact && aim && needPace(exact, aim);
  return {
    goal: goal.id,
    method: rule?.kind ?? null,
    baseline,
    target,
    now,
    linear: { ratio: print(at?.linearRatio), status: linear },
    compound: { ratio: print(at?.compoundRatio), status: compound },
    disagree: at?.disagree ?? false,
    status: compound === "not_assessable" ? linear : compound,
    heldBack: [linear, compound].some((status) => status === "limited" || status === "moving_away"),
    band: ends?.[0] && ends[1] ? [ends[0].linearStatus, ends[1].linearStatus] : null,
    needed: pace ? { perYear: print(pace.perYear) ?? "0", growth: print(pace.growth) } : null,
  };
}

/**
 * The course of a goal: its years, and year by year from the baseline to the horizon the straight way to the target and
 * where the pace so far would lead. Arguments as of `toStanding`. [PG14]
 */
export function toCourse(
  goal: Goal,
  figures: readonly PeriodFigure[],
  unit: string,
  ask: number,
): StandingCourse {
  const { years, baseline, exact, aim } = readGoal(goal, figures, unit, ask);
  return { years, path: baseline ? pathOf(baseline, exact, aim, goal.horizon, rangeOf(goal)) : [] };
}

function toPoint({ year, value }: YearFigure): readonly Point[] {
  return value === null ? [] : [{ year, value }];
}

function baseOf(goal: Goal, years: readonly YearFigure[]): StandingBase | null {
  if (goal.baseline)
    return {
      year: Number(goal.baseline.period.slice(0, 4)),
      value: String(goal.baseline.value),
      origin: "paper",
    };
  const first = years.find(({ value }) => value !== null);
  return first?.value ? { year: first.year, value: first.value, origin: "released" } : null;
}

function needsTarget(rule: GoalRule): boolean {
  return rule.kind !== "steady";
}

function targetOf(
  rule: GoalRule,
  goal: Goal,
  years: readonly YearFigure[],
  baseline: StandingBase,
): DatedTarget | null {
  const year = goal.horizon;
  switch (rule.kind) {
    case "steady":
      return null;
    case "corridor":
      return { year, operator: "between", value: [rule.low, rule.high] };
    case "level":
    case "conformity":
    case "milestone":
      return { year, operator: rule.operator, value: rule.value };
    case "mean": {
      const values = rule.years.map((one) => years.find((figure) => figure.year === one)?.value);
      if (values.some((value) => value == null)) return null;
      const sum = values.reduce((total, value) => total.plus(value ?? 0), new Decimal(0));
      return { year, operator: rule.operator, value: sum.div(values.length).times(rule.times).toString() };
    }
    case "relative": {
      const from =
        rule.from === "first" ? baseline.value : years.find((one) => one.year === rule.from)?.value;
      if (!from) return null;
      const value = new Decimal(from).times(rule.times ?? 1).plus(rule.plus ?? 0);
      return { year, operator: rule.operator, value: value.toString() };
    }
  }
}

/** "Steadily" is year by year: one step the other way is no steady course, whatever the sum of all steps. [PG12] */
function breaksSteady({ direction }: Goal, baseline: Point, series: readonly Point[]): boolean {
  const sign = direction === "decrease" ? -1 : 1;
  return series.some((point, at) =>
    new Decimal(point.value)
      .minus(series[at - 1]?.value ?? baseline.value)
      .times(sign)
      .lt(0),
  );
}

function movedAway(year: number, value: string): Progress {
  return {
    now: { year, value },
    compoundRatio: null,
    linearRatio: null,
    compoundStatus: "moving_away",
    linearStatus: "moving_away",
    score: null,
    disagree: false,
  };
}

type Range = { readonly holds: (value: Decimal | null | undefined) => Decimal | null };

/** The indicator's valid range: a projection that leaves it says nothing and ends there. */
function rangeOf({ indicator }: Goal): Range {
  const [low, high] = findIndicator(indicator)?.validRange ?? [];
  return {
    holds: (value) =>
      value && (low === undefined || value.gte(low)) && (high === undefined || value.lte(high))
        ? value
        : null,
  };
}

/** Year by year from the baseline to the horizon: the straight way to the target, and where the pace so far would lead. */
function pathOf(
  from: Point,
  now: Point | null,
  aim: Point | null,
  horizon: number,
  range: Range,
): readonly PathPoint[] {
  const span = horizon - from.year;
  const lead = now && forecast(from, now);
  return Array.from({ length: Math.max(0, span) + 1 }, (_, at) => {
    const year = from.year + at;
    const ahead = lead && year >= now.year ? lead(year) : null;
    const way =
      aim && span > 0 ? new Decimal(aim.value).minus(from.value).times(at).div(span).plus(from.value) : null;
    return {
      year,
      target: print(way),
      linear: print(range.holds(ahead?.linear)),
      compound: print(range.holds(ahead?.compound)),
    };
  });
}

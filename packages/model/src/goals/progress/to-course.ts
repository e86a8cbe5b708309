import { Decimal } from "decimal.js";
import { findIndicator } from "../../indicator/index.ts";
import type { Goal } from "../goal.ts";
import { judgePart, print, readPart } from "./judge-part.ts";
import { leadPart } from "./lead-measure.ts";
import { aimOf, meetsTarget } from "./meets-target.ts";
import { forecast } from "./need-pace.ts";
import type { Point } from "./pace.ts";
import { type StandingAids, toPartCases } from "./to-standing.ts";
import type { PeriodFigure, YearFigure } from "./to-yearly.ts";
import { type FigureSpread, spreadOf } from "./uncertainty.ts";

/** Where a year would stand: on the way to the target, and if the pace of growth or of the line went on. */
export type PathPoint = {
  readonly year: number;
  readonly target: string | null;
  readonly linear: string | null;
  readonly compound: string | null;
};

/** A year with the band of uncertainty about its figure. [PG21] */
export type CourseYear = YearFigure & { readonly spread: FigureSpread | null };

/** The figures of a goal year by year, and the ways from and to them. [PG14] */
export type StandingCourse = { readonly years: readonly CourseYear[]; readonly path: readonly PathPoint[] };

/**
 * The course of the measure that leads a goal: its years, and year by year from the baseline, or else the first figure, the straight way
 * to the target and where the pace so far would lead. What is inside its corridor has no way to go. Arguments as of
 * `toStanding`. [PG14], [PG17]
 */
export function toCourse(
  goal: Goal,
  figures: readonly PeriodFigure[],
  unit: string,
  ask: number,
  aids: StandingAids = {},
): StandingCourse {
  const cases = toPartCases(goal, figures, unit, ask, aids);
  const judged = cases.map(judgePart);
  const lead = leadPart(judged);
  const one = lead && cases[judged.indexOf(lead)];
  if (!one || one.part.kind === "limit" || one.part.kind === "yes_no") return { years: [], path: [] };
  const { years, baseline, target, now } = readPart(one);
  const exact = now?.value ? { year: now.year, value: now.value } : null;
  const from = baseline ?? exact;
  const isHeld = target?.operator === "between" && exact && meetsTarget(exact.value, target, "maintain");
  const aim = from && target && !isHeld ? { year: goal.horizon, value: aimOf(target, from.value) } : null;
  const range = one.own?.range ?? findIndicator(one.part.indicator)?.validRange?.map(String) ?? null;
  const floored =
    range ?? floorOf([...years.flatMap(({ value }) => value ?? []), ...(aim ? [aim.value] : [])]);
  return {
    years: years.map((year) => ({ ...year, spread: spreadOf(year, one.own?.unit ?? unit, range) })),
    path: from && !isHeld ? pathOf(from, exact, aim, goal.horizon, floored) : [],
  };
}

/** What was never below nothing and shall not be is not drawn below nothing. */
const floorOf = (known: readonly string[]): readonly string[] | null =>
  known.every((value) => new Decimal(value).gte(0)) ? ["0"] : null;

/** Year by year from the start to the horizon; a projection that leaves the range says nothing and ends there. */
function pathOf(
  from: Point,
  now: Point | null,
  aim: Point | null,
  horizon: number,
  range: readonly string[] | null,
): readonly PathPoint[] {
  const span = horizon - from.year;
  const lead = now && now.year > from.year ? forecast(from, now) : null;
  const hold = (value: Decimal | null | undefined) =>
    value?.gte(range?.[0] ?? -Infinity) && value.lte(range?.[1] ?? Infinity) ? value : null;
  return Array.from({ length: Math.max(0, span) + 1 }, (_, at) => {
    const year = from.year + at;
    const ahead = lead && now && year >= now.year ? lead(year) : null;
    const way =
      aim && span > 0 ? new Decimal(aim.value).minus(from.value).times(at).div(span).plus(from.value) : null;
    return {
      year,
      target: print(way),
      linear: print(hold(ahead?.linear)),
      compound: print(hold(ahead?.compound)),
    };
  });
}

import { Decimal } from "decimal.js";
import type { GoalDirection } from "../../indicator/index.ts";
import { assessCorridor } from "./assess-corridor.ts";
import { aimOf, type DatedTarget, meetsTarget } from "./meets-target.ts";
import { noiseOf } from "./noise.ts";
import { compoundRatio, growthOf, linearRatio, type Point, slopeOf } from "./pace.ts";
import { type Progress, type Ratios, verdict } from "./progress.ts";
import { type ProgressStatus, statusOfGrowth, statusOfRatio } from "./status.ts";

/**
 * `ask`: the year of the assessment; of the series only what is not later counts. Without a `baseline` the first of several
 * observations is one. `noise`: a change that is no larger is none, in the unit of the values.
 */
export type ProgressCase = {
  readonly direction: GoalDirection;
  readonly baseline: Point | null;
  readonly target: DatedTarget | null;
  readonly series: readonly Point[];
  readonly ask: number;
  readonly noise?: string;
  /** Whether the year of the target is over; where it is not said, it is once the year has passed or its figure is there. */
  readonly isOver?: boolean;
};

/**
 * Where a goal stands: against its dated target by compound and by straight-line pace, against a corridor, or by direction
 * alone where there is no target. Once the year of the target is over, or its figure is there, it is achieved or missed and
 * nothing else. Never throws on numbers; what cannot be judged says so. [PG1]–[PG7], [PG16], [PG17]
 * @example assessProgress({ direction: "increase", baseline: { year: 2020, value: "41" }, target: { year: 2025, operator: ">", value: "95" },
 *   series: [{ year: 2023, value: "70" }], ask: 2023 }).disagree // true: 1.07 by growth, 0.895 by the line
 */
export function assessProgress(one: ProgressCase): Progress {
  const { target, direction } = one;
  const points = observedOf(one);
  if (target && (one.isOver ?? isOver(target, points, one.ask))) return settle(one, target, points);
  const now = points.at(-1);
  if (!now) return verdict(null, null, "not_assessable");
  const base = one.baseline ?? (points.length > 1 ? (points[0] ?? null) : null);
  if (!target) return base ? assessDirection(one, base, now) : verdict(now, null, "not_assessable");
  if (target.operator === "between" || (target.operator === "=" && direction === "maintain"))
    return assessCorridor({ target, base, before: points.at(-2) ?? base, now, noise: one.noise });
  if (meetsTarget(now.value, target, direction))
    return verdict(now, routeOf(one, base, now, target), direction === "maintain" ? "on_track" : "achieved");
  return base ? assessRoute(one, base, now, target) : verdict(now, null, "first_figure");
}

/** Observations after the baseline and not after the year of the assessment, in time. */
function observedOf({ baseline, series, ask }: ProgressCase): readonly Point[] {
  return series
    .filter(({ year }) => (baseline === null || year > baseline.year) && year <= ask)
    .toSorted((a, b) => a.year - b.year);
}

/** [PG16] */
function isOver(target: DatedTarget, points: readonly Point[], ask: number): boolean {
  return ask > target.year || points.some(({ year }) => year === target.year);
}

/** The figure of the target's own year decides; one of an earlier year never does. [PG16] */
function settle(one: ProgressCase, target: DatedTarget, points: readonly Point[]): Progress {
  const now = points.find(({ year }) => year === target.year) ?? null;
  if (!now) return verdict(null, null, "not_assessable");
  const base = one.baseline ?? points.find(({ year }) => year < now.year) ?? null;
  const status = meetsTarget(now.value, target, one.direction) ? "achieved" : "missed";
  return verdict(now, routeOf(one, base, now, target), status);
}

/** Both ratios of a route from the base, none where the target lies against the direction. */
function routeOf(one: ProgressCase, base: Point | null, now: Point, target: DatedTarget): Ratios | null {
  if (!base || target.operator === "between" || isAgainstDirection(one, base, target)) return null;
  const route = { from: base, now, to: { year: target.year, value: aimOf(target, base.value) } };
  return { compound: compoundRatio(route), linear: linearRatio(route) };
}

function assessRoute(one: ProgressCase, base: Point, now: Point, target: DatedTarget): Progress {
  const ratios = routeOf(one, base, now, target);
  const turn = new Decimal(now.value).minus(base.value).times(wayTo(one, target) === "decrease" ? 1 : -1);
  const isNoise = turn.isPositive() && turn.lte(noiseOf(base.value, one.noise));
  // [PG5] What met its target from the start holds it or has lost it.
  if (meetsTarget(base.value, target, one.direction))
    return verdict(now, ratios, isNoise ? "limited" : "moving_away");
  const hear = (ratio: Decimal | null | undefined) =>
    isNoise && ratio ? "limited" : statusOfRatio(ratio ?? null);
  return verdict(now, ratios, hear(ratios?.compound), hear(ratios?.linear));
}

/** The way that leads to a target: what shall be kept at or above a value rises to it from below. */
function wayTo({ direction }: ProgressCase, { operator }: DatedTarget): GoalDirection {
  if (direction !== "maintain") return direction;
  return operator === "<" || operator === "<=" ? "decrease" : "increase";
}

/** A target on the wrong side of the baseline for its direction: a ratio of paces would praise the wrong way. [PG5] */
function isAgainstDirection(one: ProgressCase, base: Point, target: DatedTarget): boolean {
  if (target.operator === "between") return false;
  const change = new Decimal(target.value).minus(base.value);
  return wayTo(one, target) === "increase" ? change.isNegative() : change.isPositive() && !change.isZero();
}

/** [PG6] By growth where it has a meaning; the line then tells the direction alone. */
function assessDirection({ direction, noise }: ProgressCase, base: Point, now: Point): Progress {
  const turn = direction === "decrease" ? -1 : 1;
  const change = new Decimal(now.value).minus(base.value).times(turn);
  const isNoise = change.lte(0) && change.abs().lte(noiseOf(base.value, noise));
  const growth = growthOf(base, now)?.times(turn) ?? null;
  const slope = slopeOf(base, now)?.times(turn) ?? null;
  if (direction === "maintain" && slope && (slope.gte(0) || isNoise)) return verdict(now, null, "on_track");
  if (isNoise) return verdict(now, null, "limited");
  const byLine = slope === null ? "not_assessable" : wayOf(slope);
  return {
    ...verdict(now, null, growth === null ? byLine : statusOfGrowth(growth), byLine),
    disagree: false,
  };
}

function wayOf(slope: Decimal): ProgressStatus {
  if (slope.isZero()) return "limited";
  return slope.isNegative() ? "moving_away" : "moderate";
}

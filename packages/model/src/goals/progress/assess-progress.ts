import { Decimal } from "decimal.js";
import type { GoalDirection } from "../goal.ts";
import { aimOf, type DatedTarget, meetsTarget } from "./meets-target.ts";
import { compoundRatio, growthOf, linearRatio, type Point, slopeOf } from "./pace.ts";
import { type ProgressStatus, scoreOfRatio, statusOfGrowth, statusOfRatio } from "./status.ts";

/** `ask`: the year of the assessment; of the series only what is not later counts. */
export type ProgressCase = {
  readonly direction: GoalDirection;
  readonly baseline: Point;
  readonly target: DatedTarget | null;
  readonly series: readonly Point[];
  readonly ask: number;
};

/** Both paces stand side by side; `disagree` where they lead to two statuses. `now`: the observation that was judged. */
export type Progress = {
  readonly now: Point | null;
  readonly compoundRatio: Decimal | null;
  readonly linearRatio: Decimal | null;
  readonly compoundStatus: ProgressStatus;
  readonly linearStatus: ProgressStatus;
  readonly score: Decimal | null;
  readonly disagree: boolean;
};

/**
 * Where a goal stands: against its dated target by compound and by straight-line pace, against a corridor, or by
 * direction alone where there is no target. Never throws on numbers; what cannot be judged says so. [PG1]–[PG7]
 * @example assessProgress({ direction: "increase", baseline: { year: 2020, value: "41" }, target: { year: 2025, operator: ">", value: "95" },
 *   series: [{ year: 2023, value: "70" }], ask: 2023 }).disagree // true: 1.07 by growth, 0.895 by the line
 */
export function assessProgress(one: ProgressCase): Progress {
  const now = latestOf(one);
  if (!now) return verdict(null, null, null, "not_assessable", "not_assessable");
  if (!one.target) return assessDirection(one, now);
  const route = {
    from: one.baseline,
    now,
    to: { year: one.target.year, value: aimOf(one.target, one.baseline.value) },
  };
  const sign = isAgainstDirection(one) ? null : 1;
  const compound = sign && compoundRatio(route);
  const linear = sign && linearRatio(route);
  if (meetsTarget(now.value, one.target, one.direction)) {
    const held = one.direction === "maintain" && now.year < one.target.year ? "on_track" : "achieved";
    return verdict(now, compound, linear, held, held);
  }
  if (isMetAtStart(one)) return verdict(now, compound, linear, "moving_away", "moving_away");
  return verdict(now, compound, linear, statusOfRatio(compound), statusOfRatio(linear));
}

/** The last observation after the baseline and not after the year of the assessment. */
function latestOf({ baseline, series, ask }: ProgressCase): Point | null {
  return series
    .filter(({ year }) => year > baseline.year && year <= ask)
    .reduce<Point | null>((last, point) => (last && last.year > point.year ? last : point), null);
}

/** [PG5] What met its target from the start needs no pace: it holds it or has lost it. */
function isMetAtStart({ baseline, target, direction }: ProgressCase): boolean {
  return target !== null && (meetsTarget(baseline.value, target, direction) || direction === "maintain");
}

/** A target on the wrong side of the baseline for its direction: a ratio of paces would praise the wrong way. [PG5] */
function isAgainstDirection({ baseline, target, direction }: ProgressCase): boolean {
  if (!target || target.operator === "between" || direction === "maintain") return false;
  const change = new Decimal(target.value).minus(baseline.value);
  return direction === "increase" ? change.isNegative() : change.isPositive() && !change.isZero();
}

/** [PG6] By growth where it has a meaning; the line then tells the direction alone. */
function assessDirection({ direction, baseline }: ProgressCase, now: Point): Progress {
  const turn = direction === "decrease" ? -1 : 1;
  const growth = growthOf(baseline, now)?.times(turn) ?? null;
  const slope = slopeOf(baseline, now)?.times(turn) ?? null;
  const kept = direction === "maintain" && !(slope?.isNegative() && !slope.isZero());
  const byLine = slope === null ? "not_assessable" : wayOf(slope);
  if (kept) return verdict(now, null, null, "on_track", "on_track");
  return verdict(now, null, null, growth === null ? byLine : statusOfGrowth(growth), byLine, false);
}

function wayOf(slope: Decimal): ProgressStatus {
  if (slope.isZero()) return "limited";
  return slope.isNegative() ? "moving_away" : "moderate";
}

function verdict(
  now: Point | null,
  compound: Decimal | null,
  linear: Decimal | null,
  compoundStatus: ProgressStatus,
  linearStatus: ProgressStatus,
  disagree = compoundStatus !== linearStatus && compoundStatus !== "not_assessable",
): Progress {
  return {
    now,
    compoundRatio: compound,
    linearRatio: linear,
    compoundStatus,
    linearStatus,
    score: scoreOfRatio(compound),
    disagree,
  };
}

import { Decimal } from "decimal.js";
import type { GoalDirection } from "../../indicator/index.ts";
import { assessProgress } from "./assess-progress.ts";
import { noiseOf } from "./noise.ts";
import type { Point } from "./pace.ts";
import { type Progress, verdict } from "./progress.ts";

export type SteadyCase = {
  readonly direction: GoalDirection;
  /** Year by year from the first that counts, the one that is judged last. */
  readonly points: readonly Point[];
  readonly isOver: boolean;
  readonly noise?: string;
};

/**
 * "Steadily" is year by year: one step the other way is no steady course, whatever the sum of all steps. Once its year is over,
 * the goal is achieved where every step went its way. Without the year before there is nothing to compare with. [PG12]
 */
export function assessSteady({ direction, points, isOver, noise }: SteadyCase): Progress {
  const [now, before, base] = [points.at(-1) ?? null, points.at(-2), points[0]];
  if (!now || !base || before?.year !== now.year - 1) return verdict(now, null, "not_assessable");
  const steps = stepsOf(direction, points);
  if (isOver) return verdict(now, null, steps.every((step) => step.gt(0)) ? "achieved" : "missed");
  const back = steps.some(
    (step, at) => step.lt(0) && step.abs().gt(noiseOf(points[at]?.value ?? "0", noise)),
  );
  if (back) return verdict(now, null, "moving_away");
  return assessProgress({
    direction,
    baseline: base,
    target: null,
    series: points.slice(1),
    ask: now.year,
    ...(noise === undefined ? {} : { noise }),
  });
}

/** How large the worst step the wrong way is; zero where it stood still. */
export function steadyGap({ direction, points }: Pick<SteadyCase, "direction" | "points">): Decimal {
  return Decimal.max(0, Decimal.min(...stepsOf(direction, points)).negated());
}

function stepsOf(direction: GoalDirection, points: readonly Point[]): readonly Decimal[] {
  const sign = direction === "decrease" ? -1 : 1;
  return points
    .slice(1)
    .map(({ value }, at) => new Decimal(value).minus(points[at]?.value ?? value).times(sign));
}

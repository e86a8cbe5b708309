import { Decimal } from "decimal.js";
import { aimOf, type DatedTarget, meetsTarget } from "./meets-target.ts";
import { noiseOf } from "./noise.ts";
import { linearRatio, type Point } from "./pace.ts";
import { type Progress, verdict } from "./progress.ts";
import type { ProgressStatus } from "./status.ts";

type CorridorCase = {
  /** Between two values, or one to be held: a corridor without width. */
  readonly target: DatedTarget;
  /** Where the way began; null where `now` is the first figure. */
  readonly base: Point | null;
  /** The observation before `now`. */
  readonly before: Point | null;
  readonly now: Point;
  readonly noise: string | undefined;
};

/**
 * Where a figure stands against a corridor whose year is not over: inside, with no pace and no way to an edge; outside and
 * nearer than it began, or farther; across it on the other side; or where it was. Who was inside before leaves it. [PG17]
 * @example assessCorridor({ target: { year: 2035, operator: "between", value: ["75", "90"] }, base: { year: 2023, value: "60" },
 *   before: null, now: { year: 2024, value: "61" }, noise: undefined }).linearStatus // "approaching"
 */
export function assessCorridor(one: CorridorCase): Progress {
  const status = standOf(one);
  const { base, now, target } = one;
  const linear =
    status === "approaching" && base
      ? linearRatio({ from: base, now, to: { year: target.year, value: aimOf(target, now.value) } })
      : null;
  return verdict(now, { compound: null, linear }, status);
}

function standOf({ target, base, before, now, noise }: CorridorCase): ProgressStatus {
  if (meetsTarget(now.value, target, "maintain")) return "inside";
  if (!base) return "first_figure";
  const [was, is] = [sideOf(target, base.value), sideOf(target, now.value)];
  if (!was.isZero() && was.isNegative() !== is.isNegative()) return "overshot";
  const nearer = was.abs().minus(is.abs());
  const isNoise = nearer.abs().lte(noiseOf(base.value, noise));
  if (isNoise) return "outside";
  if (before && meetsTarget(before.value, target, "maintain")) return "leaving";
  return nearer.isPositive() ? "approaching" : "leaving";
}

/** How far a value lies outside: below zero under the corridor, above zero over it, zero inside. */
export function sideOf(target: DatedTarget, value: string): Decimal {
  const [low, high] = target.operator === "between" ? target.value : ([target.value, target.value] as const);
  const at = new Decimal(value);
  if (at.lt(low)) return at.minus(low);
  return at.gt(high) ? at.minus(high) : new Decimal(0);
}

import { Decimal } from "decimal.js";
import { growthOf, type Point, slopeOf } from "./pace.ts";

/** `perYear` in the unit of the values; `growth` as a share a year, null where a growth rate has no meaning. */
export type NeededPace = { readonly perYear: Decimal; readonly growth: Decimal | null };

/**
 * The pace that is needed from where one stands to the target; null once its year has come. [PG8]
 * @example needPace({ year: 2026, value: "30" }, { year: 2035, value: "70" })?.perYear.toFixed(2) // "4.44"
 */
export function needPace(now: Point, to: Point): NeededPace | null {
  const perYear = slopeOf(now, to);
  return perYear && { perYear, growth: growthOf(now, to) };
}

/**
 * Where the observed pace would lead by a year, by the line and by growth. A forecast is arithmetic, not a promise. [PG8]
 * @example forecast({ year: 2020, value: "40" }, { year: 2024, value: "50" })(2028).linear.toString() // "60"
 */
export function forecast(
  from: Point,
  now: Point,
): (year: number) => { readonly linear: Decimal; readonly compound: Decimal | null } {
  const slope = slopeOf(from, now) ?? new Decimal(0);
  const growth = growthOf(from, now);
  return (year) => ({
    linear: slope.times(year - now.year).plus(now.value),
    compound:
      growth
        ?.plus(1)
        .pow(year - now.year)
        .times(now.value) ?? null,
  });
}

import { Decimal } from "decimal.js";

/** A value at the end of a year; `value` is a decimal string in the unit of its case. */
export type Point = { readonly year: number; readonly value: string };

export type Route = { readonly from: Point; readonly now: Point; readonly to: Point };

/**
 * Pace so far over pace that the whole route needs, by yearly growth: R = d·((y/y0)^(1/(t-t0)) - 1) / |(Y/y0)^(1/(T-t0)) - 1|,
 * d = 1 where the route rises and -1 where it falls. Null where a growth rate has no meaning: a value at or below zero,
 * no year between, or a route that needs no change. [PG2]
 * Source: Statistics Canada, method of the Canadian SDG hub, as published with Open SDG.
 * @example compoundRatio({ from: { year: 2020, value: "41" }, now: { year: 2023, value: "70" }, to: { year: 2025, value: "95" } }) // 1.07…
 */
export function compoundRatio({ from, now, to }: Route): Decimal | null {
  const observed = growthOf(from, now);
  const required = growthOf(from, to);
  if (!observed || !required || required.isZero()) return null;
  return observed.div(required);
}

/**
 * The same by a straight line: (y - y0)/(t - t0) over (Y - y0)/(T - t0). Holds for zero and negative values. Null where no
 * year lies between or the route needs no change. [PG2]
 * @example linearRatio({ from: { year: 2020, value: "41" }, now: { year: 2023, value: "70" }, to: { year: 2025, value: "95" } }) // 0.895…
 */
export function linearRatio({ from, now, to }: Route): Decimal | null {
  const observed = slopeOf(from, now);
  const required = slopeOf(from, to);
  if (!observed || !required || required.isZero()) return null;
  return observed.div(required);
}

/** Yearly growth between two points as a share (0.05 is 5 % a year); null where it has no meaning. */
export function growthOf(from: Point, to: Point): Decimal | null {
  const [start, end] = [new Decimal(from.value), new Decimal(to.value)];
  if (to.year <= from.year || !start.isPositive() || start.isZero()) return null;
  if (!end.isPositive() || end.isZero()) return null;
  return end
    .div(start)
    .pow(new Decimal(1).div(to.year - from.year))
    .minus(1);
}

/** Change a year between two points, in the unit of the values; null where no year lies between. */
export function slopeOf(from: Point, to: Point): Decimal | null {
  if (to.year <= from.year) return null;
  return new Decimal(to.value).minus(from.value).div(to.year - from.year);
}

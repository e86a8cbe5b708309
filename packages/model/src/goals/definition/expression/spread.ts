import { Decimal } from "decimal.js";

/** Its own constructor of 50 digits: what others set for theirs does not change a figure. */
export const Exact = Decimal.clone({ precision: 50, rounding: Decimal.ROUND_HALF_UP, defaults: true });

/** A finite number in 50 digits, or null. */
export function toExact(value: Decimal | null): Decimal | null {
  return value?.isFinite() ? new Exact(value) : null;
}

/** A quotient, or null where there is none. */
export function divide(left: Decimal, right: Decimal): Decimal | null {
  return right.isZero() ? null : toExact(new Exact(left).div(right));
}

/** Sum of squared shares; the code of the rest counts in the whole but adds no square, as if spread thin. [DF4] */
export function concentrationOf(parts: ReadonlyMap<string, Decimal>, rest: string): Decimal | null {
  const whole = sumOf([...parts.values()]);
  const squares = [...parts].flatMap(([code, value]) => (code === rest ? [] : new Exact(value).times(value)));
  return divide(sumOf(squares), whole.times(whole));
}

/** The largest share of a named code. [DF4] */
export function largestOf(parts: ReadonlyMap<string, Decimal>, rest: string): Decimal | null {
  const named = [...parts].flatMap(([code, value]) => (code === rest ? [] : value));
  return named.length === 0 ? null : divide(Exact.max(...named), sumOf([...parts.values()]));
}

/** The share of the so many largest. [DF4] */
export function topOf(values: readonly Decimal[], count: number): Decimal | null {
  const falling = values.toSorted((a, b) => b.comparedTo(a));
  return divide(sumOf(falling.slice(0, count)), sumOf(values));
}

/** The middle value, or the mean of the two in the middle. [DF4] */
export function medianOf(values: readonly Decimal[]): Decimal | null {
  const rising = values.toSorted((a, b) => a.comparedTo(b));
  const middle = Math.floor((rising.length - 1) / 2);
  const low = rising[middle];
  const high = rising[rising.length - 1 - middle];
  return low && high ? divide(new Exact(low).plus(high), new Exact(2)) : null;
}

export function sumOf(values: readonly Decimal[]): Decimal {
  return values.reduce<Decimal>((sum, value) => sum.plus(value), new Exact(0));
}

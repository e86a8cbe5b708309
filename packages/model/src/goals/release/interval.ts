import { Decimal } from "decimal.js";
import { Exact } from "../definition/expression/spread.ts";
import type { FigureAnswer } from "./figure.ts";

/** Where a figure lies; null is no bound. A published one is a point. */
export type Interval = { readonly low: Decimal | null; readonly high: Decimal | null };

export const anywhere: Interval = { low: null, high: null };
const nothing = new Exact(0);
const one = new Exact(1);

export function pointAt(value: Decimal.Value): Interval {
  const exact = new Exact(value);
  return { low: exact, high: exact };
}

/** A figure as an interval; null where it is none. */
export function toInterval(answer: FigureAnswer): Interval | null {
  if (answer.status === "absent") return null;
  if (answer.status === "published") return pointAt(answer.value);
  const bound = (text: string | null) => (text === null ? null : new Exact(text));
  return { low: bound(answer.low), high: bound(answer.high) };
}

/** The value of a point, else null. */
export function toPoint({ low, high }: Interval): Decimal | null {
  return low && high?.eq(low) ? low : null;
}

/**
 * The four operations on intervals: every pair of values within gives a value within the answer. Null for a quotient by
 * 0; one by what may be 0 has no bounds. [RL7]
 */
export function combineIntervals(
  operator: "+" | "-" | "*" | "/",
  left: Interval,
  right: Interval,
): Interval | null {
  const [a, b] = [toPoint(left), toPoint(right)];
  switch (operator) {
    case "+":
      return { low: sum(left.low, right.low), high: sum(left.high, right.high) };
    case "-":
      return combineIntervals("+", left, negate(right));
    case "*":
      return multiply(left, right);
    case "/":
      if (b?.isZero()) return null;
      return a && b ? pointAt(new Exact(a).div(b)) : multiply(left, invert(right));
  }
}

export function negate({ low, high }: Interval): Interval {
  return { low: high?.negated() ?? null, high: low?.negated() ?? null };
}

/** What of an interval lies within another; itself where nothing does. */
export function narrow(interval: Interval, { low, high }: Interval): Interval {
  if (toPoint(interval)) return interval;
  const from = later(interval.low, low, "max");
  const to = later(interval.high, high, "min");
  return from && to && from.gt(to) ? interval : { low: from, high: to };
}

function later(one: Decimal | null, other: Decimal | null, pick: "max" | "min"): Decimal | null {
  return one && other ? Exact[pick](one, other) : (one ?? other);
}

function sum(left: Decimal | null, right: Decimal | null): Decimal | null {
  return left && right && new Exact(left).plus(right);
}

function multiply(left: Interval, right: Interval): Interval {
  const ends = [left.low ?? "-Infinity", left.high ?? "Infinity"].flatMap((near) =>
    [right.low ?? "-Infinity", right.high ?? "Infinity"].map((far) => {
      const [x, y] = [new Exact(near), new Exact(far)];
      // Nothing of anything is nothing, however large the other may be.
      return x.isZero() || y.isZero() ? nothing : x.times(y);
    }),
  );
  return { low: bounded(Exact.min(...ends)), high: bounded(Exact.max(...ends)) };
}

/** Of what lies on one side of 0, which it may touch: there the inverse is as large as it likes. */
function invert({ low, high }: Interval): Interval {
  if (low?.gte(0)) return { low: high ? one.div(high) : nothing, high: low.isZero() ? null : one.div(low) };
  if (high?.lte(0)) return { low: high.isZero() ? null : one.div(high), high: low ? one.div(low) : nothing };
  return anywhere;
}

function bounded(value: Decimal): Decimal | null {
  return value.isFinite() ? value : null;
}

/** Significant digits of bounds, as of those of a sum ([DC7]). */
const boundDigits = 2;
/** Significant digits of a measure; sums are exact. */
export const measureDigits = 12;

/** What a reader learns of an interval: a point as a figure, else bounds rounded outward. [RL7] */
export function toFigureAnswer(interval: Interval | null): FigureAnswer {
  if (!interval) return { status: "absent", value: null, low: null, high: null };
  const value = toPoint(interval);
  if (value)
    return {
      status: "published",
      value: value.toSignificantDigits(measureDigits).toFixed(),
      low: null,
      high: null,
    };
  const print = (bound: Decimal | null, rounding: Decimal.Rounding) =>
    bound?.toSignificantDigits(boundDigits, rounding).toFixed() ?? null;
  return {
    status: "withheld",
    value: null,
    low: print(interval.low, Decimal.ROUND_FLOOR),
    high: print(interval.high, Decimal.ROUND_CEIL),
  };
}

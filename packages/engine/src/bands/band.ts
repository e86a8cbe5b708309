import { Decimal } from "decimal.js";
import { InputError } from "../error/index.ts";

/** Why a figure is not one number, the gravest first. */
export const reasons = ["missing", "withheld", "residual", "aged", "uncertain"] as const;
export type Reason = (typeof reasons)[number];

/**
 * The figure lies somewhere from `low` to `high`, both included: decimal strings; null is unbounded. `why` holds every
 * reason, none where at most a rounding stands between the bounds. Missing is unbounded on both sides and never zero. [EN20]
 */
export type Band = {
  readonly low: string | null;
  readonly high: string | null;
  readonly why: readonly Reason[];
};

export type Figure = string | number | Decimal;

/** Bounds while they are worked with: an open side is infinite. */
export type Bounds = { readonly low: Decimal; readonly high: Decimal };

const least = new Decimal(-Infinity);
const most = new Decimal(Infinity);
export const digits = 34;
/** The two roundings of outward arithmetic: a lower bound goes down, an upper bound goes up. */
export const Down = Decimal.clone({ precision: digits, rounding: Decimal.ROUND_FLOOR });
export const Up = Decimal.clone({ precision: digits, rounding: Decimal.ROUND_CEIL });

/**
 * A band from its bounds.
 * @throws InputError where a bound is no finite number, or the low one is above the high one
 * @example toBand("5", null, "withheld") // at least 5
 */
export function toBand(low: Figure | null, high: Figure | null, ...why: readonly Reason[]): Band {
  const bounds = { low: toFinite(low) ?? least, high: toFinite(high) ?? most };
  if (bounds.low.gt(bounds.high)) throw new InputError({ rule: "rangeReversed" });
  return ofBounds(bounds, [why]);
}

/** An exact figure. @example toExact("12.5") // { low: "12.5", high: "12.5", why: [] } */
export function toExact(value: Figure): Band {
  return toBand(value, value);
}

/** A figure that nobody has. */
export const missing: Band = { low: null, high: null, why: ["missing"] };

export function isExact({ low, high }: Band): boolean {
  return low !== null && low === high;
}

/** The gravest reason, for a mark that has room for one. Null for an exact figure. */
export function mainReason({ why }: Band): Reason | null {
  return reasons.find((reason) => why.includes(reason)) ?? null;
}

export function contains({ low, high }: Band, value: Figure): boolean {
  const point = new Decimal(value);
  return (low === null || point.gte(low)) && (high === null || point.lte(high));
}

/** How far apart the bounds are, rounded up; null where one is open. */
export function widthOf({ low, high }: Band): string | null {
  return low === null || high === null ? null : Up.sub(high, low).toFixed();
}

export function boundsOf({ low, high }: Band): Bounds {
  return { low: low === null ? least : new Decimal(low), high: high === null ? most : new Decimal(high) };
}

/** Bounds as a band with the reasons of all operands, each once. [EN21] */
export function ofBounds({ low, high }: Bounds, why: readonly (readonly Reason[])[]): Band {
  const all = new Set(why.flat());
  return {
    low: plain(low),
    high: plain(high),
    why: reasons.filter((reason) => all.has(reason)),
  };
}

function plain(value: Decimal): string | null {
  if (!value.isFinite()) return null;
  return value.isZero() ? "0" : value.toFixed();
}

function toFinite(value: Figure | null): Decimal | null {
  if (value === null) return null;
  const number = new Decimal(value);
  if (!number.isFinite()) throw new InputError({ rule: "notANumber" });
  return number;
}

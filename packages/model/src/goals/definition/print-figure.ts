import { Decimal } from "decimal.js";
import type { Component, Measure } from "./definition.ts";

/** Decimals of a measure that names none, by its unit; of every other unit as many as of a share. */
const decimalsByUnit: Readonly<Record<string, number>> = {
  count: 0,
  persons: 0,
  "person-days": 0,
  "index 0-10,000": 0,
  t: 3,
  "t LCE": 3,
  MWh: 3,
  GWh: 3,
  1: 4,
  "index 0-1": 4,
  "t/t LCE": 4,
};
const usualDecimals = 2;

/** In how many decimals a figure is printed: as many as its definition says. [DF10] */
export function decimalsOf(of: Pick<Measure, "unit" | "decimals"> | Component): number {
  return of.decimals ?? decimalsByUnit[of.unit] ?? usualDecimals;
}

/** So many digits are shown of what would be rounded away. */
const leastDigits = 2;

/**
 * A released figure as every page and paper prints it; programs get it exactly. [DF10]
 * @example printFigure("67.7194640945", 2) // "67.72"
 * @example printFigure("0.0031", 2) // "0.0031", for it is not nought
 */
export function printFigure(value: string, decimals: number): string {
  const exact = new Decimal(value);
  const printed = exact.toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP);
  if (printed.isZero() && !exact.isZero())
    return exact.toSignificantDigits(leastDigits, Decimal.ROUND_HALF_UP).toFixed();
  return printed.toFixed();
}

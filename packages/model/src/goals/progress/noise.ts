import { Decimal } from "decimal.js";

const noiseShare = "0.0001";

/**
 * How large a change may be and still be noise: 0.01 % of where it started, or what a caller knows of rounding and revisions,
 * whichever is more. In the unit of the values. [PG19]
 * @example noiseOf("27.84", "0.005").toString() // "0.005"
 */
export function noiseOf(start: string, known: string | undefined): Decimal {
  return Decimal.max(new Decimal(start).abs().times(noiseShare), known ?? 0);
}

/** Half a unit of the last digit that is printed: two figures that differ by no more may print alike. */
export function roundingOf(decimals: number): Decimal {
  return new Decimal(10).pow(-decimals).div(2);
}

import { Decimal } from "decimal.js";

/** Bounds of a withheld cell, the same for whoever asks; absent where nothing published limits it. */
export type Bounds = { readonly low?: string; readonly high?: string };

const figures = 2;
/** Digits of a linear programme that mean something. */
const solid = 9;

/**
 * The reach of an outsider, rounded outward to two significant figures: whoever reads them learns nothing that what is
 * published does not tell. Null where there is no limit. [DC7]
 * @example printBounds(new Decimal(4130), new Decimal(39870)) // { low: "4100", high: "40000" }
 */
export function printBounds(low: Decimal | null, high: Decimal | null): Bounds {
  return {
    ...(low && { low: round(low, Decimal.ROUND_FLOOR) }),
    ...(high && { high: round(high, Decimal.ROUND_CEIL) }),
  };
}

function round(bound: Decimal, outward: Decimal.Rounding): string {
  return bound.toSignificantDigits(solid).toSignificantDigits(figures, outward).toFixed();
}

import { Decimal } from "decimal.js";

/** Bounds of a withheld cell, the same for whoever asks; `high` is absent where nothing published limits it. */
export type Bounds = { readonly low: string; readonly high?: string };

const figures = 2;
/** Digits of a linear programme that mean something. */
const solid = 9;

/**
 * The reach of an outsider, rounded outward to two significant figures: whoever reads them learns nothing that what is
 * published does not tell. [DC7]
 * @example printBounds(new Decimal(4130), new Decimal(39870)) // { low: "4100", high: "40000" }
 */
export function printBounds(low: Decimal, high: Decimal | null): Bounds {
  const floor = Decimal.max(0, low)
    .toSignificantDigits(solid)
    .toSignificantDigits(figures, Decimal.ROUND_DOWN);
  if (!high) return { low: floor.toFixed() };
  const ceiling = high.toSignificantDigits(solid).toSignificantDigits(figures, Decimal.ROUND_UP);
  return { low: floor.toFixed(), high: ceiling.toFixed() };
}

import { dimensionOf } from "./kind-of-quantity.ts";
import { readUnit } from "./read-unit.ts";

const sizes = /^(?: ?[×xX*] ?\d+(?:\.\d+)?(?!\d))+/;
const slashed = /^(?:\/\d+(?:\.\d+)?(?!\d))+/;

/**
 * Whether a number opens a list that the unit at its end is of: 330×330×150 mm are three lengths and no product, 80/95/120 mm
 * three sizes; 2×500 t stays a product and 1/3 t a fraction. [MT51]
 */
export function isDimensions(text: string, start: number, end: number): boolean {
  const rest = text.slice(end, end + 40);
  const cross = sizes.exec(rest);
  if (cross) return dimensionOf(readUnit(text, end + cross[0].length) ?? { unit: null }) === "length";
  const slash = slashed.exec(rest);
  if (!slash) return false;
  const unit = readUnit(text, end + slash[0].length);
  if (!unit || unit.doubt) return false;
  const numbers = `${text.slice(start, end)}${slash[0]}`.split("/").map(Number);
  return (
    numbers.length > 2 || numbers.every((number) => number >= 4) || numbers.some((number) => number % 1 > 0)
  );
}

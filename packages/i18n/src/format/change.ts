import type { Locale } from "../locale.ts";
import { formatQuantity } from "./quantity.ts";

/** Of percentages a difference is in percentage points; a bare index has no unit. */
const unitOfChange = (unit: string | null) =>
  unit === "%" ? "percentage points" : unit === "index 0-1" || unit === "rank" ? "1" : unit;

/** Two decimals, or two digits below a tenth: what a pace is read by. */
function toShort(value: string, digits?: number): string {
  const number = Number(value);
  if (digits !== undefined) return String(Number(number.toPrecision(digits)));
  return String(Math.abs(number) >= 0.1 ? Number(number.toFixed(2)) : Number(number.toPrecision(2)));
}

/**
 * A difference of two figures of a unit, for reading: how far apart they are.
 * @example formatDifference("1.0833", "%", "en") // "1.08 percentage points"
 */
export function formatDifference(
  value: string,
  unit: string | null,
  locale: Locale,
  digits?: number,
): string {
  return formatQuantity(toShort(value, digits), unitOfChange(unit), locale);
}

/**
 * The same with its sign; with `digits` to so many digits, where readers work with it. @example formatChange("1.0833", "%", "zh-CN") // "+1.08个百分点"
 */
export function formatChange(value: string, unit: string | null, locale: Locale, digits?: number): string {
  const text = formatDifference(value, unit, locale, digits);
  return Number(value) > 0 ? `+${text}` : text;
}

import { parseUnit } from "../chain/index.ts";

/** What a piece of a text states, with the words around it. */
export type StatedPiece = { readonly unit: string; readonly about?: string | undefined };

const dimensions: ReadonlySet<string> = new Set([
  "temperature",
  "voltage",
  "current",
  "current_density",
  "pressure",
  "count_cycles",
]);
const hours: ReadonlySet<string> = new Set(["h", "min", "s"]);
const shares = /湿度|荷电|放电深度|\b(?:RH|SOC|DOD)\b|humidity|state of charge|depth of discharge/i;
const rates = /\d\s?C(?![a-z])|倍率|\bC-rate\b|\bpH\b/i;
/** So many letters from the figure on a piece is no longer said of it. */
const nearFigure = 40;

/** Whether a unit is one of a condition: of a temperature, a pressure, a voltage, hours. */
export function isOfCondition(unit: string): boolean {
  return dimensions.has(parseUnit(unit)?.dimension ?? "") || hours.has(unit);
}

/**
 * Whether what a text states may be the condition under which a figure holds: a temperature, a rate, a pressure, hours, a state of charge, close
 * behind the figure. A share, a length, days, money or pieces are none. [PO16]
 * @param gap the letters between the figure and the piece
 * @example canBeCondition({ unit: "°C" }, "25 ℃", 3) // true
 */
export function canBeCondition({ unit, about = "" }: StatedPiece, source: string, gap: number): boolean {
  if (gap < 0 || gap > nearFigure) return false;
  const dimension = parseUnit(unit)?.dimension;
  const words = `${about} ${source}`;
  if (dimension === "fraction") return shares.test(words);
  if (dimension === undefined || unit === "") return rates.test(words) || shares.test(words);
  return isOfCondition(unit);
}

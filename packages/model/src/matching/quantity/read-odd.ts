import { Decimal } from "decimal.js";
import type { Quantity, QuantityDoubt } from "./quantity.ts";
import { matchAt, type ReadNumber } from "./read-number.ts";
import { readUnit } from "./read-unit.ts";

/** 99,5 % · 2×500 t · 1/3 t: more than one reading, or none that a decimal holds. [MT40] */
export function readOdd(text: string, at: number, first: ReadNumber): Quantity | null {
  const comma = matchAt(/,\d{1,2}(?!\d)(?!\s?[,~-]?\s?\d)/y, text, first.end);
  const times = comma
    ? null
    : matchAt(/\s?[×xX*]\s?(?!10\^)\d+(?:\.\d+)?(?:\s?[×xX*]\s?\d+(?:\.\d+)?)*/y, text, first.end);
  const fraction =
    comma || times
      ? null
      : matchAt(/(?:\+\d+(?:\.\d+)?|[/⁄]\d+|分之[一二两三四五六七八九十]+)(?![\d/])/y, text, first.end);
  const match = comma ?? times ?? fraction;
  if (!match) return null;
  const end = first.end + match[0].length;
  const unit = readUnit(text, end);
  if (!unit && !fraction?.[0].startsWith("分")) return null;
  const isSum = times !== null || fraction?.[0].startsWith("+") === true;
  const doubt: QuantityDoubt = comma ? "separator" : isSum ? "product" : "fraction";
  const core = { start: at, end: unit?.end ?? end };
  const isWhole = first.value.isInteger() && comma !== null;
  const guess = isWhole ? new Decimal(`${first.value.toFixed()}.${match[0].slice(1)}`) : first.value;
  return { ...core, core, op: "=", value: guess.toFixed(), unit: unit?.unit ?? null, explicit: false, doubt };
}

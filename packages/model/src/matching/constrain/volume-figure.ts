import { parseDecimal, parseUnit } from "../../chain/index.ts";
import { windowOf } from "../../posting/index.ts";
import type { Figure, MatchDocument } from "../document.ts";
import { rateOf } from "../quantity/chain-units.ts";

const capacityOf: Readonly<Record<string, string>> = {
  mass_rate: "capacity_ta",
  mass_lce_rate: "capacity_ta",
  energy_rate: "capacity_gwh",
};
const year = 365;
const dayLength = 86_400_000;

/**
 * The volume of a posting as a figure by the year: an amount with both ends of its window is spread over it, one without
 * is held against what can be made in a year. Null where there is none. [MT13] [MT42]
 * @example volumeFigure({ volume: { amount: "2000", unit: "t", from: "2027-01-01", to: "2027-06-30" } }, ">=") // 4033 t/a
 */
export function volumeFigure(document: Pick<MatchDocument, "volume">, op: ">=" | "="): Figure | null {
  if (!document.volume) return null;
  const { amount, unit } = document.volume;
  const { from, to } = windowOf(document.volume);
  const isRate = /rate$|daily$/.test(parseUnit(unit)?.dimension ?? "");
  const rate = isRate ? null : rateOf(unit, "a");
  const rated = rate?.unit ?? unit;
  const attribute = capacityOf[parseUnit(rated)?.dimension ?? ""] ?? "volume";
  const isSpread = rate !== null && from !== undefined && to !== undefined;
  const spreadAmount = isSpread ? spread(amount, from, to) : amount;
  const value = rate?.factor ? (times(spreadAmount, rate.factor) ?? spreadAmount) : spreadAmount;
  return { attribute, op, value, unit: rated, hard: false };
}

function times(amount: string, factor: string): string | null {
  return parseDecimal(amount)?.times(factor).toFixed() ?? null;
}

function spread(amount: string, from: string, to: string): string {
  const days = (dayNumber(to) - dayNumber(from)) / dayLength + 1;
  const number = parseDecimal(amount);
  if (!number || !(days >= 1)) return amount;
  return number.times(year).div(days).toSignificantDigits(6).toFixed();
}

function dayNumber(day: string): number {
  const [y = 0, m = 1, d = 1] = day.split("-").map(Number);
  return Date.UTC(y, m - 1, d);
}

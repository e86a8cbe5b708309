import { parseDecimal } from "../../chain/index.ts";
import type { ImportFault, Observation } from "../series.ts";

export type Cell = { readonly row: number; readonly column: string; readonly text: string };
export type Read<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly fault: ImportFault };

const fault = ({ row, column, text }: Cell, rule: ImportFault["rule"]): Read<never> => ({
  ok: false,
  fault: text === "" ? { row, column, rule } : { row, column, rule, params: { found: text.slice(0, 60) } },
});

/** A decimal that is not negative, as text in plain notation. */
export function readQuantity(cell: Cell): Read<string> {
  if (cell.text === "") return fault(cell, "required");
  const value = parseDecimal(cell.text);
  if (!value) return fault(cell, "notANumber");
  return value.isNegative() && !value.isZero()
    ? fault(cell, "tooSmall")
    : { ok: true, value: value.toFixed() };
}

/** A year from 1900 to 2100. */
export function readYear(cell: Cell): Read<number> {
  if (cell.text === "") return fault(cell, "required");
  const year = /^\d{4}$/.test(cell.text) ? Number(cell.text) : 0;
  return year >= 1900 && year <= 2100 ? { ok: true, value: year } : fault(cell, "notADate");
}

/** A text that is not empty. */
export function readText(cell: Cell): Read<string> {
  return cell.text === "" ? fault(cell, "required") : { ok: true, value: cell.text };
}

/** Parts the rows whose place (series, region, period) occurred before from the first ones. */
export function partRepeats(
  rows: readonly { readonly row: number; readonly observation: Observation }[],
  column: string,
): { rows: readonly Observation[]; faults: readonly ImportFault[] } {
  const seen = new Set<string>();
  const kept: Observation[] = [];
  const faults: ImportFault[] = [];
  for (const { row, observation } of rows) {
    const place = [observation.series, observation.region, observation.period].join("\u0000");
    if (seen.has(place))
      faults.push({ row, column, rule: "duplicate", params: { found: observation.region } });
    else kept.push(observation);
    seen.add(place);
  }
  return { rows: kept, faults };
}

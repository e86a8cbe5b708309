import { hsCodes } from "../../codes/region.ts";
import type { ImportFault } from "../series.ts";
import { readCsv } from "./read-csv.ts";

/** What an edition of the HS says of the lines that the product counts trade by. */
export type HsReport = {
  /** Lines of six digits in the file. */
  readonly lines: number;
  /** Codes of the product that the edition has no line for. */
  readonly absent: readonly string[];
  /** Codes whose official words differ from those that the product holds. */
  readonly reworded: readonly { readonly hs6: string; readonly held: string; readonly found: string }[];
  readonly faults: readonly ImportFault[];
};

/**
 * Compares an edition of the Harmonized System (section, hscode, description, parent, level; leading zeros kept) with the
 * lines that the product holds. It brings no figures, so nothing is taken in: it says what an edition would change. [GO11]
 * @example checkHsLines(text).absent // []
 */
export function checkHsLines(text: string): HsReport {
  const csv = readCsv(text, ["hscode", "description", "level"]);
  const faults: ImportFault[] = [...csv.faults];
  const found = new Map<string, string>();
  for (const { row, cells } of csv.rows) {
    const { hscode = "", description = "", level = "" } = cells;
    if (level !== "6") continue;
    if (!/^\d{6}$/.test(hscode))
      faults.push({ row, column: "hscode", rule: "badFormat", params: { found: hscode } });
    else if (found.has(hscode))
      faults.push({ row, column: "hscode", rule: "duplicate", params: { found: hscode } });
    else found.set(hscode, description);
  }
  return {
    lines: found.size,
    absent: hsCodes.flatMap(({ hs6 }) => (found.has(hs6) ? [] : hs6)),
    reworded: hsCodes.flatMap(({ hs6, official }) => {
      const words = found.get(hs6);
      return words === undefined || words === official ? [] : [{ hs6, held: official, found: words }];
    }),
    faults,
  };
}

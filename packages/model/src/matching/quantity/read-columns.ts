import type { Quantity } from "@lilink/engine/quantity";
import type { Span } from "@lilink/engine/text";
import { columnOf } from "./read-head.ts";

const word =
  "(?:typ(?:ical)?\\.?|target|actual|measured|min(?:imum|\\.)?|max(?:imum|\\.)?|目标值?|典型值?|标准值?|实测值?|下限|上限|最[小低]值?|最[大高]值?)";
const head = new RegExp(`(?<![\\p{L}\\d])${word}(?: ?([|/]) ?${word}(?![\\p{L}\\d]))+`, "iu");
const rowEnd = /[;；]/;
const cellEnd = /(?<=[\d%‰\p{L})–—-]) ?[|/] ?(?=[\d–—-]|$)/gu;
const empty = /^[\s|/–—-]*$/;

/** `rows`: where each row stands. */
export type Columns = { readonly quantities: readonly Quantity[]; readonly rows: readonly Span[] };

/**
 * Rows in one line under a head of any columns: target / typical / max: moisture 100 / 80 / 150 ppm; Na 30 / 20 / 50 ppm. A row with
 * other cells ends them. The unit at the end of a row is that of the row, the one at the end of all of those without. [MT58]
 */
export function readColumns(text: string, quantities: readonly Quantity[]): Columns {
  const found = head.exec(text);
  const columns = found?.[0].split(/[|/]/).map((cell) => columnOf(cell.trim())) ?? [];
  const isOfLimits = columns.length === 2 && columns.every(({ op }) => op === ">=" || op === "<=");
  if (!found || isOfLimits) return { quantities, rows: [] };
  const settled = new Map<Quantity, Quantity>();
  const rows: Span[] = [];
  let start = found.index + found[0].length;
  const [line = ""] = text.slice(start).split(/\n|\. |。/);
  const lastUnit = quantities.findLast(({ core }) => core.start < start + line.length)?.unit ?? null;
  for (const words of line.split(rowEnd)) {
    const end = start + words.length;
    const own = quantities.filter(({ core }) => start <= core.start && core.end <= end);
    const ends = [...words.matchAll(cellEnd)].map(({ index }) => start + index);
    if (ends.length + 1 !== columns.length || own.length === 0) break;
    const unit = own.at(-1)?.unit ?? lastUnit;
    for (const each of own) {
      const { doubt, ...sure } = each;
      const isOpen = doubt === "unit_missing" && unit === null;
      const op = columns[ends.filter((at) => at < each.core.start).length]?.op;
      settled.set(each, {
        ...sure,
        start: Math.max(each.start, start),
        unit: each.unit ?? unit,
        ...(isOpen ? { doubt } : {}),
        ...(op === undefined ? {} : { op, explicit: true }),
      });
    }
    rows.push({ start, end });
    start = end + 1;
  }
  return { quantities: quantities.map((each) => settled.get(each) ?? each), rows };
}

/** Of each number the first one of the row that it stands in: the name before that is of all. Of a number of no row its own place. */
export function leadsOf(
  text: string,
  rows: readonly Span[],
  quantities: readonly Quantity[],
): readonly number[] {
  const sorted = rows.toSorted((a, b) => a.start - b.start);
  const leads: number[] = [];
  let at = 0;
  for (const [index, { core }] of quantities.entries()) {
    while ((sorted[at]?.end ?? Infinity) < core.end) at += 1;
    const row = sorted[at];
    const before = quantities[index - 1];
    const goesOn =
      row !== undefined &&
      before !== undefined &&
      row.start <= before.core.start &&
      empty.test(text.slice(before.end, core.start));
    leads.push(goesOn ? (leads[index - 1] ?? index) : index);
  }
  return leads;
}

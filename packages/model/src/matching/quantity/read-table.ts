import type { Quantity } from "@lilink/engine/quantity";
import { parseUnit } from "../../chain/index.ts";

type Column = { readonly op?: ">=" | "<=" | "="; readonly isUnit?: boolean };
type Cell = { readonly start: number; readonly end: number; readonly text: string };

// Blanks beside Han are gone: 指标 min is one cell.
const least = /^\p{Script=Han}*(?:min(?:imum|\.)?|下限|最[小低]值?|≥|不低于)$/iu;
const most = /^\p{Script=Han}*(?:max(?:imum|\.)?|上限|最[大高]值?|≤|不高于)$/iu;
const usual = /^(?:typ(?:ical|\.)?|典型值?|标准值?|指标值?|要求|value|target)$/i;
const unitHead = /^(?:单位|unit|uom)s?$/i;
const none = /^[-/—]*$/;

/**
 * What a table says of its numbers by their columns and once for all: a column headed min or 下限 holds least values, a
 * column of units the units, and 单位都是% or (ppm) behind a list the unit of the bare numbers before it. [MT58]
 * @example "指标 min max\nLiOH 56.5 -\nCO2 - 0.35\n单位都是%": ≥ 56.5 %, ≤ 0.35 %
 */
export function settleTables(text: string, quantities: readonly Quantity[]): readonly Quantity[] {
  const lined = text.includes("\n") ? settleLines(text, quantities) : quantities;
  return shareNotedUnits(text, lined);
}

function settleLines(text: string, quantities: readonly Quantity[]): readonly Quantity[] {
  const settled: Quantity[] = [];
  let columns: readonly Column[] = [];
  let at = 0;
  let next = 0;
  for (const line of text.split("\n")) {
    const cells = cellsOf(line, at);
    const heads = cells.map(({ text: cell }) => columnOf(cell));
    const end = at + line.length;
    if (heads.some(({ op, isUnit }) => op !== undefined || isUnit) && !/\d/.test(line)) columns = heads;
    const isRow = columns.length > 0 && Math.abs(cells.length - columns.length) <= 1;
    const row: Quantity[] = [];
    for (; (quantities[next]?.start ?? Infinity) < end; next++) {
      const quantity = quantities[next];
      if (quantity) row.push(isRow ? inColumn(quantity, cells, columns) : quantity);
    }
    settled.push(...(isRow ? joinLimits(row) : row));
    at = end + 1;
  }
  return [...settled, ...quantities.slice(next)];
}

/** The least and the most of one row are a range: D50 | 3 | 8. */
function joinLimits(row: readonly Quantity[]): readonly Quantity[] {
  const low = row.find(({ op }) => op === ">=");
  const high = row.find(({ op }) => op === "<=");
  const isOne = low && high && low.unit === high.unit && !low.doubt && !high.doubt && low.start < high.start;
  if (!isOne || Number(low.value) > Number(high.value)) return row;
  const range = { ...low, op: "range" as const, high: high.value, end: high.end };
  return row.flatMap((each) => (each === low ? [range] : each === high ? [] : [each]));
}

/** Cells stand between lines, commas or blanks; between lines they may be empty. */
function cellsOf(line: string, at: number): readonly Cell[] {
  const isLined = line.includes("|") || / \/ /.test(line);
  const isListed = !isLined && (line.match(/[,;]/g)?.length ?? 0) >= 2;
  const parts = line.includes("|")
    ? line.matchAll(/[^|]+|(?<=\|)(?=\|)/g)
    : isLined
      ? line.matchAll(/[^/]+|(?<=\S)\/(?=\S)/g)
      : line.matchAll(isListed ? /[^,;]+|(?<=[,;])(?=[,;])/g : /[^ \t]+/g);
  return [...parts]
    .map((match) => ({
      start: at + match.index,
      end: at + match.index + match[0].length,
      text: match[0].trim(),
    }))
    .filter(({ text, start, end }) => text !== "" || start === end || line.includes("|"));
}

function columnOf(cell: string): Column {
  if (least.test(cell)) return { op: ">=" };
  if (most.test(cell)) return { op: "<=" };
  if (unitHead.test(cell)) return { isUnit: true };
  return usual.test(cell) ? { op: "=" } : {};
}

function inColumn(quantity: Quantity, cells: readonly Cell[], columns: readonly Column[]): Quantity {
  const index = cells.findIndex(
    ({ start, end }) => start <= quantity.core.start && quantity.core.start < end,
  );
  // The names of rows may have no head: columns are counted from the right.
  const shift = cells.length - columns.length;
  const unitCell = cells[columns.findIndex(({ isUnit }) => isUnit) + shift];
  const unit =
    quantity.unit ??
    (unitCell && columns.some(({ isUnit }) => isUnit) && !none.test(unitCell.text)
      ? parseUnit(unitCell.text)?.id
      : undefined);
  const op = quantity.explicit ? undefined : columns[index - shift]?.op;
  const { doubt, ...sure } = quantity;
  const isUnitFound = quantity.unit === null && unit !== undefined;
  return {
    ...sure,
    ...(doubt !== undefined && !(isUnitFound && doubt === "unit_missing") ? { doubt } : {}),
    ...(unit === undefined ? {} : { unit }),
    ...(op === undefined ? {} : { op, explicit: true }),
  };
}

const note =
  /(?:单位(?:都是|均为|为|是|[:：])?|(?:全|都)是|均为|均以|\ball (?:figures |values )?in|\bunits?:) ?([%‰]|ppm|ppb|mg\/L|mg\/kg|wt ?%|mass %)|[(（](ppm|ppb|%|mg\/L)[)）]/gi;
const noteReach = 160;

/** 钠180、镁20(全是ppm): the unit is said once, for the bare numbers before it. */
function shareNotedUnits(text: string, quantities: readonly Quantity[]): readonly Quantity[] {
  const notes = [...text.matchAll(note)].map((match) => ({
    at: match.index,
    // (ppm) is of its own part of the clause, 全是ppm of all before it.
    isOfPart: match[2] !== undefined,
    unit: parseUnit(match[1] ?? match[2] ?? "")?.id,
  }));
  if (notes.length === 0) return quantities;
  return quantities.map((quantity) => {
    if (quantity.unit !== null || (quantity.doubt !== undefined && quantity.doubt !== "unit_missing"))
      return quantity;
    const found = notes.find(({ at }) => at >= quantity.core.end);
    if (!found?.unit || found.at - quantity.core.end > noteReach) return quantity;
    const between = text.slice(quantity.core.end, found.at);
    if (/[。;；]/.test(between) || (found.isOfPart && between.includes(","))) return quantity;
    const { doubt: _settled, ...sure } = quantity;
    return { ...sure, unit: found.unit };
  });
}

import type { Quantity } from "@lilink/engine/quantity";
import type { Span } from "@lilink/engine/text";
import { parseUnit } from "../../chain/index.ts";
import { type Columns, readColumns } from "./read-columns.ts";
import { type Column, columnOf } from "./read-head.ts";

type Cell = { readonly start: number; readonly end: number; readonly text: string };

const none = /^[-/—]*$/;
const named = /^[\p{L}][^|]*\d/u;

/**
 * What a table says of its numbers by their columns and once for all: a column headed min or 下限 holds least values, a
 * column of units the units, and 单位都是% or (ppm) behind a list the unit of the bare numbers before it. [MT58]
 * @example "指标 min max\nLiOH 56.5 -\nCO2 - 0.35\n单位都是%": ≥ 56.5 %, ≤ 0.35 %
 */
export function settleTables(text: string, quantities: readonly Quantity[]): Columns {
  const lined = text.includes("\n") ? settleLines(text, quantities) : { quantities, rows: [] };
  const inline = readColumns(text, settleInline(text, lined.quantities));
  return {
    quantities: shareNotedUnits(text, inline.quantities),
    rows: [...lined.rows, ...inline.rows],
  };
}

function settleLines(text: string, quantities: readonly Quantity[]): Columns {
  const settled: Quantity[] = [];
  const rows: Span[] = [];
  let columns: readonly Column[] = [];
  let at = 0;
  let next = 0;
  const turns = new Set(text.split("\n").flatMap((line) => turnOf(line) ?? []));
  for (const line of text.split("\n")) {
    const cells = cellsOf(line, at);
    const heads = cells.length === 1 ? gluedColumns(line) : cells.map(({ text: cell }) => columnOf(cell));
    const end = at + line.length;
    if (
      heads.some(({ op, isUnit, unit }) => op !== undefined || isUnit || unit !== undefined) &&
      !/\d/.test(line)
    )
      columns = heads;
    // 项目 | max, then Fe 20ppm | Cu 10 | Zn 10: rows of one limit that stand in one line, each cell with its name.
    const [limit] = columns.flatMap(({ op }) => op ?? []);
    const isRun =
      columns.length === 2 &&
      limit !== undefined &&
      cells.length > 2 &&
      cells.every(({ text: cell }) => named.test(cell));
    const isRow = !isRun && columns.length > 0 && Math.abs(cells.length - columns.length) <= 1;
    const row: Quantity[] = [];
    for (; (quantities[next]?.start ?? Infinity) < end; next++) {
      const quantity = quantities[next];
      if (!quantity || (quantity.unit === null && isTurn(quantity, line, at, turns))) continue;
      const parts = isRow && columns.some(({ op }) => op === "<=") ? splitCells(text, quantity) : [quantity];
      row.push(
        ...parts.map((part) => {
          if (isRow) return inColumn(part, cells, columns);
          const cell = cells.find(
            ({ start, end: last }) => start <= part.core.start && part.core.start < last,
          );
          const isFirst = cell !== undefined && !row.some(({ core }) => core.start >= cell.start);
          return isRun && isFirst && !part.explicit ? { ...part, op: limit, explicit: true } : part;
        }),
      );
    }
    settled.push(...(isRow ? joinLimits(row) : row));
    if (isRow) rows.push({ start: at, end });
    at = end + 1;
  }
  return { quantities: [...settled, ...quantities.slice(next)], rows };
}

/** The number of a row, 4 of 4 | D50 | 3-6 µm. */
function turnOf(line: string): number | null {
  const told = /^\s*\|?\s*(\d{1,2})\s*\|[^|]{0,40}\p{L}[^|]{0,40}\|[^|]{0,40}\d/u.exec(line)?.[1];
  return told === undefined ? null : Number(told);
}

/** Whether a number only counts the rows: it begins its line, and the row before or behind has the next one. */
function isTurn({ core, end }: Quantity, line: string, at: number, turns: ReadonlySet<number>): boolean {
  const turn = turnOf(line);
  if (turn === null || !/^[\s|]*$/.test(line.slice(0, core.start - at))) return false;
  return /^\s*\|/.test(line.slice(end - at)) && (turns.has(turn - 1) || turns.has(turn + 1));
}

const gluedHead = /下限|最[小低]值?|上限|最[大高]值?|标准值?|典型值?|目标值?|实测值?|要求|单位/g;

/** Blanks beside Han are gone: 项目下限上限单位 are four columns, of which the first only names the rows. */
function gluedColumns(line: string): readonly Column[] {
  const heads = line.match(gluedHead) ?? [];
  const isHead = heads.length > 1 && line.length <= heads.join("").length + 4;
  return isHead ? heads.map(columnOf) : [columnOf(line.trim())];
}

/** 352 358 mAh/g under two columns are two numbers. */
function splitCells(text: string, quantity: Quantity): readonly Quantity[] {
  const { doubt, ...sure } = quantity;
  if (doubt === "separator") return [sure];
  const match = /^(\d[\d.]*) (\d[\d.]*)/.exec(text.slice(quantity.core.start, quantity.core.end));
  const [, first = "", second = ""] = match ?? [];
  if (doubt !== "unit_ambiguous" || !match) return [quantity];
  const end = quantity.start + first.length;
  const low: Quantity = { ...sure, value: first, unit: null, end, core: { start: quantity.start, end } };
  return [low, { ...sure, value: second, start: end + 1, core: { start: end + 1, end: quantity.core.end } }];
}

const inlineHead = /\bmin(?:imum|\.)? ?([|/]) ?max(?:imum|\.)?\b|下限([|/])上限/gi;

/** min | max - Ni 60 | 62; Co 19 | 21 mol%: rows in one line, each with a least and a most. */
function settleInline(text: string, quantities: readonly Quantity[]): readonly Quantity[] {
  const [head] = text.matchAll(inlineHead);
  const bar = head?.[1] ?? head?.[2];
  if (!head || bar === undefined) return quantities;
  const start = head.index + head[0].length;
  const [line = ""] = text.slice(start).split(/\n|\. /);
  const all = [...line.matchAll(/[^;；]+/g)].map(({ index, 0: row }) => ({
    start: start + index,
    middle: start + index + row.indexOf(bar),
    end: start + index + row.length,
    isRow: row.split(bar).length === 2,
  }));
  const last = all.findIndex(({ isRow }) => !isRow);
  const rows = all.slice(0, last < 0 ? all.length : last);
  const until = rows.at(-1)?.end ?? start;
  const unit = quantities.findLast(
    ({ core }) => core.start >= start && core.start < start + line.length,
  )?.unit;
  const settled = rows.flatMap((row) => {
    const own = quantities.filter(({ core }) => row.start <= core.start && core.start < row.end);
    return joinLimits(
      own.map(({ doubt: _settled, ...quantity }) => ({
        ...quantity,
        // The head's own word is none of its first row.
        start: quantity.start < row.start ? quantity.core.start : quantity.start,
        op: quantity.core.start < row.middle ? (">=" as const) : ("<=" as const),
        unit: quantity.unit ?? own.at(-1)?.unit ?? unit ?? null,
        explicit: true,
      })),
    );
  });
  const isOutside = ({ core }: Quantity) => core.start < start || core.start >= until;
  return [...quantities.filter(isOutside), ...settled].sort((a, b) => a.start - b.start);
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
    ? line.matchAll(/[^|]+|(?<=\|)(?=\||$)/g)
    : isLined
      ? line.matchAll(/[^/]+|(?<=\S)\/(?=\S)/g)
      : line.matchAll(isListed ? /[^,;]+|(?<=[,;])(?=[,;])/g : /[^ \t]+/g);
  return [...parts]
    .map((match) => ({
      start: at + match.index,
      end: at + match.index + match[0].length,
      text: match[0].trim(),
    }))
    .filter(({ text, start, end }) => text !== "" || start === end || isListed || line.includes("|"));
}

// Na ppm, 水分(%): the name of a row says its unit.
const behindName =
  /(?:\p{Script=Han}|[\p{L}\d)）][ ,]|[(（]) ?([^\s()（）,，\d\p{Script=Han}][^\s()（）,，\p{Script=Han}]*)[)）]?$/u;

function unitOfName(name: string): string | undefined {
  const unit = behindName.exec(name)?.[1];
  return unit === undefined ? undefined : parseUnit(unit)?.id;
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
      : index > 0
        ? (columns[index - shift]?.unit ?? unitOfName(cells[0]?.text ?? ""))
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
  /(?:单位(?:都是|均为|为|是|[:：])?|(?:全|都)是|均为|均以|\ball (?:figures |values )?in|\bunits?:) ?([%‰]|ppm|ppb|mg\/L|mg\/kg|wt ?%|mass %)|[(（](?:all |均|都)?(?:in |为)?(ppm|ppb|%|mg\/L)[)）]/gi;
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

import type { Contribution } from "@lilink/engine/disclosure";
import type { Decimal } from "decimal.js";
import { Exact } from "../definition/expression/spread.ts";
import { totalCode } from "../definition/index.ts";
import type { TableDimension, TablePlan } from "./plan-tables.ts";

/** The key of a cell: its codes in the order of the table's dimensions. */
export function cellKey(at: readonly string[]): string {
  return at.join("\n");
}

/**
 * Adds up contributions into every cell above them, with nothing protected: what is stored is checked against this. [RL12]
 * @returns sums by `cellKey`; a cell in which nobody reported is not there
 */
export function sumCells(
  { dimensions }: Pick<TablePlan, "dimensions">,
  contributions: readonly Contribution[],
): ReadonlyMap<string, Decimal> {
  const keysAbove = toClimber(dimensions);
  const sums = new Map<string, Decimal>();
  for (const { at, value } of contributions)
    for (const key of keysAbove(at)) sums.set(key, new Exact(value).plus(sums.get(key) ?? 0));
  return sums;
}

/** The keys of the cells in which somebody reported, a 0 included. */
export function listReported(
  { dimensions }: Pick<TablePlan, "dimensions">,
  contributions: readonly Contribution[],
): ReadonlySet<string> {
  const keysAbove = toClimber(dimensions);
  const places = new Map(contributions.map(({ at }) => [cellKey(at), at]));
  return new Set([...places.values()].flatMap(keysAbove));
}

/** Leads from a finest place to the keys of all cells that hold it. */
function toClimber(dimensions: readonly TableDimension[]): (at: readonly string[]) => readonly string[] {
  const lines = dimensions.map(({ tree }) => linesOf(tree));
  return (at) =>
    at
      .reduce<readonly (readonly string[])[]>(
        (cells, code, axis) =>
          cells.flatMap((cell) => (lines[axis]?.get(code) ?? []).map((one) => [...cell, one])),
        [[]],
      )
      .map(cellKey);
}

/** Each code with all that hold it, itself first. */
function linesOf(tree: TableDimension["tree"]): ReadonlyMap<string, readonly string[]> {
  const lines = new Map<string, readonly string[]>();
  const walk = (code: string, above: readonly string[]) => {
    const line = [code, ...above];
    lines.set(code, line);
    for (const part of tree[code] ?? []) walk(part, line);
  };
  walk(totalCode, []);
  return lines;
}

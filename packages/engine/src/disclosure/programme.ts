import type { Term } from "../optimise/highs.ts";
import type { Axis } from "./axis.ts";
import type { Cell, Table } from "./table.ts";

/** Deviations are scaled so that the largest total is this; the solver's own tolerance is 1e-9. */
const scaledTotal = 1e5;
/** Less than this is no movement. In scaled units. */
export const tolerance = 1e-6;
/** How far any alternative may stray, in scaled units; a reach of this much is boundless. */
export const farthest = 1e7;

/**
 * What a column stands for: a cell that is `shown`, published or withheld; one that is `hidden`, in no breakdown; one that an
 * earlier release has `told`; one that an earlier release withheld (`past`); a `change` since then that nobody may work out.
 */
export type ColumnKind = "shown" | "hidden" | "told" | "past" | "change";
export type Column = { readonly cell: Cell; readonly kind: ColumnKind };

/** How deviations from the truth add up, over the cells in which somebody reported; the others are known to be 0. [DC4] */
export type Programme = {
  readonly axes: readonly Axis[];
  readonly columns: readonly Column[];
  /** By the place of a cell of now. */
  readonly columnOf: ReadonlyMap<number, number>;
  /** Amount -> scaled units. */
  readonly scale: number;
  /** Each adds up to 0: a total with its parts along one hierarchy, a change with what it lies between. */
  readonly rows: readonly (readonly Term[])[];
  readonly groups: number;
  readonly isSigned: boolean;
};

/** A table without past: all cells are shown. */
export function toProgramme(
  table: Table,
  isSigned = false,
  isShown: (cell: Cell) => boolean = () => true,
): Programme {
  const columns: Column[] = [];
  const columnOf = new Map<number, number>();
  for (const cell of table.cells)
    if (cell.sums.size > 0)
      columnOf.set(cell.place, columns.push({ cell, kind: isShown(cell) ? "shown" : "hidden" }) - 1);
  const rows = [...columnOf].flatMap(([place, column]) =>
    additionOf(table, table.cells[place], column, (part) => columnOf.get(part.place)),
  );
  return {
    axes: table.axes,
    columns,
    columnOf,
    scale: scaleOf(columns),
    rows,
    groups: table.groups.length,
    isSigned,
  };
}

/** A total less its parts along the first hierarchy in which it has any; none for a finest cell. */
export function additionOf(
  table: Table,
  cell: Cell | undefined,
  column: number,
  columnOf: (part: Cell) => number | undefined,
): readonly (readonly Term[])[] {
  const at = table.axes.findIndex((axis, along) => (axis.parts[cell?.nodes[along] ?? -1] ?? []).length > 0);
  if (at < 0 || !cell) return [];
  const terms: Term[] = [[column, -1]];
  for (const node of table.axes[at]?.parts[cell.nodes[at] ?? -1] ?? []) {
    const part = columnOf(table.cellAt(cell.nodes.with(at, node)));
    if (part !== undefined) terms.push([part, 1]);
  }
  return [terms];
}

export function scaleOf(columns: readonly Column[]): number {
  const largest = columns.reduce((max, { cell }) => Math.max(max, sizeOf(cell)), 0);
  return largest > 0 ? scaledTotal / largest : 1;
}

/** What was put into a cell, without signs. */
export function sizeOf({ sums }: Cell): number {
  let size = 0;
  for (const sum of sums.values()) size += Math.abs(Number(sum));
  return size;
}

/** The finest columns that a column holds, itself where it is one. */
export function finestOf({ columns, rows }: Programme): (column: number) => readonly number[] {
  const parts = new Map<number, readonly number[]>();
  for (const [[total] = [], ...terms] of rows)
    if (total !== undefined && columns[total]?.kind !== "change")
      parts.set(
        total,
        terms.map(([part]) => part),
      );
  const known = new Map<number, readonly number[]>();
  const find = (column: number): readonly number[] => {
    const found = known.get(column) ?? parts.get(column)?.flatMap(find) ?? [column];
    known.set(column, found);
    return found;
  };
  return find;
}

import type { Decimal } from "decimal.js";
import { failsShareRule } from "./judge-cell.ts";
import type { Cell, Table } from "./table.ts";

/** Cells whose sum follows from what is published, and which is unsafe; `candidates` are published cells that would widen it. */
export type UnsafeUnion = {
  readonly whole: Cell;
  readonly cells: readonly Cell[];
  readonly candidates: readonly Cell[];
};

/**
 * What a published cell less its published parts implies must itself pass the p-percent rule: along each hierarchy, and
 * down to the finest cells. Null where all do. [DC6]
 */
export function findUnsafeUnion(
  table: Table,
  isWithheld: (cell: Cell) => boolean,
  pPercent: number | undefined,
  wholes: Iterable<Cell> = table.cells,
): UnsafeUnion | null {
  if (pPercent === undefined) return null;
  for (const whole of wholes) {
    if (isWithheld(whole) || whole.sums.size === 0) continue;
    for (const at of table.axes.keys()) {
      const union = splitOf(table, whole, [at], isWithheld);
      if (isUnsafe(union, pPercent)) return union;
    }
    const finest = splitOf(table, whole, [...table.axes.keys()], isWithheld);
    if (table.axes.length > 1 && isUnsafe(finest, pPercent)) return finest;
  }
  return null;
}

/** Descends along the axes: withheld cells are opened until they have no parts, published ones are taken off. */
function splitOf(
  table: Table,
  whole: Cell,
  axes: readonly number[],
  isWithheld: (cell: Cell) => boolean,
): UnsafeUnion {
  const cells: Cell[] = [];
  const candidates: Cell[] = [];
  const open = (cell: Cell) => {
    const at = axes.find((axis) => (table.axes[axis]?.parts[cell.nodes[axis] ?? -1] ?? []).length > 0);
    if (at === undefined) {
      cells.push(cell);
      return;
    }
    for (const part of table.axes[at]?.parts[cell.nodes[at] ?? -1] ?? []) {
      const next = table.cellAt(cell.nodes.with(at, part));
      if (next.sums.size === 0) continue;
      if (isWithheld(next)) open(next);
      else candidates.push(next);
    }
  };
  open(whole);
  return { whole, cells: cells.filter((cell) => cell !== whole), candidates };
}

function isUnsafe({ cells }: UnsafeUnion, pPercent: number): boolean {
  return cells.length > 1 && failsShareRule(sumsOf(cells), pPercent);
}

function sumsOf(cells: readonly Cell[]): readonly Decimal[] {
  const sums = new Map<number, Decimal>();
  for (const cell of cells)
    for (const [group, sum] of cell.sums) sums.set(group, sum.plus(sums.get(group) ?? 0));
  return [...sums.values()];
}

/** The published cell that makes a union safe at the least loss; else the largest; else the whole itself. */
export function widen({ whole, cells, candidates }: UnsafeUnion, pPercent: number): Cell {
  const bySize = [...candidates].filter(({ total }) => !total.isZero());
  bySize.sort((a, b) => a.total.cmp(b.total) || a.place - b.place);
  const mending = bySize.find((candidate) => !failsShareRule(sumsOf([...cells, candidate]), pPercent));
  return mending ?? bySize.at(-1) ?? whole;
}

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
 * down to the finest cells. A caller may withhold more while it reads on. [DC6]
 */
export function* listUnsafeUnions(
  table: Table,
  isWithheld: (cell: Cell) => boolean,
  pPercent: number | undefined,
  wholes: Iterable<Cell> = table.cells,
): Generator<UnsafeUnion> {
  if (pPercent === undefined) return;
  for (const whole of wholes) {
    if (whole.sums.size === 0) continue;
    const every = [...table.axes.keys()];
    for (const axes of [...every.map((at) => [at]), ...(every.length > 1 ? [every] : [])]) {
      if (isWithheld(whole)) break;
      const union = splitOf(table, whole, axes, isWithheld);
      if (union.cells.length > 1 && failsShareRule(sumsOf(union.cells), pPercent)) yield union;
    }
  }
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

function sumsOf(cells: readonly Cell[]): ReadonlyMap<number, bigint> {
  const sums = new Map<number, bigint>();
  for (const cell of cells)
    for (const [group, sum] of cell.sums) sums.set(group, sum + (sums.get(group) ?? 0n));
  return sums;
}

/** The published cell that makes a union safe at the least loss; else the largest; else the whole itself. */
export function widen(
  { whole, cells, candidates }: UnsafeUnion,
  pPercent: number,
  mayWithhold: (cell: Cell) => boolean,
): Cell | undefined {
  const bySize = candidates.filter((cell) => cell.total !== 0n && mayWithhold(cell));
  bySize.sort((a, b) => (a.total < b.total ? -1 : a.total > b.total ? 1 : a.place - b.place));
  const mending = bySize.find((candidate) => !failsShareRule(sumsOf([...cells, candidate]), pPercent));
  return mending ?? bySize.at(-1) ?? (mayWithhold(whole) ? whole : undefined);
}

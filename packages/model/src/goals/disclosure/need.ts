import { Decimal } from "decimal.js";
import type { CellJudgement } from "./judge-cell.ts";
import { type Programme, tolerance } from "./programme.ts";
import type { Cell, Table } from "./table.ts";

/**
 * A movement that each attacker must hold possible: of a column, to a side or (0) to any, by at least so much in scaled
 * units. `byOf` tells what is asked where the attacker itself put something in.
 */
export type Need = { readonly column: number; readonly side: 1 | -1 | 0; readonly by: number };

/** Outsiders are attacker -1; every other attacker is a group. */
export const outsider = -1;

/** What a withheld cell asks for: an unsafe one its protection on both sides, any other not to be determined. [DC3] */
export function needsOf(programme: Programme, column: number, judgement: CellJudgement): readonly Need[] {
  const cell = programme.columns[column] as Cell;
  const least = Math.max(cell.total.toNumber() * programme.scale * 1e-3, 10 * tolerance);
  const by = judgement.protection.toNumber() * programme.scale;
  const stirred: Need = { column, side: 0, by: least };
  if (!judgement.unsafe || by <= least) return [stirred];
  return [
    { column, side: 1, by },
    { column, side: -1, by: Math.min(by, cell.total.toNumber() * programme.scale) },
  ];
}

/** Downwards nobody is asked to doubt what it put in itself, or what everybody knows. [DC3] */
export function demandOf(need: Need, programme: Programme, attacker: number): number {
  if (need.side >= 0) return need.by;
  const cell = programme.columns[need.column] as Cell;
  const own = Decimal.max(cell.known, cell.sums.get(attacker) ?? 0);
  return Math.min(need.by, cell.total.minus(own).toNumber() * programme.scale);
}

/** Per column the deviation below which nobody goes: what is known of a finest cell stays in it. */
export function floorOf(programme: Programme): Float64Array {
  return Float64Array.from(programme.columns, ({ total, known }) =>
    Number(known.minus(total).toNumber() * programme.scale),
  );
}

/** Where a group put something in: finest columns, with the deviation that it knows cannot be undercut. */
export function floorsByGroup(table: Table, programme: Programme): readonly ReadonlyMap<number, number>[] {
  const floors = table.groups.map(() => new Map<number, number>());
  for (const [column, cell] of programme.columns.entries()) {
    if (!cell.isLeaf) continue;
    for (const [group, sum] of cell.sums) {
      const own = Decimal.max(sum, cell.known).minus(cell.total).toNumber() * programme.scale;
      if (!sum.isZero()) floors[group]?.set(column, own);
    }
  }
  return floors;
}

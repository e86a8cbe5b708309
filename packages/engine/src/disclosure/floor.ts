import { knownTo, outsider } from "./need.ts";
import { type Programme, tolerance } from "./programme.ts";

/**
 * How far down finest columns may lie, in scaled units below 0: for an outsider, whatever is public stays; for a group, what
 * it put in stays too. Where values may be negative nothing limits anybody. [DC4]
 */
export type Floors = {
  readonly ofOutsider: Float64Array;
  /** Per column, the attackers whose floor is higher than the outsider's. */
  readonly byColumn: readonly ReadonlyMap<number, number>[];
  /** Per attacker the same, by column. */
  readonly byAttacker: readonly ReadonlyMap<number, number>[];
};

export function toFloors({ columns, scale, isSigned, groups }: Programme): Floors {
  const byAttacker = Array.from({ length: groups + 1 }, () => new Map<number, number>());
  const ofOutsider = new Float64Array(columns.length).fill(Number.NEGATIVE_INFINITY);
  const byColumn = columns.map(({ cell, kind }, column) => {
    const floors = new Map<number, number>();
    if (isSigned || kind === "change" || !cell.isLeaf) return floors;
    const total = Number(cell.total);
    ofOutsider[column] = (knownTo(cell, outsider) - total) * scale;
    for (const [group, sum] of cell.sums) {
      if (sum === 0n || cell.known.get(group) === sum) continue;
      const floor = (knownTo(cell, group + 1) - total) * scale;
      floors.set(group + 1, floor);
      byAttacker[group + 1]?.set(column, floor);
    }
    return floors;
  });
  return { ofOutsider, byColumn, byAttacker };
}

/** The floors of attackers that told each other what they know: the highest of each column. */
export function joinFloors({ ofOutsider, byAttacker }: Floors, attackers: Iterable<number>): Float64Array {
  const joined = ofOutsider.slice();
  for (const attacker of attackers)
    for (const [column, floor] of byAttacker[attacker] ?? [])
      joined[column] = Math.max(floor, joined[column] ?? floor);
  return joined;
}

/** How large a share of what moves leaves everything above the floor: of an outsider, and of those for whom it is less. */
export function limitsOf(
  moves: ReadonlyMap<number, number>,
  { ofOutsider, byColumn }: Floors,
): { readonly limit: number; readonly limits: ReadonlyMap<number, number> } {
  const limits = new Map<number, number>();
  let limit = Number.POSITIVE_INFINITY;
  for (const [column, by] of moves) {
    if (by >= 0) continue;
    limit = Math.min(limit, ((ofOutsider[column] ?? 0) - tolerance) / by);
    for (const [attacker, floor] of byColumn[column] ?? []) {
      const share = (floor - tolerance) / by;
      if (share < (limits.get(attacker) ?? Number.POSITIVE_INFINITY)) limits.set(attacker, share);
    }
  }
  for (const [attacker, share] of limits) limits.set(attacker, Math.min(share, limit));
  return { limit, limits };
}

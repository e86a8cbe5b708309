import { knownTo, outsider, soleOf } from "./need.ts";
import { type Programme, tolerance } from "./programme.ts";

/** How far each column may lie from the truth, in scaled units: `low` at most 0, `high` at least 0; infinite where nothing limits it. */
export type Room = { readonly low: Float64Array; readonly high: Float64Array };
type Part = { readonly low: number; readonly high: number };

/**
 * What attackers know of finest columns: an outsider that nothing lies below what is public; a group that nothing lies below
 * what it put in either. Who is alone in a cell, or alone with what is public, knows it exactly. [DC4]
 */
export type Knowledge = {
  readonly ofOutsider: Room;
  /** Per column, the attackers who know more than an outsider. */
  readonly byColumn: readonly ReadonlyMap<number, Part>[];
  /** Per attacker the same, by column. */
  readonly byAttacker: readonly ReadonlyMap<number, Part>[];
};

const exactly: Part = { low: 0, high: 0 };

export function toKnowledge({ columns, scale, isSigned, groups }: Programme): Knowledge {
  const byAttacker = Array.from({ length: groups + 1 }, () => new Map<number, Part>());
  const ofOutsider: Room = {
    low: new Float64Array(columns.length).fill(Number.NEGATIVE_INFINITY),
    high: new Float64Array(columns.length).fill(Number.POSITIVE_INFINITY),
  };
  const byColumn = columns.map(({ cell, kind }, column) => {
    const parts = new Map<number, Part>();
    if (kind === "change" || !cell.isLeaf) return parts;
    const total = Number(cell.total);
    const sole = soleOf(cell);
    if (sole === "everyone") ofOutsider.high[column] = 0;
    if (sole === "everyone" || !isSigned) ofOutsider.low[column] = (knownTo(cell, outsider) - total) * scale;
    for (const [group, sum] of cell.sums) {
      if (sole === "everyone") continue;
      if (sole !== group && (isSigned || sum === 0n || cell.known.get(group) === sum)) continue;
      const low = (knownTo(cell, group + 1) - total) * scale;
      const part = sole === group ? exactly : { low, high: Number.POSITIVE_INFINITY };
      parts.set(group + 1, part);
      byAttacker[group + 1]?.set(column, part);
    }
    return parts;
  });
  return { ofOutsider, byColumn, byAttacker };
}

/** What attackers that told each other all they know leave open. */
export function roomOf({ ofOutsider, byAttacker }: Knowledge, attackers: Iterable<number>): Room {
  const room = { low: ofOutsider.low.slice(), high: ofOutsider.high.slice() };
  for (const attacker of attackers)
    for (const [column, part] of byAttacker[attacker] ?? []) {
      room.low[column] = Math.max(part.low, room.low[column] ?? part.low);
      room.high[column] = Math.min(part.high, room.high[column] ?? part.high);
    }
  return room;
}

/** How large a share of what moves fits what is known: to an outsider, and to those whom it fits less. */
export function limitsOf(
  moves: ReadonlyMap<number, number>,
  { ofOutsider, byColumn }: Knowledge,
): { readonly limit: number; readonly limits: ReadonlyMap<number, number> } {
  const limits = new Map<number, number>();
  let limit = Number.POSITIVE_INFINITY;
  for (const [column, by] of moves) {
    const [low = 0, high = 0] = [ofOutsider.low[column], ofOutsider.high[column]];
    limit = Math.min(limit, shareOf(by, { low, high }));
    for (const [attacker, part] of byColumn[column] ?? []) {
      const share = shareOf(by, part);
      if (share < (limits.get(attacker) ?? Number.POSITIVE_INFINITY)) limits.set(attacker, share);
    }
  }
  for (const [attacker, share] of limits) limits.set(attacker, Math.min(share, limit));
  return { limit, limits };
}

/** What cannot move does not move at all, however little is asked; else a hair more than fits, for the solver's sake. */
function shareOf(by: number, { low, high }: Part): number {
  const end = by < 0 ? low : high;
  return end === 0 ? 0 : (Math.abs(end) + tolerance / 10) / Math.abs(by);
}

import { toInputError } from "../error/index.ts";

/** Who meets whom: two parties by their number. Slots count from 1. */
export type Pair = readonly [a: number, b: number];

export type TimetableCase = {
  readonly parties: number;
  readonly meetings: readonly Pair[];
  readonly tables: number;
  /** Slots in which a party can come; all where it does not say. */
  readonly available?: ReadonlyMap<number, readonly number[]>;
  /** How many slots there are, where that is fixed. */
  readonly slots?: number;
};

export type UnplacedCode = "no_common_slot" | "no_room";

export type Timetable = {
  /** The slot of each meeting, 0 where it has none. */
  readonly slotOf: readonly number[];
  readonly slots: number;
  /** No timetable of the placed meetings needs fewer. */
  readonly lowerBound: number;
  readonly proven: boolean;
  readonly unplaced: readonly { readonly meeting: number; readonly code: UnplacedCode }[];
  readonly sumIdle: number;
  readonly maxIdle: number;
};

/** @throws LilinkError INVALID_INPUT for a party that meets itself or is not there, and where there is no table */
export function requireTimetable({ parties, meetings, tables, slots }: TimetableCase): void {
  if (!(tables >= 1)) throw toInputError([{ field: "tables", rule: "tooSmall", params: { min: 1 } }]);
  if (slots !== undefined && !(slots >= 1))
    throw toInputError([{ field: "slots", rule: "tooSmall", params: { min: 1 } }]);
  for (const [at, [a, b]] of meetings.entries()) {
    const isParty = (one: number) => Number.isInteger(one) && one >= 0 && one < parties;
    if (!isParty(a) || !isParty(b)) throw toInputError([{ field: `meetings.${at}`, rule: "notInList" }]);
    if (a === b) throw toInputError([{ field: `meetings.${at}`, rule: "impossible" }]);
  }
}

/** Whether both sides can come in a slot that counts from 1. */
export function mayTake({ meetings, available }: TimetableCase, meeting: number, slot: number): boolean {
  return (meetings[meeting] ?? []).every((party) => available?.get(party)?.includes(slot) ?? true);
}

/** Meetings of each party. */
export function degreesOf(parties: number, meetings: readonly Pair[]): Int32Array {
  const degrees = new Int32Array(parties);
  for (const [a, b] of meetings) {
    degrees[a] = (degrees[a] as number) + 1;
    degrees[b] = (degrees[b] as number) + 1;
  }
  return degrees;
}

/** Which side a party is on, or null where three can meet in a ring and there are no sides. */
export function sidesOf(parties: number, meetings: readonly Pair[]): Int8Array | null {
  const partners: number[][] = Array.from({ length: parties }, () => []);
  for (const [a, b] of meetings) {
    partners[a]?.push(b);
    partners[b]?.push(a);
  }
  const sides = new Int8Array(parties).fill(-1);
  for (let start = 0; start < parties; start++) {
    if (sides[start] !== -1) continue;
    sides[start] = 0;
    for (const queue = [start]; queue.length > 0; ) {
      const here = queue.pop() as number;
      for (const next of partners[here] ?? []) {
        if (sides[next] === sides[here]) return null;
        if (sides[next] !== -1) continue;
        sides[next] = 1 - (sides[here] as number);
        queue.push(next);
      }
    }
  }
  return sides;
}

/**
 * Slots that any timetable needs: as many as the busiest party has meetings, as the tables ask for, and where there are no two sides as the
 * parties of a connected part can meet at once, which is half of them. [TT1]
 */
export function lowerBoundOf({
  parties,
  meetings,
  tables,
}: Pick<TimetableCase, "parties" | "meetings" | "tables">): number {
  const busiest = degreesOf(parties, meetings).reduce((most, one) => Math.max(most, one), 0);
  const byTables = Math.ceil(meetings.length / tables);
  return Math.max(busiest, byTables, sidesOf(parties, meetings) ? 0 : ringBound(parties, meetings));
}

function ringBound(parties: number, meetings: readonly Pair[]): number {
  const root = Array.from({ length: parties }, (_, at) => at);
  const find = (one: number): number => {
    let at = one;
    while (root[at] !== at) at = root[at] = root[root[at] as number] as number;
    return at;
  };
  for (const [a, b] of meetings) root[find(a)] = find(b);
  const parts = new Map<number, { members: Set<number>; edges: number }>();
  for (const [a, b] of meetings) {
    const part = parts.get(find(a)) ?? { members: new Set<number>(), edges: 0 };
    part.members.add(a).add(b);
    part.edges += 1;
    parts.set(find(a), part);
  }
  return Math.max(
    0,
    ...[...parts.values()].map(({ members, edges }) =>
      Math.ceil(edges / Math.max(1, Math.floor(members.size / 2))),
    ),
  );
}

import { type HallCase, pairKey, type Seat, zoneOf } from "./hall.ts";

/** A rule that a timetable breaks, with the wishes that break it. */
export const hallRules = [
  "person_twice",
  "table_twice",
  "table_closed",
  "away",
  "cap",
  "in_a_row",
  "rivals_beside",
  "too_far",
] as const;
export type HallRule = (typeof hallRules)[number];
export type HallFault = { readonly rule: HallRule; readonly wishes: readonly number[] };

type Sitting = Seat & { readonly wish: number };

/** Looks at every seat anew and names each rule that is broken; an empty list is a timetable that may be published. [EV5] */
export function judgeHall(
  given: HallCase,
  seats: readonly (Seat | null)[],
  closed: ReadonlySet<number> = new Set(),
): readonly HallFault[] {
  const sitting = seats.flatMap((seat, wish): Sitting[] => (seat ? [{ ...seat, wish }] : []));
  return [
    ...faultsOfTables(given, sitting, closed),
    ...faultsOfPeople(given, sitting),
    ...faultsOfGuests(given, sitting),
  ];
}

function faultsOfTables(
  { hall, wishes, rivals }: HallCase,
  sitting: readonly Sitting[],
  closed: ReadonlySet<number>,
): HallFault[] {
  const at = groupBy(sitting, ({ slot, table }) => `${slot} ${table}`);
  const competes = (one: Sitting, other: Sitting) => {
    const [x, y] = [wishes[one.wish], wishes[other.wish]];
    if (!x || !y) return false;
    return [x.a, x.b].some((p) => [y.a, y.b].some((q) => p !== q && rivals.has(pairKey(p, q))));
  };
  return [...at.values()].flatMap((here): HallFault[] => {
    const [first] = here as [Sitting];
    const beside = at.get(`${first.slot} ${first.table + 1}`)?.[0];
    const isRow = beside && zoneOf(hall, first.table) === zoneOf(hall, beside.table);
    return [
      ...(here.length > 1 ? [{ rule: "table_twice" as const, wishes: here.map(({ wish }) => wish) }] : []),
      ...(closed.has(first.table) ? [{ rule: "table_closed" as const, wishes: [first.wish] }] : []),
      ...(isRow && competes(first, beside)
        ? [{ rule: "rivals_beside" as const, wishes: [first.wish, beside.wish] }]
        : []),
    ];
  });
}

function faultsOfPeople({ hall, guests, wishes }: HallCase, sitting: readonly Sitting[]): HallFault[] {
  const people = groupBy(
    sitting.flatMap((seat) => {
      const wish = wishes[seat.wish];
      return wish
        ? [
            { ...seat, guest: wish.a, person: seat.a },
            { ...seat, guest: wish.b, person: seat.b },
          ]
        : [];
    }),
    ({ guest, person }) => `${guest} ${person}`,
  );
  return [...people.values()].flatMap((own): HallFault[] => {
    const sorted = own.toSorted((x, y) => x.slot - y.slot);
    const found: HallFault[] = [];
    let row: number[] = [];
    for (const [at, seat] of sorted.entries()) {
      const before = sorted[at - 1];
      const present = guests[seat.guest]?.delegates[seat.person]?.slots?.includes(seat.slot) ?? true;
      if (!present) found.push({ rule: "away", wishes: [seat.wish] });
      if (before?.slot === seat.slot) found.push({ rule: "person_twice", wishes: [before.wish, seat.wish] });
      const follows = before?.slot === seat.slot - 1 && hall.slots[seat.slot]?.rested === false;
      row = follows ? [...row, seat.wish] : [seat.wish];
      if (row.length === hall.mostInRow + 1) found.push({ rule: "in_a_row", wishes: row });
      if (follows && !hall.walks && zoneOf(hall, before.table) !== zoneOf(hall, seat.table))
        found.push({ rule: "too_far", wishes: [before.wish, seat.wish] });
    }
    return found;
  });
}

function faultsOfGuests({ guests, wishes }: HallCase, sitting: readonly Sitting[]): HallFault[] {
  return guests.flatMap(({ most }, guest) => {
    const own = sitting.flatMap(({ wish }) =>
      wishes[wish]?.a === guest || wishes[wish]?.b === guest ? [wish] : [],
    );
    return own.length > most ? [{ rule: "cap" as const, wishes: own }] : [];
  });
}

function groupBy<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}

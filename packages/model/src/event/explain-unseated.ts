import type { HallCase, Slot, UnseatedCode } from "./hall.ts";
import { zoneOf } from "./hall.ts";
import type { Seating } from "./seating.ts";

/** One change that is enough by itself to seat a wish. */
export type HallChange =
  | { readonly kind: "attend"; readonly guest: number; readonly slot: number }
  | { readonly kind: "cap"; readonly guest: number }
  | { readonly kind: "row" }
  | { readonly kind: "table"; readonly slot: number }
  | { readonly kind: "slot" };

export type Unseated = {
  readonly wish: number;
  readonly code: UnseatedCode;
  /** Null where no single change is enough. */
  readonly change: HallChange | null;
};

/** Why each wish without a seat has none, and the cheapest change that would seat it; each change was tried. [EV7] */
export function explainUnseated(seating: Seating): readonly Unseated[] {
  return seating.given.wishes.flatMap((_, wish) =>
    seating.seats[wish] ? [] : [{ wish, code: codeOf(seating, wish), change: changeFor(seating, wish) }],
  );
}

function codeOf(seating: Seating, wish: number): UnseatedCode {
  const { hall } = seating.given;
  const faults = new Set<UnseatedCode>();
  for (const pair of seating.pairsOf(wish))
    for (const slot of hall.slots.keys()) {
      const fault = seating.faultOfPeople(wish, { slot, ...pair });
      if (fault) {
        faults.add(fault);
        continue;
      }
      for (let table = 0; table < hall.tables; table++) {
        const atTable = seating.faultOfTable(wish, { slot, table, ...pair });
        if (atTable) faults.add(atTable);
      }
    }
  const order = ["cap", "rivals_beside", "no_table", "in_a_row", "busy"] as const;
  return order.find((code) => faults.has(code)) ?? "no_common_slot";
}

function changeFor(seating: Seating, wish: number): HallChange | null {
  const { given } = seating;
  const { a, b } = given.wishes[wish] as HallCase["wishes"][number];
  for (const guest of [a, b]) {
    const seat = tryWith(seating, wish, {
      ...given,
      guests: given.guests.map((one, at) =>
        at === guest
          ? { ...one, delegates: one.delegates.map((person) => ({ ...person, slots: null })) }
          : one,
      ),
    });
    if (seat !== null) return { kind: "attend", guest, slot: seat };
  }
  for (const guest of [a, b]) {
    const guests = given.guests.map((one, at) => (at === guest ? { ...one, most: one.most + 1 } : one));
    if (tryWith(seating, wish, { ...given, guests }) !== null) return { kind: "cap", guest };
  }
  const { hall } = given;
  if (tryWith(seating, wish, { ...given, hall: { ...hall, mostInRow: hall.mostInRow + 1 } }) !== null)
    return { kind: "row" };
  const slot = slotForTable(seating, wish);
  if (slot !== null) return { kind: "table", slot };
  const last = hall.slots.at(-1) as Slot;
  const added: Slot = { ...last, from: last.until, until: last.until + 1, rested: false };
  if (tryWith(seating, wish, { ...given, hall: { ...hall, slots: [...hall.slots, added] } }) !== null)
    return { kind: "slot" };
  return null;
}

/** The slot of a seat that the wish finds under other rules while everybody else stays, or null. */
function tryWith(seating: Seating, wish: number, changed: HallCase): number | null {
  const other = seating.under(changed);
  return other.findSeat(wish)?.slot ?? null;
}

/** The first slot in which both sides are free and only a table is missing, in a zone that both can reach. */
function slotForTable(seating: Seating, wish: number): number | null {
  const { hall, wishes } = seating.given;
  const { a, b } = wishes[wish] as HallCase["wishes"][number];
  for (const [slot] of hall.slots.entries())
    for (const pair of seating.pairsOf(wish)) {
      if (seating.faultOfPeople(wish, { slot, ...pair }) !== null) continue;
      const near = [
        [a, pair.a],
        [b, pair.b],
      ].flatMap(([guest, person]) =>
        [slot - 1, slot + 1].flatMap((at) => {
          const isRested = at < slot ? hall.slots[slot]?.rested : hall.slots[at]?.rested;
          const held =
            at < 0 || at >= hall.slots.length || isRested
              ? -1
              : seating.ofPerson(guest as number, person as number, at);
          const seat = held < 0 ? null : seating.seats[held];
          return seat ? [zoneOf(hall, seat.table)] : [];
        }),
      );
      if (hall.walks || new Set(near).size <= 1) return slot;
    }
  return null;
}

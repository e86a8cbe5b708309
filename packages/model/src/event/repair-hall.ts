import { type HallFigures, toFigures } from "./figures.ts";
import type { HallCase, Seat } from "./hall.ts";
import { mostSeated } from "./most-seated.ts";
import { Seating } from "./seating.ts";
import { seatFree } from "./seek-seats.ts";

/** What happened on the day: who stays away, which tables cannot be used, and from which slot on it counts. */
export type Mishap = {
  readonly absent: ReadonlySet<number>;
  readonly closed: ReadonlySet<number>;
  readonly from: number;
};

export type HallRepair = HallFigures & {
  readonly seats: readonly (Seat | null)[];
  /** Meetings that stand elsewhere now, those that fall away, and those that took a place that became free. */
  readonly moved: readonly number[];
  readonly cancelled: readonly number[];
  readonly added: readonly number[];
  /** So many meetings must move or fall away whatever is done. */
  readonly least: number;
  readonly fewest: boolean;
};

/**
 * Repairs a timetable with as few moves as it finds: meetings of who is absent fall away, those at a closed table take another table in
 * their slot, else another slot, else one other meeting makes room. Nothing before `from` and nothing else changes. Then wishes without a seat take what is
 * free now. [EV9]
 */
export function repairHall(
  given: HallCase,
  before: readonly (Seat | null)[],
  { absent, closed, from }: Mishap,
): HallRepair {
  const seating = new Seating(given, closed);
  const isGone = (wish: number) => {
    const { a, b } = given.wishes[wish] as HallCase["wishes"][number];
    return absent.has(a) || absent.has(b);
  };
  const cancelled: number[] = [];
  const homeless: number[] = [];
  for (const [wish, seat] of before.entries()) {
    if (!seat) continue;
    if (seat.slot >= from && isGone(wish)) cancelled.push(wish);
    else if (seat.slot >= from && closed.has(seat.table)) homeless.push(wish);
    else seating.put(wish, seat);
  }
  const moved: number[] = [];
  const lost: number[] = [];
  for (const wish of homeless) {
    const was = before[wish] as Seat;
    const seat = seating.findSeat(wish, from, was.slot) ?? seating.findSeat(wish, from);
    if (seat) {
      seating.put(wish, seat);
      moved.push(wish);
    } else lost.push(wish);
  }
  for (const wish of lost) {
    const other = makeRoom(seating, wish, before, from);
    if (other === null) cancelled.push(wish);
    else moved.push(wish, other);
  }
  const added = before.flatMap((seat, wish) =>
    !seat && !isGone(wish) && seatFree(seating, wish, from) ? [wish] : [],
  );
  // One meeting may have made room more than once, or have been homeless before.
  const unique = [...new Set(moved)].filter((wish) => !isSame(before[wish], seating.seats[wish]));
  const fallen = [...new Set(cancelled)].filter((wish) => !seating.seats[wish]);
  return {
    ...toFigures(seating, mostSeated(absent.size > 0 && from === 0 ? without(given, absent) : given)),
    seats: [...seating.seats],
    moved: unique,
    cancelled: fallen,
    added,
    least: homeless.length,
    fewest: unique.length + fallen.filter((wish) => !isGone(wish)).length === homeless.length,
  };
}

function isSame(one: Seat | null | undefined, other: Seat | null | undefined): boolean {
  return (
    one?.slot === other?.slot && one?.table === other?.table && one?.a === other?.a && one?.b === other?.b
  );
}

/** Moves one other meeting so that this one finds a seat. @returns the meeting that moved, or null where that is not enough */
function makeRoom(
  seating: Seating,
  wish: number,
  before: readonly (Seat | null)[],
  from: number,
): number | null {
  for (const [other, seat] of seating.seats.entries()) {
    if (!seat || seat.slot < from || !before[other]) continue;
    seating.take(other);
    const found = seating.findSeat(wish, from);
    if (found) {
      seating.put(wish, found);
      const next = seating.findSeat(other, from);
      if (next) {
        seating.put(other, next);
        return other;
      }
      seating.take(wish);
    }
    seating.put(other, seat);
  }
  return null;
}

function without(given: HallCase, absent: ReadonlySet<number>): HallCase {
  return { ...given, guests: given.guests.map((one, at) => (absent.has(at) ? { ...one, most: 0 } : one)) };
}

import type { Seat } from "./hall.ts";
import type { Seating } from "./seating.ts";

const none = -1;
type Way = { readonly seat: Seat; readonly out: readonly number[] };

/**
 * The ways to seat a wish by taking others out: who sits there now, and competitors beside. Where a firm is at its cap, one of its
 * own meetings goes. A row that would be too long is no way.
 */
export function* listWays(seating: Seating, wish: number): Generator<Way> {
  const { hall, guests, wishes } = seating.given;
  const own = wishes[wish];
  if (!own) return;
  const full = [own.a, own.b].filter(
    (guest) => (seating.held[guest] as number) >= (guests[guest]?.most ?? 0),
  );
  if (full.length > 1) return;
  const given = full.flatMap((guest) => mildest(seating, guest));
  for (const pair of seating.pairsOf(wish))
    for (let slot = 0; slot < hall.slots.length; slot++) {
      const there = [seating.ofPerson(own.a, pair.a, slot), seating.ofPerson(own.b, pair.b, slot)].filter(
        (one) => one !== none,
      );
      const people = [...new Set(there.length > 0 ? [...there, ...(full.length > 0 ? given : [])] : given)];
      const kept = people.map((one) => [one, seating.seats[one] as Seat] as const);
      for (const [one] of kept) seating.take(one);
      if (seating.faultOfPeople(wish, { slot, ...pair }) === null)
        for (let table = 0; table < hall.tables; table++) {
          const seat = { slot, table, ...pair };
          const fault = seating.faultOfTable(wish, seat);
          const sits = seating.atTable(slot, table);
          if (fault === null) {
            yield* restored(seating, kept, { seat, out: people });
            break;
          }
          if (fault === "no_table" && sits !== none)
            yield* restored(seating, kept, { seat, out: [...people, sits] });
          if (fault === "rivals_beside") {
            const beside = [table - 1, table + 1]
              .map((at) => (at < 0 || at >= hall.tables ? none : seating.atTable(slot, at)))
              .filter((one) => one !== none);
            yield* restored(seating, kept, { seat, out: [...people, ...beside] });
          }
        }
      for (const [one, seat] of kept) if (!seating.seats[one]) seating.put(one, seat);
    }
}

/** Hands a way out with everybody back in their seats, and takes them out again to look on. */
function* restored(seating: Seating, kept: readonly (readonly [number, Seat])[], way: Way): Generator<Way> {
  for (const [one, seat] of kept) seating.put(one, seat);
  yield way;
  for (const [one] of kept) seating.take(one);
}

/** The meeting that a firm gives up most easily: the one whose other side has most, then the least wanted. */
function mildest(seating: Seating, guest: number): readonly number[] {
  const { wishes } = seating.given;
  const own = wishes.flatMap(({ a, b, value }, at) =>
    seating.seats[at] && (a === guest || b === guest)
      ? [{ at, rich: seating.held[a === guest ? b : a] as number, value }]
      : [],
  );
  return own
    .toSorted((x, y) => y.rich - x.rich || x.value - y.value)
    .slice(0, 1)
    .map(({ at }) => at);
}

/** Takes out what stands in the way and sits down. */
export function takeWay(seating: Seating, wish: number, { seat, out }: Way): boolean {
  const before = out.map((one) => [one, seating.seats[one]] as const);
  for (const one of out) seating.take(one);
  if (seating.faultOf(wish, seat) === null) {
    seating.put(wish, seat);
    return true;
  }
  for (const [one, was] of before) if (was) seating.put(one, was);
  return false;
}

/**
 * Seats as many of the waiting wishes as it can: where there is no free seat, whatever was pushed out least often makes room and looks for
 * another. It keeps the best that it saw. [EV6]
 */
export function seekSeats(
  seating: Seating,
  waiting: readonly number[],
  { random, rounds, most }: { readonly random: () => number; readonly rounds: number; readonly most: number },
): void {
  const pushed = new Map<number, number>();
  let queue = waiting.filter((wish) => !seatFree(seating, wish));
  const count = () => seating.seats.reduce((sum, seat) => sum + (seat ? 1 : 0), 0);
  let [best, bestCount] = [[...seating.seats], count()];
  for (let round = 0; round < rounds && queue.length > 0 && bestCount < most; round++) {
    const [wish, ...rest] = queue as [number, ...number[]];
    queue = rest;
    if (!seatFree(seating, wish)) {
      let [cheapest, price] = [null as Way | null, Infinity];
      for (const way of listWays(seating, wish)) {
        const cost = way.out.reduce((sum, one) => sum + 1 + (pushed.get(one) ?? 0), random());
        if (cost < price) [cheapest, price] = [way, cost];
      }
      if (cheapest && takeWay(seating, wish, cheapest)) {
        for (const one of cheapest.out) pushed.set(one, (pushed.get(one) ?? 0) + 1);
        queue = [...queue, ...cheapest.out];
      }
    }
    const now = count();
    if (now > bestCount) [best, bestCount] = [[...seating.seats], now];
  }
  restore(seating, best);
}

export function restore(seating: Seating, seats: readonly (Seat | null)[]): void {
  for (const wish of seating.seats.keys()) seating.take(wish);
  for (const [wish, seat] of seats.entries()) if (seat) seating.put(wish, seat);
}

export function seatFree(seating: Seating, wish: number, from = 0): boolean {
  const seat = seating.findSeat(wish, from);
  if (seat) seating.put(wish, seat);
  return seat !== null;
}

/**
 * The floor: while somebody with a wish has no meeting, whoever has more gives one up, as long as nobody is left with none by it. [EV4]
 */
export function raiseFloor(seating: Seating): void {
  const { guests, wishes } = seating.given;
  for (const guest of guests.keys()) {
    if ((seating.held[guest] as number) > 0) continue;
    const own = wishes.flatMap(({ a, b }, at) => (a === guest || b === guest ? [at] : []));
    for (const wish of own) {
      const way = firstMild(seating, wish);
      if (!way || !takeWay(seating, wish, way)) continue;
      for (const one of way.out) seatFree(seating, one);
      break;
    }
  }
}

function firstMild(seating: Seating, wish: number): Way | null {
  const { wishes } = seating.given;
  const own = wishes[wish];
  let mildestWay: Way | null = null;
  for (const way of listWays(seating, wish)) {
    const left = new Map<number, number>();
    for (const one of way.out)
      for (const guest of [wishes[one]?.a, wishes[one]?.b])
        if (guest !== undefined) left.set(guest, (left.get(guest) ?? (seating.held[guest] as number)) - 1);
    const leavesNobody = [...left].every(
      ([guest, count]) => count > 0 || guest === own?.a || guest === own?.b,
    );
    if (leavesNobody && (!mildestWay || way.out.length < mildestWay.out.length)) mildestWay = way;
    if (mildestWay && mildestWay.out.length <= 1) break;
  }
  return mildestWay;
}

import { planTimetable } from "../timetable/index.ts";
import { explainUnseated, type Unseated } from "./explain-unseated.ts";
import { type HallFigures, toFigures } from "./figures.ts";
import { type HallCase, requireHallCase, type Seat } from "./hall.ts";
import { mostSeated } from "./most-seated.ts";
import { Seating } from "./seating.ts";
import { raiseFloor, seekSeats } from "./seek-seats.ts";
import { settle } from "./settle.ts";

export type HallPlan = HallFigures & {
  /** In the order of the wishes; null where a wish has no seat. */
  readonly seats: readonly (Seat | null)[];
  readonly unseated: readonly Unseated[];
  /** Tables, or slots, that a hall for all wishes within the caps lacks at least. */
  readonly lacks: { readonly tables: number; readonly slots: number };
};

/**
 * Seats the wishes: first everybody gets one meeting, then as many as can be have a seat, then days are made denser. What bounds it stands
 * beside it; what has no seat is told with the one change that would give it one. [EV4] [EV5] [EV6] [EV7]
 * @param random 0 to 1, from outside: the same numbers give the same plan
 * @throws LilinkError INVALID_INPUT where there is no table, no slot, or a firm wants itself
 */
export function planHall(given: HallCase, random: () => number): HallPlan {
  requireHallCase(given);
  const chosen = chooseWishes(given);
  const seating = new Seating(given);
  const most = mostSeated(given);
  for (const [wish, seat] of drawUp(given, chosen, random)) {
    const found = seating.faultOf(wish, seat) === null ? seat : seating.findSeat(wish, 0, seat.slot);
    if (found) seating.put(wish, found);
  }
  const unseated = () => given.wishes.map((_, at) => at).filter((at) => !seating.seats[at]);
  const order = new Map(chosen.map((wish, at) => [wish, at]));
  const waiting = unseated().toSorted((x, y) => (order.get(x) ?? Infinity) - (order.get(y) ?? Infinity));
  seekSeats(seating, waiting, { random, rounds: 4 * given.wishes.length, most });
  raiseFloor(seating);
  settle(seating, random);
  for (const wish of unseated()) {
    const seat = seating.findSeat(wish);
    if (seat) seating.put(wish, seat);
  }
  return {
    ...toFigures(seating, most),
    seats: [...seating.seats],
    unseated: explainUnseated(seating),
    lacks: lacksOf(given, most),
  };
}

/**
 * The wishes that fit the caps and the hall: always the one whose poorer side has least, then the one whose richer side has least, so nobody
 * gets a third meeting while somebody could have a first one. [EV4]
 */
function chooseWishes({ hall, guests, wishes }: HallCase): readonly number[] {
  const held = guests.map(() => 0);
  const options = guests.map((_, guest) => wishes.filter(({ a, b }) => a === guest || b === guest).length);
  const open = new Set(wishes.keys());
  const chosen: number[] = [];
  while (chosen.length < hall.slots.length * hall.tables) {
    let [best, least] = [-1, [Infinity, 0, 0, 0] as readonly number[]];
    for (const wish of open) {
      const { a, b, value } = wishes[wish] as HallCase["wishes"][number];
      const [x, y] = [held[a] as number, held[b] as number];
      if (x >= (guests[a]?.most ?? 0) || y >= (guests[b]?.most ?? 0)) {
        open.delete(wish);
        continue;
      }
      const poorer = x <= y ? a : b;
      const rank = [Math.min(x, y), Math.max(x, y), options[poorer] as number, -value];
      if (isLess(rank, least)) [best, least] = [wish, rank];
    }
    if (best < 0) break;
    const { a, b } = wishes[best] as HallCase["wishes"][number];
    for (const guest of [a, b]) {
      held[guest] = (held[guest] as number) + 1;
      options[guest] = (options[guest] as number) - 1;
    }
    open.delete(best);
    chosen.push(best);
  }
  return chosen;
}

function isLess(one: readonly number[], other: readonly number[]): boolean {
  for (const [at, value] of one.entries()) if (value !== other[at]) return value < (other[at] as number);
  return false;
}

/** A first timetable of people and slots by the house's solver; each pair of people by language, topics and load. */
function drawUp(given: HallCase, chosen: readonly number[], random: () => number): Map<number, Seat> {
  if (chosen.length === 0) return new Map();
  const { hall, guests, wishes } = given;
  let people = 0;
  const first = guests.map(({ delegates }) => {
    people += delegates.length;
    return people - delegates.length;
  });
  const load = new Int32Array(people);
  const seating = new Seating(given);
  const pairs = chosen.map((wish) => {
    const { a, b } = wishes[wish] as HallCase["wishes"][number];
    const all = seating.pairsOf(wish);
    const cost = (pair: { a: number; b: number }, at: number) =>
      (load[(first[a] as number) + pair.a] as number) +
      (load[(first[b] as number) + pair.b] as number) +
      at * 0.1;
    const pair = all.reduce((best, one, at) => (cost(one, at) < cost(best, all.indexOf(best)) ? one : best));
    const [x, y] = [(first[a] as number) + pair.a, (first[b] as number) + pair.b];
    load[x] = (load[x] as number) + 1;
    load[y] = (load[y] as number) + 1;
    return { pair, parties: [x, y] as const };
  });
  const available = new Map(
    guests.flatMap(({ delegates }, guest) =>
      delegates.flatMap(({ slots }, at) =>
        slots ? [[(first[guest] as number) + at, slots.map((slot) => slot + 1)] as const] : [],
      ),
    ),
  );
  const plan = planTimetable(
    {
      parties: people,
      meetings: pairs.map(({ parties }) => parties),
      tables: hall.tables,
      slots: hall.slots.length,
      ...(available.size > 0 ? { available } : {}),
    },
    { random, moves: 20_000 },
  );
  const used = new Map<number, number>();
  return new Map(
    chosen.flatMap((wish, at) => {
      const slot = (plan.slotOf[at] as number) - 1;
      const made = pairs[at];
      if (slot < 0 || !made) return [];
      const table = used.get(slot) ?? 0;
      used.set(slot, table + 1);
      return [[wish, { slot, table, ...made.pair }] as const];
    }),
  );
}

function lacksOf({ hall, guests, wishes }: HallCase, most: number): HallPlan["lacks"] {
  const held = guests.map(({ most: cap }, guest) =>
    Math.min(cap, wishes.filter(({ a, b }) => a === guest || b === guest).length),
  );
  const wanted = Math.min(wishes.length, Math.floor(held.reduce((sum, one) => sum + one, 0) / 2));
  if (most >= wanted) return { tables: 0, slots: 0 };
  return {
    tables: Math.max(0, Math.ceil(wanted / hall.slots.length) - hall.tables),
    slots: Math.max(0, Math.ceil(wanted / hall.tables) - hall.slots.length),
  };
}

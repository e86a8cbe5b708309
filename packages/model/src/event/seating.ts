import { type HallCase, pairKey, type Seat, type UnseatedCode, zoneOf } from "./hall.ts";

const none = -1;

/** Who sits where, and the one place that knows every rule of a seat. [EV5] */
export class Seating {
  readonly given: HallCase;
  readonly seats: (Seat | null)[];
  /** Seats of each firm. */
  readonly held: Int32Array;
  readonly #closed: ReadonlySet<number>;
  readonly #tables: Int32Array;
  readonly #people: Int32Array;
  readonly #first: readonly number[];
  readonly #total: number;

  constructor(given: HallCase, closed: ReadonlySet<number> = new Set()) {
    const slots = given.hall.slots.length;
    this.given = given;
    this.seats = given.wishes.map(() => null);
    this.held = new Int32Array(given.guests.length);
    this.#closed = closed;
    this.#tables = new Int32Array(slots * given.hall.tables).fill(none);
    let total = 0;
    this.#first = given.guests.map(({ delegates }) => {
      total += delegates.length;
      return total - delegates.length;
    });
    this.#total = total;
    this.#people = new Int32Array(total * slots).fill(none);
  }

  /** Everybody in the same seats under other rules. */
  under(changed: HallCase): Seating {
    const other = new Seating(changed, this.#closed);
    for (const [wish, seat] of this.seats.entries()) if (seat) other.put(wish, seat);
    return other;
  }

  /** The wish at a table, or -1. */
  atTable(slot: number, table: number): number {
    return this.#tables[slot * this.given.hall.tables + table] as number;
  }

  /** The wish for which a person sits, or -1. */
  ofPerson(guest: number, person: number, slot: number): number {
    return this.#people[slot * this.#total + (this.#first[guest] as number) + person] as number;
  }

  put(wish: number, seat: Seat): void {
    this.take(wish);
    this.seats[wish] = seat;
    this.#write(wish, seat, wish, 1);
  }

  take(wish: number): void {
    const seat = this.seats[wish];
    if (!seat) return;
    this.seats[wish] = null;
    this.#write(wish, seat, none, -1);
  }

  #write(wish: number, { slot, table, a, b }: Seat, value: number, step: number): void {
    const { a: guestA, b: guestB } = this.given.wishes[wish] as HallCase["wishes"][number];
    this.#tables[slot * this.given.hall.tables + table] = value;
    this.#people[slot * this.#total + (this.#first[guestA] as number) + a] = value;
    this.#people[slot * this.#total + (this.#first[guestB] as number) + b] = value;
    this.held[guestA] = (this.held[guestA] as number) + step;
    this.held[guestB] = (this.held[guestB] as number) + step;
  }

  /** The first rule that a seat would break, or null where the wish may sit there. */
  faultOf(wish: number, seat: Seat): UnseatedCode | null {
    return this.faultOfPeople(wish, seat) ?? this.faultOfTable(wish, seat);
  }

  /** What the people of a seat stand for, whatever the table: caps, presence, rest. */
  faultOfPeople(wish: number, { slot, a, b }: Omit<Seat, "table">): UnseatedCode | null {
    const { guests, wishes } = this.given;
    const { a: guestA, b: guestB } = wishes[wish] as HallCase["wishes"][number];
    for (const [guest, person] of [
      [guestA, a],
      [guestB, b],
    ] as const) {
      if ((this.held[guest] as number) >= (guests[guest]?.most ?? 0)) return "cap";
      if (!(guests[guest]?.delegates[person]?.slots?.includes(slot) ?? true)) return "no_common_slot";
      if (this.ofPerson(guest, person, slot) !== none) return "busy";
      if (this.#rowAround(guest, person, slot) > this.given.hall.mostInRow) return "in_a_row";
    }
    return null;
  }

  /** What a table stands for: free and in use, no competitor beside it, and near enough to walk. */
  faultOfTable(wish: number, { slot, table, a, b }: Seat): UnseatedCode | null {
    const { hall, wishes } = this.given;
    const { a: guestA, b: guestB } = wishes[wish] as HallCase["wishes"][number];
    if (this.#closed.has(table) || this.atTable(slot, table) !== none) return "no_table";
    const zone = zoneOf(hall, table);
    for (const beside of [table - 1, table + 1]) {
      if (beside < 0 || beside >= hall.tables || zoneOf(hall, beside) !== zone) continue;
      const other = this.atTable(slot, beside);
      if (other !== none && this.#competes(wish, other)) return "rivals_beside";
    }
    if (!hall.walks && (this.#mustWalk(guestA, a, slot, zone) || this.#mustWalk(guestB, b, slot, zone)))
      return "no_table";
    return null;
  }

  #competes(wish: number, other: number): boolean {
    const { wishes, rivals } = this.given;
    const [one, two] = [wishes[wish], wishes[other]];
    if (!one || !two) return false;
    return [one.a, one.b].some((x) => [two.a, two.b].some((y) => x !== y && rivals.has(pairKey(x, y))));
  }

  #mustWalk(guest: number, person: number, slot: number, zone: number): boolean {
    const { hall } = this.given;
    const zoneIn = (at: number) => {
      const wish = this.ofPerson(guest, person, at);
      const seat = wish === none ? null : this.seats[wish];
      return seat ? zoneOf(hall, seat.table) : zone;
    };
    const isAfter = slot > 0 && hall.slots[slot]?.rested === false && zoneIn(slot - 1) !== zone;
    return isAfter || (hall.slots[slot + 1]?.rested === false && zoneIn(slot + 1) !== zone);
  }

  /** How long the row of meetings would be that a person sits through with one more in a slot. */
  #rowAround(guest: number, person: number, slot: number): number {
    const { slots } = this.given.hall;
    let row = 1;
    for (let at = slot; at > 0 && !slots[at]?.rested && this.ofPerson(guest, person, at - 1) !== none; at--)
      row++;
    for (
      let at = slot + 1;
      at < slots.length && !slots[at]?.rested && this.ofPerson(guest, person, at) !== none;
      at++
    )
      row++;
    return row;
  }

  /** The first seat of a wish that breaks no rule from a slot on, the lowest table first. */
  findSeat(wish: number, from = 0, only?: number): Seat | null {
    const { hall } = this.given;
    for (let slot = only ?? from; slot <= (only ?? hall.slots.length - 1); slot++)
      for (const pair of this.pairsOf(wish)) {
        if (this.faultOfPeople(wish, { slot, ...pair }) !== null) continue;
        for (let table = 0; table < hall.tables; table++) {
          const seat = { slot, table, ...pair };
          if (this.faultOfTable(wish, seat) === null) return seat;
        }
      }
    return null;
  }

  /** Which person of one side can sit with which of the other, those who share a language and topics first. */
  pairsOf(wish: number): readonly { readonly a: number; readonly b: number }[] {
    const { guests, wishes } = this.given;
    const { a, b } = wishes[wish] as HallCase["wishes"][number];
    const pairs = (guests[a]?.delegates ?? []).flatMap((one, at) =>
      (guests[b]?.delegates ?? []).map((other, beside) => {
        const shared = one.languages.some((language) => other.languages.includes(language)) ? 10 : 0;
        return {
          a: at,
          b: beside,
          fit: shared + one.topics.filter((topic) => other.topics.includes(topic)).length,
        };
      }),
    );
    return pairs
      .sort((x, y) => y.fit - x.fit || x.a - y.a || x.b - y.b)
      .map(({ fit: _fit, ...pair }) => pair);
  }
}

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRandom } from "../random/create-random.ts";
import {
  faultOfHours,
  type Guest,
  type HallCase,
  type HallChange,
  judgeHall,
  listSlots,
  mostSeated,
  pairKey,
  planHall,
  repairHall,
  type Seat,
  toInstant,
  type Wish,
  worthOf,
  zoneOf,
} from "./index.ts";

const plan = (given: HallCase) => planHall(given, createRandom(1));

const slot = fc.record({
  day: fc.constant("2026-12-01"),
  from: fc.constant(540),
  until: fc.constant(560),
  rested: fc.boolean(),
});
const cases: fc.Arbitrary<HallCase> = fc
  .record({
    slots: fc.array(slot, { minLength: 1, maxLength: 5 }),
    tables: fc.integer({ min: 1, max: 4 }),
    walks: fc.boolean(),
    mostInRow: fc.integer({ min: 1, max: 3 }),
    guests: fc.integer({ min: 2, max: 6 }),
  })
  .chain(({ slots, tables, walks, mostInRow, guests }) => {
    const pair = fc
      .tuple(fc.integer({ min: 0, max: guests - 1 }), fc.integer({ min: 0, max: guests - 1 }))
      .filter(([a, b]) => a !== b)
      .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
    const person = fc.record({
      slots: fc.option(fc.subarray(slots.map((_, at) => at)), { nil: null }),
      topics: fc.subarray(["a", "b"]),
      languages: fc.subarray(["zh", "en"]),
    });
    return fc.record({
      hall: fc
        .integer({ min: 1, max: Math.min(2, tables) })
        .map((zones) => ({ slots, tables, zones, walks, mostInRow })),
      guests: fc.array(
        fc.record({
          most: fc.integer({ min: 1, max: 4 }),
          delegates: fc.array(person, { minLength: 1, maxLength: 2 }),
        }),
        { minLength: guests, maxLength: guests },
      ),
      wishes: fc
        .uniqueArray(pair, { selector: String, maxLength: 8 })
        .map((all) => all.map(([a, b]) => ({ a, b, value: 0.5 }))),
      rivals: fc
        .uniqueArray(pair, { selector: String, maxLength: 3 })
        .map((all) => new Set(all.map(([a, b]) => pairKey(a, b)))),
    });
  });

/** Everybody free all day, one person each: small cases in which the whole truth is known. */
function open(
  guests: number,
  pairs: readonly (readonly [number, number])[],
  over: Partial<HallCase["hall"]> = {},
) {
  const hours = {
    startsOn: "2026-12-01",
    endsOn: "2026-12-01",
    opensAt: "09:00",
    slotMinutes: 20,
    gapMinutes: 5,
  };
  const hall = {
    slots: listSlots({ ...hours, slots: 6, breakAfter: 3, breakMinutes: 60 }),
    ...{ tables: 4, zones: 1, walks: true, mostInRow: 3, ...over },
  };
  return {
    hall,
    guests: Array.from({ length: guests }, () => ({
      most: 6,
      delegates: [{ slots: null, topics: [], languages: ["zh"] }],
    })),
    wishes: pairs.map(([a, b]) => ({ a, b, value: 1 })),
    rivals: new Set<string>(),
  } satisfies HallCase;
}

describe("the hours of an event", () => {
  it("[EV1] pause once, by the length of the break, and begin anew each day", () => {
    const slots = listSlots({
      ...{ startsOn: "2026-12-01", endsOn: "2026-12-02", opensAt: "09:00", slotMinutes: 20, gapMinutes: 5 },
      ...{ slots: 4, breakAfter: 2, breakMinutes: 60 },
    });
    expect(slots.slice(0, 4).map(({ from }) => from)).toEqual([540, 565, 645, 670]);
    expect(slots.map(({ rested }) => rested)).toEqual([true, false, true, false, true, false, true, false]);
    expect(slots[4]).toMatchObject({ day: "2026-12-02", from: 540 });
    expect(toInstant("2026-12-01", 540).toISOString()).toBe("2026-12-01T01:00:00.000Z");
  });

  it("[EV1] that run past midnight or over more than a week are refused", () => {
    const hours = {
      opensAt: "14:30",
      slotMinutes: 60,
      gapMinutes: 0,
      slots: 10,
      breakAfter: null,
      breakMinutes: null,
    };
    // Nine hours and a half are left of the day, so nine slots of an hour fit.
    expect(faultOfHours({ ...hours, startsOn: "2026-12-01", endsOn: "2026-12-07" })).toMatchObject({
      ...{ field: "slots", params: { max: 9 } },
    });
    expect(faultOfHours({ ...hours, slots: 9, startsOn: "2026-12-01", endsOn: "2026-12-08" })).toMatchObject({
      ...{ field: "endsOn", params: { max: "2026-12-07" } },
    });
    expect(faultOfHours({ ...hours, slots: 9, startsOn: "2026-12-01", endsOn: "2026-12-07" })).toBeNull();
    expect(() => listSlots({ ...hours, startsOn: "2026-12-01", endsOn: "2026-12-01" })).toThrow(
      "INVALID_INPUT",
    );
    expect(() => listSlots({ ...hours, slots: 1, startsOn: "2026-12-01", endsOn: "2026-12-09" })).toThrow(
      "INVALID_INPUT",
    );
  });
});

describe("the timetable of a hall", () => {
  it("[EV5] [EV6] breaks no rule and never passes its bound", () => {
    fc.assert(
      fc.property(cases, (given) => {
        const found = plan(given);
        expect(judgeHall(given, found.seats)).toEqual([]);
        expect(found.placed).toBeLessThanOrEqual(found.most);
        expect(found.slots).toBeGreaterThanOrEqual(found.lowerBound);
        expect(found.unseated.map(({ wish }) => wish)).toEqual(
          found.seats.flatMap((seat, wish) => (seat ? [] : [wish])),
        );
      }),
      { numRuns: 100 },
    );
  });

  it("[EV6] its bound is one that no way of seating passes", () => {
    fc.assert(
      fc.property(cases, (given) => {
        fc.pre(given.wishes.length <= 4);
        expect(mostByTrying(given)).toBeLessThanOrEqual(mostSeated(given));
      }),
      { numRuns: 40 },
    );
  });

  it("[EV7] a change that is named seats its meeting when it is made", () => {
    const kinds = new Set<string>();
    fc.assert(
      fc.property(cases, (given) => {
        const found = plan(given);
        for (const { wish, change } of found.unseated) {
          if (!change) continue;
          // What else has no seat is left out: it could take the place first.
          const kept = given.wishes.map((_, at) => at).filter((at) => at === wish || found.seats[at]);
          const changed = { ...make(given, change), wishes: kept.map((at) => given.wishes[at] as Wish) };
          const before = kept.map((at) => found.seats[at] ?? null);
          const { added, moved } = repairHall(changed, before, {
            ...{ absent: new Set<number>(), closed: new Set<number>(), from: 0 },
          });
          expect([added, moved]).toEqual([[kept.indexOf(wish)], []]);
          kinds.add(change.kind);
        }
      }),
      { numRuns: 300, seed: 7 },
    );
    expect([...kinds].toSorted()).toEqual(["attend", "cap", "row", "slot", "table"]);
  });

  it("[EV4] nobody gets a third meeting while somebody who could be seated has none", () => {
    // Four firms want to meet the first, in three slots of one table; the last firm has nobody else than one of the four.
    const given = open(
      6,
      [
        [0, 1],
        [0, 2],
        [0, 3],
        [0, 4],
        [4, 5],
      ],
      { tables: 1, slots: open(2, []).hall.slots.slice(0, 3) },
    );
    const { seats, served } = plan(given);
    expect(seats[4]).not.toBeNull();
    expect(served).toBe(5);
  });

  it("[EV5] competitors never sit side by side, and a gap is left where there are tables enough", () => {
    const rivals = new Set([pairKey(0, 2)]);
    const given = {
      ...open(
        4,
        [
          [0, 1],
          [2, 3],
        ],
        { tables: 3, slots: open(2, []).hall.slots.slice(0, 1) },
      ),
      rivals,
    };
    const { seats } = plan(given);
    expect(seats.map((seat) => seat?.table).toSorted()).toEqual([0, 2]);
    const tight = plan({ ...given, hall: { ...given.hall, tables: 2 } });
    expect(tight.unseated).toMatchObject([{ code: "rivals_beside" }]);
  });

  it("[EV6] a full hall of sixty firms comes within two in a hundred of its bound", () => {
    const random = createRandom(7);
    const pairs = new Set<string>();
    while (pairs.size < 240) {
      const [a, b] = [Math.floor(random() * 60), Math.floor(random() * 60)];
      if (a !== b) pairs.add(pairKey(a, b));
    }
    const given = open(
      60,
      [...pairs].map((key) => key.split(" ").map(Number) as unknown as readonly [number, number]),
      {
        tables: 20,
        zones: 2,
        slots: listSlots({
          ...{
            startsOn: "2026-12-01",
            endsOn: "2026-12-01",
            opensAt: "09:00",
            slotMinutes: 20,
            gapMinutes: 5,
          },
          ...{ slots: 16, breakAfter: 8, breakMinutes: 60 },
        }),
        mostInRow: 4,
      },
    );
    const guests = given.guests.map((one) => ({ ...one, most: 12 }));
    const found = plan({ ...given, guests });
    expect(judgeHall({ ...given, guests }, found.seats)).toEqual([]);
    expect(found.placed / found.most).toBeGreaterThan(0.98);
  });

  it("[EV5] a hall without tables and a wish for oneself are refused", () => {
    expect(() => plan(open(2, [[0, 1]], { tables: 0 }))).toThrow("INVALID_INPUT");
    expect(() => plan(open(2, [[1, 1]]))).toThrow("INVALID_INPUT");
  });

  it("[EV3] a wish is worth what the cooler side wants, and zones are rows of tables", () => {
    expect([worthOf(3, 3), worthOf(3, 1)]).toEqual([1, 0.5]);
    expect([0, 3, 4, 11].map((table) => zoneOf({ tables: 12, zones: 3 }, table))).toEqual([0, 0, 1, 2]);
  });
});

describe("a repair", () => {
  const mishaps = fc.record({
    absent: fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { maxLength: 2 }).map((all) => new Set(all)),
    closed: fc.uniqueArray(fc.integer({ min: 0, max: 3 }), { maxLength: 1 }).map((all) => new Set(all)),
    from: fc.integer({ min: 0, max: 4 }),
  });

  it("[EV9] leaves everybody else where they sit, and moves no fewer than must move", () => {
    fc.assert(
      fc.property(cases, mishaps, (given, mishap) => {
        const before = plan(given).seats;
        const { seats, moved, cancelled, added, least, fewest } = repairHall(given, before, mishap);
        const changed = new Set([...moved, ...cancelled, ...added]);
        for (const [wish, seat] of before.entries())
          if (!changed.has(wish)) expect(seats[wish] ?? null).toEqual(seat);
        const later = seats.map((seat) => (seat && seat.slot >= mishap.from ? seat : null));
        expect(judgeHall(given, seats).filter(({ rule }) => rule !== "cap")).toEqual([]);
        expect(judgeHall(given, later, mishap.closed)).toEqual([]);
        for (const [wish, seat] of later.entries())
          if (seat)
            expect(
              [given.wishes[wish]?.a, given.wishes[wish]?.b].some((one) => mishap.absent.has(one ?? -1)),
            ).toBe(false);
        if (fewest) expect(moved.length).toBeLessThanOrEqual(least);
      }),
      { numRuns: 100 },
    );
  });

  it("[EV9] a broken table costs one move for each meeting at it where another is free", () => {
    const given = open(
      8,
      [
        [0, 1],
        [2, 3],
        [4, 5],
        [6, 7],
      ],
      { slots: open(2, []).hall.slots.slice(0, 1), tables: 5 },
    );
    const before = plan(given).seats;
    const closed = new Set([before[0]?.table ?? 0]);
    expect(repairHall(given, before, { absent: new Set(), closed, from: 0 })).toMatchObject({
      ...{ moved: [0], cancelled: [], least: 1, fewest: true, placed: 4 },
    });
  });

  it("[EV9] who stays away leaves places that others take", () => {
    const given = open(
      4,
      [
        [0, 1],
        [0, 2],
        [0, 3],
      ],
      { tables: 1, slots: open(2, []).hall.slots.slice(0, 2) },
    );
    const found = plan(given);
    const out = found.seats.indexOf(null);
    const gone = given.wishes[found.seats.findIndex((seat) => seat !== null)]?.b ?? 0;
    const { added, moved } = repairHall(given, found.seats, {
      absent: new Set([gone]),
      closed: new Set(),
      from: 0,
    });
    expect([added, moved]).toEqual([[out], []]);
  });
});

/** The case with a named change made, and nothing else. */
function make(given: HallCase, change: HallChange): HallCase {
  const { hall } = given;
  const ofGuest = (to: (guest: Guest) => Guest) =>
    given.guests.map((one, at) => ("guest" in change && at === change.guest ? to(one) : one));
  switch (change.kind) {
    case "attend": {
      const come = (slots: readonly number[] | null) => (slots ? [...slots, change.slot] : null);
      const guests = ofGuest((one) => ({
        ...one,
        delegates: one.delegates.map((person) => ({ ...person, slots: come(person.slots) })),
      }));
      return { ...given, guests };
    }
    case "cap":
      return { ...given, guests: ofGuest((one) => ({ ...one, most: one.most + 1 })) };
    case "row":
      return { ...given, hall: { ...hall, mostInRow: hall.mostInRow + 1 } };
    case "slot": {
      const last = hall.slots.at(-1) as HallCase["hall"]["slots"][number];
      return { ...given, hall: { ...hall, slots: [...hall.slots, { ...last, rested: false }] } };
    }
    case "table":
      // It stands apart, in the zone that both can reach: one row, and no competitor beside it.
      return { ...given, hall: { ...hall, tables: hall.tables + 1, zones: 1 }, rivals: new Set() };
  }
}

function mostByTrying(given: HallCase): number {
  const { hall, guests, wishes } = given;
  let best = 0;
  const search = (at: number, seats: readonly (Seat | null)[], count: number): void => {
    best = Math.max(best, count);
    if (at === wishes.length || count + wishes.length - at <= best) return;
    const { a, b } = wishes[at] as HallCase["wishes"][number];
    for (const slot of hall.slots.keys())
      for (let table = 0; table < hall.tables; table++)
        for (const one of guests[a]?.delegates.keys() ?? [])
          for (const other of guests[b]?.delegates.keys() ?? []) {
            const next = [...seats, { slot, table, a: one, b: other }];
            if (judgeHall(given, next).length === 0) search(at + 1, next, count + 1);
          }
    search(at + 1, [...seats, null], count);
  };
  search(0, [], 0);
  return best;
}

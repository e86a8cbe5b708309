import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lowerBoundOf, type Pair, planTimetable, type Timetable, type TimetableCase } from "./index.ts";

function createRandom(start: number): () => number {
  let seed = start;
  return () => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed / 2147483648;
  };
}
const plan = (given: TimetableCase) => planTimetable(given, { random: createRandom(1), moves: 2000 });

/** Looks at every meeting anew. */
function faultsOf(
  { meetings, tables, available, slots = Infinity }: TimetableCase,
  { slotOf, unplaced }: Timetable,
) {
  const seats = new Map<string, number>();
  const load = new Map<number, number>();
  for (const [at, slot] of slotOf.entries()) {
    if (slot === 0) continue;
    for (const party of meetings[at] as Pair)
      seats.set(`${party} ${slot}`, (seats.get(`${party} ${slot}`) ?? 0) + 1);
    load.set(slot, (load.get(slot) ?? 0) + 1);
  }
  return {
    twice: [...seats.values()].filter((count) => count > 1).length,
    full: [...load.values()].filter((count) => count > tables).length,
    late: slotOf.filter((slot) => slot > slots).length,
    away: slotOf.filter(
      (slot, at) =>
        slot > 0 && !(meetings[at] as Pair).every((party) => available?.get(party)?.includes(slot) ?? true),
    ).length,
    untold: slotOf.filter((slot) => slot === 0).length - unplaced.length,
  };
}
const noFaults = { twice: 0, full: 0, late: 0, away: 0, untold: 0 };

const sided = fc
  .record({
    left: fc.integer({ min: 1, max: 6 }),
    right: fc.integer({ min: 1, max: 6 }),
    tables: fc.integer({ min: 1, max: 4 }),
  })
  .chain(({ left, right, tables }) =>
    fc.record({
      parties: fc.constant(left + right),
      tables: fc.constant(tables),
      meetings: fc.uniqueArray(
        fc.tuple(fc.integer({ min: 0, max: left - 1 }), fc.integer({ min: left, max: left + right - 1 })),
        { selector: String, maxLength: 20 },
      ),
    }),
  );

/** Every way to place meetings in slots: the most that can be placed. */
function mostOf({ meetings, tables, available }: TimetableCase, slots: number): number {
  const search = (at: number, taken: readonly (readonly Pair[])[]): number => {
    if (at === meetings.length) return 0;
    const meeting = meetings[at] as Pair;
    const rest = search(at + 1, taken);
    return Array.from({ length: slots }, (_, slot) => slot).reduce((best, slot) => {
      const there = taken[slot] ?? [];
      const isFree =
        there.length < tables &&
        !there.some((other) => other.some((party) => meeting.includes(party))) &&
        meeting.every((party) => available?.get(party)?.includes(slot + 1) ?? true);
      if (!isFree) return best;
      return Math.max(best, 1 + search(at + 1, taken.with(slot, [...there, meeting])));
    }, rest);
  };
  return search(
    0,
    Array.from({ length: slots }, () => []),
  );
}

describe("a timetable", () => {
  it("[TT2] of two sides needs as many slots as its bound, and not one more", () => {
    fc.assert(
      fc.property(sided, (given) => {
        const found = plan(given);
        expect(faultsOf(given, found)).toEqual(noFaults);
        expect(found).toMatchObject({ slots: lowerBoundOf(given), proven: true, unplaced: [] });
      }),
    );
  });

  it("[TT3] where anybody meets anybody a ring of three needs three slots, and Petersen's graph four", () => {
    const ring: TimetableCase = {
      parties: 3,
      tables: 9,
      meetings: [
        [0, 1],
        [1, 2],
        [0, 2],
      ],
    };
    expect(plan(ring)).toMatchObject({ slots: 3, lowerBound: 3, proven: true });
    const outer = [0, 1, 2, 3, 4];
    const petersen: TimetableCase = {
      parties: 10,
      tables: 9,
      meetings: outer.flatMap((at): Pair[] => [
        [at, (at + 1) % 5],
        [at, at + 5],
        [at + 5, ((at + 2) % 5) + 5],
      ]),
    };
    const found = plan(petersen);
    expect(faultsOf(petersen, found)).toEqual(noFaults);
    expect(found).toMatchObject({ slots: 4, lowerBound: 4, proven: true });
  });

  it("[TT5] places as many as can be where not everybody is always there, and says why the rest is not", () => {
    const never: TimetableCase = {
      parties: 2,
      tables: 1,
      meetings: [[0, 1]],
      available: new Map([
        [0, [1]],
        [1, [2, 3]],
      ]),
    };
    expect(plan(never)).toMatchObject({
      slots: 0,
      unplaced: [{ meeting: 0, code: "no_common_slot" }],
      proven: true,
    });
    const free = fc.subarray([1, 2, 3], { minLength: 1 });
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 3, max: 5 })), {
          selector: String,
          maxLength: 6,
        }),
        fc.array(free, { minLength: 6, maxLength: 6 }),
        fc.integer({ min: 1, max: 2 }),
        (meetings, days, tables) => {
          const given = { parties: 6, tables, meetings, available: new Map(days.entries()), slots: 3 };
          const found = plan(given);
          expect(faultsOf(given, found)).toEqual(noFaults);
          const placed = meetings.length - found.unplaced.length;
          const most = mostOf(given, 3);
          expect(placed).toBeLessThanOrEqual(most);
          expect(placed).toBeGreaterThanOrEqual(most - 1);
          if (found.proven) expect(placed).toBe(most);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("[TT4] is denser after the search than before it", () => {
    const meetings = Array.from({ length: 8 }, (_, a) =>
      [8, 9, 10].map((b) => [a, b + (a % 2) * 3] as const),
    ).flat();
    const given = { parties: 14, tables: 5, meetings };
    const loose = planTimetable(given, { random: createRandom(3), moves: 0 });
    const dense = planTimetable(given, { random: createRandom(3), moves: 20_000 });
    expect(dense.slots).toBe(loose.slots);
    expect(dense.sumIdle).toBeLessThan(loose.sumIdle);
  });

  it("[TT1] refuses a party that meets itself and a hall without tables", () => {
    expect(() => plan({ parties: 2, tables: 1, meetings: [[1, 1]] })).toThrow("INVALID_INPUT");
    expect(() => plan({ parties: 2, tables: 0, meetings: [] })).toThrow("INVALID_INPUT");
  });
});

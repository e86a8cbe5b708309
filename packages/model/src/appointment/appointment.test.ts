import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  instantOf,
  listCommonTimes,
  mostDrawnTimes,
  mostShownTimes,
  quarterAt,
  quartersOf,
  readTimes,
  startOf,
  toQuarters,
  toSpans,
  wallTimeOf,
  weekOf,
} from "./index.ts";

const zones = [
  "Asia/Shanghai",
  "Europe/Berlin",
  "America/Santiago",
  "America/New_York",
  "Australia/Lord_Howe",
  "Asia/Kathmandu",
  "Pacific/Apia",
  "Africa/Casablanca",
  "UTC",
];
const zone = fc.constantFrom(...zones);
const days = fc
  .integer({ min: 0, max: 365 * 4 })
  .map((n) => new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10));
const quarters = fc.uniqueArray(fc.integer({ min: 0, max: 300 }), { maxLength: 200 });

describe("hours on the wall", () => {
  it("[AP1] every quarter of a week is in exactly one hour of it, also where clocks change", () => {
    fc.assert(
      fc.property(zone, days, (zone, first) => {
        const cells = weekOf(zone, first);
        const all = cells.flatMap(({ quarters }) => quarters);
        expect(new Set(all).size).toBe(all.length);
        const sorted = all.toSorted((a, b) => a - b);
        expect(sorted).toEqual(Array.from({ length: sorted.length }, (_, at) => (sorted[0] ?? 0) + at));
        for (const { day, hour, quarters } of cells)
          for (const quarter of quarters) {
            const wall = wallTimeOf(zone, quarter);
            expect([wall.day, Math.floor(wall.minute / 60)]).toEqual([day, hour]);
          }
      }),
      { numRuns: 60 },
    );
  });

  it("[AP1] an hour that is left out has no quarters, one that comes twice has eight", () => {
    expect(quartersOf("Europe/Berlin", "2026-03-29", 120, 180)).toEqual([]);
    expect(quartersOf("Europe/Berlin", "2026-10-25", 120, 180)).toHaveLength(8);
    expect(quartersOf("Australia/Lord_Howe", "2026-04-05", 90, 120)).toHaveLength(4);
    expect(quartersOf("Asia/Shanghai", "2026-03-29", 120, 180)).toHaveLength(4);
    expect(weekOf("Europe/Berlin", "2026-03-23").flatMap(({ quarters }) => quarters)).toHaveLength(668);
    expect(weekOf("Europe/Berlin", "2026-10-19").flatMap(({ quarters }) => quarters)).toHaveLength(676);
  });

  it("[AP1] an instant shows the wall time from which it was found, unless the clock leaves it out", () => {
    fc.assert(
      fc.property(zone, days, fc.integer({ min: 0, max: 95 }), (zone, day, at) => {
        const found = quartersOf(zone, day, at * 15, at * 15 + 15);
        const instant = instantOf(zone, day, at * 900);
        if (found.length === 0) expect(wallTimeOf(zone, quarterAt(instant)).day >= day).toBe(true);
        else expect(instant).toEqual(startOf(found[0] as number));
      }),
      { numRuns: 60 },
    );
  });

  it("[AP1] spans and quarters say the same", () => {
    fc.assert(
      fc.property(quarters, (all) => {
        expect(toQuarters(toSpans(all))).toEqual(all.toSorted((a, b) => a - b));
      }),
    );
  });
});

describe("times that suit both", () => {
  it("[AP2] are free on both sides, apart, few, and the same whoever asks", () => {
    fc.assert(
      fc.property(quarters, quarters, fc.integer({ min: 0, max: 300 }), (one, other, from) => {
        const times = listCommonTimes(one, other, { from });
        expect(listCommonTimes(other, one, { from })).toEqual(times);
        expect(times.length).toBeLessThanOrEqual(mostShownTimes);
        for (const [at, time] of times.entries()) {
          expect(time.from).toBeGreaterThanOrEqual(from);
          for (let q = time.from; q < time.from + time.quarters; q += 1)
            expect(one.includes(q) && other.includes(q)).toBe(true);
          const next = times[at + 1];
          if (next) expect(next.from - time.from).toBeGreaterThanOrEqual(8);
        }
        if (times.length === 0)
          for (const q of one)
            expect(q >= from && [q, q + 1].every((x) => one.includes(x) && other.includes(x))).toBe(false);
      }),
    );
  });

  it("[AP2] whoever marks again and again is shown no more than twelve times in all", () => {
    fc.assert(
      fc.property(quarters, fc.array(quarters, { maxLength: 12 }), (theirs, tries) => {
        const known = new Set<number>();
        for (const own of tries)
          for (const { from } of listCommonTimes(own, theirs, { from: 0, known: new Set(known) }))
            known.add(from);
        expect(known.size).toBeLessThanOrEqual(mostDrawnTimes);
      }),
    );
  });

  it("[AP2] an hour where both have one, else half an hour", () => {
    expect(listCommonTimes([8, 9, 10], [9, 10, 11], { from: 0 })).toEqual([{ from: 9, quarters: 2 }]);
    expect(listCommonTimes([8, 9, 10, 11], [8, 9, 10, 11], { from: 8 })).toEqual([{ from: 8, quarters: 4 }]);
    expect(listCommonTimes([8], [8], { from: 0 })).toEqual([]);
  });
});

describe("hours as they are typed", () => {
  it("[AP1] a day and its hours, in either language", () => {
    const iso = (text: string, zone: string) =>
      toSpans(readTimes(text, zone).quarters).map(({ from, to }) => [
        startOf(from).toISOString().slice(0, 16),
        startOf(to).toISOString().slice(0, 16),
      ]);
    expect(iso("2026-12-01 9:00-12:00, 14-16:30", "Asia/Shanghai")).toEqual([
      ["2026-12-01T01:00", "2026-12-01T04:00"],
      ["2026-12-01T06:00", "2026-12-01T08:30"],
    ]);
    expect(iso("2026年12月1日 9:00至10:00", "America/Santiago")).toEqual([
      ["2026-12-01T12:00", "2026-12-01T13:00"],
    ]);
  });

  it("[AP1] what cannot be is told by its line", () => {
    const why = (text: string) => readTimes(text, "Europe/Berlin").faults.map(({ line, why }) => [line, why]);
    expect(why("Monday 9-10\n\n2026-02-30 9-10")).toEqual([
      [1, "day"],
      [3, "day"],
    ]);
    expect(why("2026-12-01 soon\n2026-12-01 12-9\n2026-12-01 9:10-10")).toEqual([
      [1, "hours"],
      [2, "order"],
      [3, "quarter"],
    ]);
    expect(why("2026-03-29 2:00-3:00")).toEqual([[1, "skipped"]]);
  });
});

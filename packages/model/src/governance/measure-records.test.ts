import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countFamilies, isReadiness, meanGaps } from "./measure-records.ts";

describe("what gap records and patents say of a year", () => {
  it("[GP2] the gap of readiness is the mean over technologies, never below zero, each at its last reading", () => {
    const readings = [
      { technology: "sulfide", year: 2024, domestic: 5, frontier: 8 },
      { technology: "film", year: 2024, domestic: 7, frontier: 6 },
      { technology: "sulfide", year: 2025, domestic: 6, frontier: 8 },
      { technology: "coater", year: 2026, domestic: 7, frontier: 9 },
    ];
    expect(meanGaps(readings)).toEqual([
      { year: 2024, value: 1.5 },
      { year: 2025, value: 1 },
      { year: 2026, value: 4 / 3 },
    ]);
    expect(meanGaps([])).toEqual([]);
    expect(["TRL", "TRL 1-9", "trl 级", "mS/cm", "%", "controls"].map(isReadiness)).toEqual([
      ...[true, true, true],
      ...[false, false, false],
    ]);
  });

  it("[GP2] is between 0 and the widest gap, and the same in any order of technologies", () => {
    const reading = fc.record({
      technology: fc.constantFrom("a", "b", "c"),
      year: fc.integer({ min: 2020, max: 2025 }),
      domestic: fc.integer({ min: 1, max: 9 }),
      frontier: fc.integer({ min: 1, max: 9 }),
    });
    const once = fc.uniqueArray(reading, { selector: ({ technology, year }) => `${technology} ${year}` });
    fc.assert(
      fc.property(once, (readings) => {
        const widest = Math.max(0, ...readings.map(({ domestic, frontier }) => frontier - domestic));
        for (const { year, value } of meanGaps(readings)) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(widest);
          const known = ["a", "b", "c"].flatMap(
            (name) =>
              readings
                .filter(({ technology, year: of }) => technology === name && of <= year)
                .toSorted((x, y) => y.year - x.year)[0] ?? [],
          );
          const sum = known.reduce((total, one) => total + Math.max(0, one.frontier - one.domestic), 0);
          expect(value).toBeCloseTo(sum / known.length, 9);
        }
        const turned = meanGaps(readings.toReversed());
        for (const [at, { year, value }] of meanGaps(readings).entries()) {
          expect(turned[at]?.year).toBe(year);
          expect(turned[at]?.value).toBeCloseTo(value, 9);
        }
      }),
    );
  });

  it("[PT9] a family counts once, in the year of its first grant, at home where any member is", () => {
    const patents = [
      { number: "US1", family: "A", country: "US", grantedOn: "2021-03-01" },
      { number: "CN1", family: "A", country: "CN", grantedOn: "2022-05-01" },
      { number: "US2", family: null, country: "US", grantedOn: "2021-07-01" },
      { number: "CN2", family: null, country: "CN", grantedOn: "2023-01-01" },
      { number: "CN3", family: null, country: "CN", grantedOn: "2026-01-01" },
    ];
    expect(countFamilies(patents, 2023)).toEqual([
      { year: 2021, granted: 1, share: 50 },
      { year: 2022, granted: 0, share: 50 },
      { year: 2023, granted: 1, share: (100 * 2) / 3 },
    ]);
    expect(countFamilies([], 2025)).toEqual([]);
  });
});

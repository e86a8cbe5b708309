import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  failedBy,
  forecastRetired,
  type LifeLaw,
  outlookOf,
  retiredIn,
  type SalesRow,
  stretchLaw,
  wholeUntil,
} from "./index.ts";

const law: LifeLaw = { kind: "weibull", shape: 3.5, scale: 8 };
const sales = [10, 20, 40, 50, 60].map(
  (gwh, at): SalesRow => ({ year: 2016 + at, province: "44", chemistry: "lfp", gwh }),
);

describe("what retires", () => {
  it("[TR50] by province and chemistry together is what the cohorts of all give", () => {
    const all = forecastRetired(
      { sales: { 2016: 10, 2017: 20, 2018: 40, 2019: 50, 2020: 60 }, shape: 3.5, scale: 8 },
      2025,
      2027,
    );
    expect(all.map(({ retired }) => retired.toFixed(6))).toEqual(
      [2025, 2026, 2027].map((year) => retiredIn(sales, { lfp: law }, year).toFixed(6)),
    );
    expect(retiredIn(sales, { lfp: law }, 2025).toFixed(6)).toBe("23.165088");
    expect(retiredIn(sales, { lfp: law }, 2025, { province: "11" })).toBe(0);
  });

  it("[TR93] provinces and chemistries add up, whatever the sales", () => {
    const row = fc.record({
      year: fc.integer({ min: 2012, max: 2024 }),
      province: fc.constantFrom("11", "44"),
      chemistry: fc.constantFrom("lfp", "ternary"),
      gwh: fc.double({ min: 0, max: 50, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 20 }), fc.integer({ min: 2016, max: 2035 }), (rows, year) => {
        const laws = { lfp: law, ternary: { kind: "observed", failed: [0, 0.1, 0.4, 0.8, 1] } as const };
        const parts = ["11", "44"].flatMap((province) =>
          ["lfp", "ternary"].map((chemistry) => retiredIn(rows, laws, year, { province, chemistry })),
        );
        expect(parts.reduce((sum, one) => sum + one, 0)).toBeCloseTo(retiredIn(rows, laws, year), 6);
      }),
    );
  });

  it("[TR93] is told whole up to the age at which the next cohort would be missed", () => {
    expect(wholeUntil([], law)).toBeNull();
    expect(wholeUntil(sales, law)).toBe(2023);
    expect(wholeUntil(sales, { kind: "observed", failed: [0, 0, 0, 0.5] })).toBe(2024);
    // Another year of sales changes nothing in a year that was told whole but a fiftieth of itself.
    const more = [...sales, { year: 2021, province: "44", chemistry: "lfp", gwh: 80 }];
    const [before, after] = [sales, more].map((rows) => retiredIn(rows, { lfp: law }, 2023));
    expect((after ?? 0) - (before ?? 0)).toBeLessThan(80 * 0.02);
  });

  it("[TR93] no law gives back more than was sold, and the band holds the middle", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 15 }),
        fc.double({ min: 0.7, max: 1.4, noNaN: true }),
        (shares, by) => {
          const failed = shares.toSorted((a, b) => a - b);
          const stretched = stretchLaw({ kind: "observed", failed }, by);
          const ages = Array.from({ length: 40 }, (_, at) => failedBy(stretched, at));
          for (let at = 1; at < ages.length; at++)
            expect(ages[at]).toBeGreaterThanOrEqual((ages[at - 1] ?? 0) - 1e-12);
          expect(Math.max(...ages)).toBeLessThanOrEqual((failed.at(-1) ?? 0) + 1e-12);
        },
      ),
    );
    for (const { low, middle, high } of outlookOf(sales, { lfp: law }, 2020, 2035)) {
      expect(low).toBeLessThanOrEqual(middle);
      expect(high).toBeGreaterThanOrEqual(middle);
    }
  });
});

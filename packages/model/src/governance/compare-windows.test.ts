import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareWindows, daysOf } from "./compare-windows.ts";

const years = (from: number, values: readonly number[]) =>
  values.map((value, at) => ({ period: String(from + at), value }));

describe("figures before a window and in it", () => {
  it("[PY7] are as many on both sides, and a period across an end counts for neither", () => {
    const found = compareWindows(years(2019, [10, 12, 14, 90, 20, 22, 24]), {
      from: "2022-07-01",
      to: "2024-12-31",
    });
    expect(found).toMatchObject({
      before: years(2020, [12, 14]),
      across: years(2022, [90]),
      within: years(2023, [20, 22]),
      meanBefore: 13,
      meanWithin: 21,
      difference: 8,
    });
    expect(found.standardised).toBeCloseTo(8 / Math.SQRT2);
  });

  it("[PY7] say what is missing instead of a number", () => {
    expect(compareWindows(years(2023, [5]), { from: "2023-01-01", to: "2023-12-31" })).toMatchObject({
      before: [],
      meanWithin: 5,
      difference: null,
    });
    const same = compareWindows(years(2021, [5, 5, 7, 7]), { from: "2023-01-01", to: "2024-12-31" });
    expect(same).toMatchObject({ difference: 2, standardised: null });
    expect(compareWindows([], { from: "2023-01-01", to: "2024-12-31" }).meanWithin).toBeNull();
  });

  it("[PY7] read years, halves, quarters and months, and nothing else", () => {
    expect(daysOf("2024Q3")).toEqual({ first: "2024-07-01", last: "2024-09-30" });
    expect(daysOf("2024H2")).toEqual({ first: "2024-07-01", last: "2024-12-31" });
    expect(daysOf("2024-02")).toEqual({ first: "2024-02-01", last: "2024-02-29" });
    expect(daysOf("2023-01..2023-09")).toBeNull();
  });

  it("[PY7] a level added to every figure changes no difference", () => {
    const value = fc.integer({ min: -1000, max: 1000 });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 12 }), value, (values, level) => {
        const window = { from: "2006-01-01", to: "2009-12-31" };
        const plain = compareWindows(years(2000, values), window);
        const lifted = compareWindows(
          years(
            2000,
            values.map((one) => one + level),
          ),
          window,
        );
        if (plain.difference === null) expect(lifted.difference).toBeNull();
        else expect(lifted.difference).toBeCloseTo(plain.difference);
        expect(plain.before.length).toBeLessThanOrEqual(plain.within.length);
      }),
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findIndicator, loadGoal, readingsFor, readSeriesFigure, shippedSeries } from "./index.ts";

const row = (region: string, value: number | string) => ({ region, value: String(value) });

describe("a figure read from a series", () => {
  it("[GO12] gives the concentration of imports of January to September 2023 from its partners", () => {
    const rows = shippedSeries().rows.filter(({ series }) => series === "TR06-import");
    const figure = readSeriesFigure(rows, "concentration");
    expect(Number(figure?.low)).toBeCloseTo(0.698904, 6);
    expect(Number(figure?.high)).toBeCloseTo(0.699513, 6);
    expect(Number(readSeriesFigure(rows, "largest_share")?.low)).toBeCloseTo(83.1752, 4);
    expect(readSeriesFigure(rows, "value", "AU")).toEqual({ low: "263", high: "263" });
  });

  it("[GO12] is the baseline that goals and sheet name, to the digit that they print", () => {
    const rows = shippedSeries().rows.filter(({ series }) => series === "TR06-import");
    const { low = "", high = "" } = readSeriesFigure(rows, "concentration") ?? {};
    const bounds = `(bounds ${Number(low).toFixed(4)}-${Number(high).toFixed(4)})`;
    const named = [
      loadGoal("G25-05").baseline,
      loadGoal("G35-02").baseline,
      findIndicator("RES-03")?.baseline,
    ];
    for (const baseline of named) {
      expect(baseline?.source).toContain(bounds);
      expect(baseline?.value).toBe(Number(Number(low).toFixed(1)));
    }
  });

  it("[GO12] is none where a region, the total or its sense is missing", () => {
    const rows = [row("AU", 3), row("CL", 2)];
    expect(readSeriesFigure(rows, "value", "CN")).toBeNull();
    expect(readSeriesFigure(rows, "share", "CN")).toBeNull();
    expect(readSeriesFigure([...rows, row("WLD", 4)], "concentration")).toBeNull();
    expect(readSeriesFigure([row("WLD", 4)], "largest_share")).toBeNull();
    expect(readSeriesFigure([row("AU", 0)], "concentration")).toBeNull();
  });

  it("offers the readings whose unit is the measure's", () => {
    expect(readingsFor("%", "t")).toEqual(["share", "largest_share"]);
    expect(readingsFor("index 0-1", "t")).toEqual(["concentration"]);
    expect(readingsFor("t Li", "t Li")).toEqual(["value"]);
  });

  it("[GO12] holds whatever regions stand behind the rest", () => {
    const parts = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(parts, parts, (named, hidden) => {
        const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
        const total = sum(named) + sum(hidden);
        const truth = [...named, ...hidden].map((value) => value / total);
        const rows = [...named.map((value, at) => row(`R${at}`, value)), row("WLD", total)];
        const concentration = readSeriesFigure(rows, "concentration");
        const squares = truth.reduce((all, share) => all + share ** 2, 0);
        expect(squares).toBeGreaterThanOrEqual(Number(concentration?.low) - 1e-12);
        expect(squares).toBeLessThanOrEqual(Number(concentration?.high) + 1e-12);
        const largest = readSeriesFigure(rows, "largest_share");
        const most = Math.max(...truth) * 100;
        expect(most).toBeGreaterThanOrEqual(Number(largest?.low) - 1e-9);
        expect(most).toBeLessThanOrEqual(Number(largest?.high) + 1e-9);
      }),
    );
  });
});

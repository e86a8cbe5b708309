import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { concentrationOfSources, pointsOf, spans, windowAt, windowsOf } from "./index.ts";

describe("concentration of sources", () => {
  it("[SU2] has bounds where a published total says more than its partners", () => {
    const found = concentrationOfSources(
      Object.entries({ AU: 263, NG: 17.2, ZW: 16.9, BR: 11.3 }).map(([source, amount]) => ({
        source,
        amount,
      })),
      316.2,
    );
    expect(found?.shares[0]).toEqual({ source: "AU", share: expect.closeTo(0.831752, 6) });
    expect(found?.low).toBeCloseTo(0.6989041275648, 12);
    expect(found?.high).toBeCloseTo(0.6995126344186, 12);
  });

  it("[SU2] is between its bounds however the rest is split", () => {
    const split = fc.array(fc.double({ min: 0.01, max: 100, noNaN: true }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(split, split, (named, rest) => {
        const total = [...named, ...rest].reduce((sum, one) => sum + one, 0);
        const found = concentrationOfSources(
          named.map((amount, at) => ({ source: `s${at}`, amount })),
          total,
        );
        const naive = [...named, ...rest].reduce((sum, one) => sum + (one / total) ** 2, 0);
        expect(naive).toBeGreaterThanOrEqual((found?.low ?? 1) - 1e-9);
        expect(naive).toBeLessThanOrEqual((found?.high ?? 0) + 1e-9);
      }),
    );
  });

  it("[SU2] refuses a total below its parts, and has nothing to say of nothing", () => {
    expect(() => concentrationOfSources([{ source: "AU", amount: 3 }], 2)).toThrow("INVALID_INPUT");
    expect(concentrationOfSources([])).toBeNull();
  });
});

describe("imports over time", () => {
  const months = Array.from({ length: 13 }, (_, at) =>
    `2023-${String(at + 1).padStart(2, "0")}`.replace("2023-13", "2024-01"),
  );
  const told = (period: string, amounts: Record<string, number>) => ({
    period,
    amounts: new Map(Object.entries(amounts)),
  });
  const rows = months.map((period, at) => told(period, { AU: 80 + at, CL: 20, WLD: 110 + at }));

  it("[SU2] are summed before they are squared, over whole twelve months alone", () => {
    expect(windowsOf(rows, "month").map(({ period }) => period)).toEqual(months);
    const [december, january] = windowsOf(rows, "twelve");
    expect([december?.period, january?.period]).toEqual(["2023-12", "2024-01"]);
    const au = Array.from({ length: 12 }, (_, at) => 80 + at).reduce((sum, one) => sum + one, 0);
    const total = au + 12 * 30;
    expect(december?.concentration).toMatchObject({
      low: expect.closeTo((au / total) ** 2 + (240 / total) ** 2, 12),
      rest: expect.closeTo(120 / total, 12),
    });
  });

  it("[SU2] a year printed as one row counts unless its months are there", () => {
    const found = windowsOf([...rows, told("2023", { AU: 1 }), told("2022", { AU: 5 })], "year");
    expect(found.map(({ period, sources }) => [period, sources[0]?.amount])).toEqual([
      ["2022", 5],
      ["2023", 80 * 12 + 66],
    ]);
  });
});

describe("a course over time", () => {
  const amount = fc.integer({ min: 0, max: 8000 }).map((eighths) => eighths / 8);
  const source = fc.constantFrom("AU", "CL", "CN", "AR", "OTHER", "WLD");

  it("[SU2] a point is its window without the order of the sources", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            period: fc.constantFrom("2023-01", "2023-02", "2024"),
            amounts: fc.array(fc.tuple(source, amount)).map((pairs) => new Map(pairs)),
          }),
        ),
        fc.constantFrom(...spans),
        (rows, span) => {
          const windows = windowsOf(rows, span).filter(({ sources }) => sources.length > 0);
          const points = pointsOf(rows, span);
          expect(points.map(({ period, total }) => [period, total])).toEqual(
            windows.map(({ period, total }) => [period, total]),
          );
          for (const [at, { top, low, high, period }] of points.entries()) {
            const { concentration } = windows[at] ?? {};
            expect(top).toEqual(concentration?.shares[0]);
            expect(low).toBeCloseTo(concentration?.low ?? -1, 9);
            expect(high).toBeCloseTo(concentration?.high ?? -1, 9);
            expect(windowAt(rows, span, period)).toEqual(windows[at]);
          }
        },
      ),
    );
  });
});

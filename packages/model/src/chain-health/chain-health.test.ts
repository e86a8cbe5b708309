import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRandom } from "../random/create-random.ts";
import { type Factor, normalise, rankIntervals, scoreOf, weighEffort } from "./index.ts";

const weights = [0.3, 0.25, 0.25, 0.2];
const share = fc.double({ min: 0, max: 1, noNaN: true });
const factor: fc.Arbitrary<Factor> = fc.oneof(
  share,
  fc.constant(null),
  fc.tuple(share, share).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const),
);

describe("how weak a link is", () => {
  it("[WL1] stands between fixed goalposts", () => {
    expect([1, 11, -1].map((value) => normalise(value, { low: 0, high: 10 }))).toEqual([0.1, 1, 0]);
    expect(normalise(1, { low: 0, high: 10, direction: -1 })).toBe(0.9);
  });

  it("[WL2] has bounds where a factor is missing", () => {
    const rounded = (factors: readonly Factor[]) => {
      const { arithmetic, geometric } = scoreOf(factors, weights);
      return [...arithmetic, ...geometric].map((one) => one.toFixed(4));
    };
    expect(rounded([0.9, 0.8, 0.6, 0.7])).toEqual(["0.7600", "0.7600", "0.7509", "0.7509"]);
    expect(rounded([0.2, 0.4, 0.9, null])).toEqual(["0.3850", "0.5850", "0.1903", "0.4780"]);
    expect(rounded([0.5, 0.5, 0.5, 0.5])).toEqual(["0.5000", "0.5000", "0.5000", "0.5000"]);
    expect(() => scoreOf([0.5], weights)).toThrow("INVALID_INPUT");
    expect(() => scoreOf([0.5, 0.5, 0.5, 1.5], weights)).toThrow("INVALID_INPUT");
  });

  it("[WL2] whatever a missing factor turns out to be, the score was within its bounds", () => {
    fc.assert(
      fc.property(fc.array(factor, { minLength: 4, maxLength: 4 }), share, (factors, draw) => {
        const told = scoreOf(factors, weights);
        const known = factors.map((one) =>
          one === null ? draw : typeof one === "number" ? one : one[0] + (one[1] - one[0]) * draw,
        );
        const { arithmetic, geometric } = scoreOf(known, weights);
        for (const [found, bounds] of [
          [arithmetic[0], told.arithmetic],
          [geometric[0], told.geometric],
        ] as const) {
          expect(found).toBeGreaterThanOrEqual(bounds[0] - 1e-9);
          expect(found).toBeLessThanOrEqual(bounds[1] + 1e-9);
        }
        expect(geometric[0]).toBeLessThanOrEqual(arithmetic[0] + 0.01 + 1e-9);
      }),
    );
  });

  it("[WL3] ranks are sure where nothing overlaps, and wide where nothing is known", () => {
    const random = createRandom(7);
    const nodes = [
      { id: "strong", factors: [0.3, 0.3, 0.3, 0.3] },
      { id: "weak", factors: [0.5, 0.5, 0.5, 0.5] },
      { id: "unknown", factors: [null, null, null, null] },
    ];
    const [strong, weak, unknown] = rankIntervals(nodes, weights, random);
    expect((weak?.mid ?? 3) < (strong?.mid ?? 0)).toBe(true);
    expect([unknown?.low, unknown?.high]).toEqual([1, 3]);
    expect(rankIntervals(nodes.slice(0, 2), weights, random)).toEqual([
      { id: "strong", low: 2, high: 2, mid: 2 },
      { id: "weak", low: 1, high: 1, mid: 1 },
    ]);
  });
});

describe("effort against gap", () => {
  it("[WL4] names what nobody works on, and what many work on", () => {
    const gap = { additive: 0.3, precursor: 0.25, solid: 0.25, collector: 0.15, testing: 0.05 };
    const effort = { additive: 0.05, precursor: 0.2, solid: 0.65, collector: 0, testing: 0.1 };
    expect(weighEffort(gap, effort)).toEqual({
      mismatch: expect.closeTo(0.45, 12),
      orphans: ["collector"],
      crowded: ["solid"],
    });
    expect(weighEffort(gap, gap)).toEqual({ mismatch: 0, orphans: [], crowded: [] });
    expect(weighEffort({ a: 1 }, { b: 1 })).toEqual({ mismatch: 1, orphans: ["a"], crowded: ["b"] });
  });
});

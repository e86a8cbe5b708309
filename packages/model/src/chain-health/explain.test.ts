import fc from "fast-check";
import { expect, it } from "vitest";
import { explainScore, factorIds, type JudgedFactor, scoreOf } from "./index.ts";

const share = fc.double({ min: 0, max: 1, noNaN: true });
const fact = {
  node: "x",
  factor: "tech_gap",
  low: 0,
  high: 1,
  asOf: "2026-01-01",
  source: "gap",
  path: "/",
} as const;
const judged: fc.Arbitrary<readonly JudgedFactor[]> = fc
  .tuple(
    fc.subarray([...factorIds], { minLength: 1 }),
    fc.array(fc.tuple(share, share, share, fc.boolean()), { minLength: 9, maxLength: 9 }),
  )
  .map(([ids, drawn]) =>
    ids.map((factor, at): JudgedFactor => {
      const [a, b, weight, isKnown] = drawn[at] as [number, number, number, boolean];
      return {
        factor,
        weight: 0.01 + weight,
        low: isKnown ? Math.min(a, b) : 0,
        high: isKnown ? Math.max(a, b) : 1,
        why: isKnown ? null : "missing",
        fact: isKnown ? fact : null,
        ageDays: isKnown ? 0 : null,
      };
    }),
  );

it("[WL2] what is told of a score multiplies and adds up to it", () => {
  fc.assert(
    fc.property(judged, (factors) => {
      const told = explainScore(factors);
      const found = scoreOf(
        factors.map(({ low, high }) => [low, high]),
        factors.map(({ weight }) => weight),
      );
      for (const end of [0, 1] as const) {
        expect(told.product[end]).toBeCloseTo(found.geometric[end], 9);
        expect(told.mean[end]).toBeCloseTo(found.arithmetic[end], 9);
      }
      expect(told.parts.reduce((all, { weight }) => all + weight, 0)).toBeCloseTo(1, 9);
      expect(told.parts.reduce((all, { count }) => all + count, 0)).toBe(factors.length);
      expect(told.score[0]).toBeLessThanOrEqual(told.product[0] + 1e-9);
      expect(told.score[1]).toBeGreaterThanOrEqual(told.product[1] - 1e-9);
    }),
  );
});

it("[WL2] what nobody knows is one part, and its 0 counts as 0.01", () => {
  const known = {
    factor: "tech_gap",
    weight: 0.25,
    low: 0.5,
    high: 0.5,
    why: null,
    fact,
    ageDays: 0,
  } as const;
  const missing = { low: 0, high: 1, why: "missing", fact: null, ageDays: null } as const;
  const { parts, score, roundedMean } = explainScore([
    { ...missing, factor: "import_dependence", weight: 0.5 },
    known,
    { ...missing, factor: "laboratory", weight: 0.25 },
  ]);
  expect(parts.map(({ factor, count, weight }) => [factor, count, weight])).toEqual([
    ["tech_gap", 1, 0.25],
    [null, 2, 0.75],
  ]);
  expect(parts[1]?.times[0]).toBeCloseTo(0.01 ** 0.75, 9);
  expect([score, roundedMean]).toEqual([
    [0, 0.85],
    [0.1, 0.9],
  ]);
});

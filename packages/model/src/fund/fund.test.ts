import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  assignReviewers,
  breachesOf,
  type ReviewCase,
  rateExpertise,
  ratingLoss,
  shareFairly,
  sumsOf,
} from "./index.ts";

const small: fc.Arbitrary<ReviewCase> = fc
  .record({ applications: fc.integer({ min: 1, max: 4 }), people: fc.integer({ min: 2, max: 4 }) })
  .chain(({ applications, people }) =>
    fc.record({
      applications: fc.constant(applications),
      reviewers: fc.array(fc.record({ min: fc.constant(0), max: fc.integer({ min: 1, max: 4 }) }), {
        minLength: people,
        maxLength: people,
      }),
      demand: fc.integer({ min: 1, max: 2 }),
      affinity: fc.array(
        fc.array(
          fc.integer({ min: 0, max: 100 }).map((one) => one / 100),
          { minLength: people, maxLength: people },
        ),
        { minLength: applications, maxLength: applications },
      ),
      conflicts: fc.uniqueArray(
        fc.tuple(fc.integer({ min: 0, max: applications - 1 }), fc.integer({ min: 0, max: people - 1 })),
        { maxLength: 3, selector: String },
      ),
    }),
  );

/** Every way to assign, one after another. */
function listAll(given: ReviewCase): readonly (readonly (readonly number[])[])[] {
  const choices = given.affinity.map((row, application) =>
    subsets(
      row.map((_one, at) => at),
      given.demand,
    ).filter((all) => all.every((one) => !given.conflicts.some(([a, r]) => a === application && r === one))),
  );
  const ways = choices.reduce<number[][][]>(
    (found, options) => found.flatMap((way) => options.map((one) => [...way, [...one]])),
    [[]],
  );
  return ways.filter((way) =>
    given.reviewers.every(({ min, max }, at) => {
      const load = way.flat().filter((one) => one === at).length;
      return load >= min && load <= max;
    }),
  );
}

function subsets(all: readonly number[], size: number): readonly (readonly number[])[] {
  if (size === 0) return [[]];
  return all.flatMap((one, at) => subsets(all.slice(at + 1), size - 1).map((rest) => [one, ...rest]));
}

describe("assignment of reviewers", () => {
  it("[FU2] is the largest sum of all ways to do it, and none breaks a conflict", () => {
    fc.assert(
      fc.property(small, (given) => {
        const ways = listAll(given);
        const found = assignReviewers(given);
        if (!("reviewersOf" in found)) {
          expect(ways).toEqual([]);
          return;
        }
        const best = Math.max(...ways.map((way) => sumsOf(given, way).reduce((sum, one) => sum + one, 0)));
        expect(found.value).toBeCloseTo(best, 7);
        expect(found.proven).toBe(true);
        expect(breachesOf(given, found)).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  it("[FU3] the fairest is never above its bound, and the bound holds for every way", () => {
    fc.assert(
      fc.property(small, (given) => {
        const fair = shareFairly(given, 4);
        if (!("reviewersOf" in fair)) return;
        const fairest = Math.max(...listAll(given).map((way) => Math.min(...sumsOf(given, way))));
        expect(fair.minPerApplication).toBeLessThanOrEqual(fairest + 1e-9);
        expect(fair.bound).toBeGreaterThanOrEqual(fairest - 1e-7);
        expect(fair.minPerApplication).toBeGreaterThanOrEqual(
          (assignReviewers(given) as { minPerApplication: number }).minPerApplication - 1e-9,
        );
        expect(breachesOf(given, fair)).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  it("[FU2] says which changes make room where there is none", () => {
    const found = assignReviewers({
      applications: 4,
      reviewers: [
        { min: 0, max: 3 },
        { min: 0, max: 3 },
        { min: 0, max: 3 },
      ],
      demand: 3,
      affinity: Array.from({ length: 4 }, () => [1, 1, 1]),
      conflicts: [],
    });
    expect(found).toEqual({
      missing: 3,
      repairs: [
        { what: "reviewers", by: 1 },
        { what: "cap", by: 1 },
        { what: "demand", by: 1 },
      ],
    });
  });

  it("[FU2] refuses a table of another size", () => {
    expect(() =>
      assignReviewers({
        applications: 2,
        reviewers: [{ min: 0, max: 2 }],
        demand: 1,
        affinity: [[1]],
        conflicts: [],
      }),
    ).toThrow("INVALID_INPUT");
  });
});

describe("expertise", () => {
  const words = (text: string) => text.toLowerCase().split(/\W+/).filter(Boolean);
  const paper = (title: string) => ({ title, abstract: title });

  it("[FU4] whoever wrote about it knows it better", () => {
    const [salts, cells] = rateExpertise(
      [paper("lithium salt purification"), paper("solid cell interfaces")],
      [
        [paper("purification of a lithium salt"), paper("crystals of lithium salt")],
        [paper("interfaces in solid state cells")],
      ],
      words,
    );
    expect(salts?.[0]).toBeGreaterThan(salts?.[1] ?? 1);
    expect(cells?.[1]).toBeGreaterThan(cells?.[0] ?? 1);
  });

  it("[FU4] a pair the wrong way round counts by its difference, a tie half", () => {
    const judged = [
      { score: 5, rated: 0.9 },
      { score: 3, rated: 0.95 },
      { score: 1, rated: 0.9 },
    ];
    expect(ratingLoss([judged])).toEqual({ loss: (2 + 4 / 2) / 8, pairs: 3 });
    expect(ratingLoss([])).toEqual({ loss: 0, pairs: 0 });
  });
});

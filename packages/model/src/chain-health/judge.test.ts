import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { concepts } from "../chain/index.ts";
import { createRandom } from "../random/create-random.ts";
import {
  applies,
  boundsOfReleased,
  countFigures,
  dealSteps,
  drawSteps,
  type Factor,
  type FactorFact,
  healthRulesOn,
  isClosed,
  isHatched,
  judgeHealth,
  openedBy,
  type Ranked,
  rankIntervals,
  releasedFactors,
  roundOut,
  scoreOf,
  shareBehind,
  toShares,
  weighEffort,
  weighNodes,
} from "./index.ts";

const day = "2026-11-29";
const fact = (given: Partial<FactorFact>): FactorFact => ({
  node: "li2co3-batt",
  factor: "tech_gap",
  low: 0.2,
  high: 0.2,
  asOf: "2026-06-30",
  source: "gap",
  path: "/gaps",
  ...given,
});
const share = fc.double({ min: 0, max: 1, noNaN: true });
const anyFact = fc
  .record({
    node: fc.constantFrom("li2co3-batt", "sse-sulfide", "selective-li", "eq-coater", "svc-pilot"),
    factor: fc.constantFrom(...healthRulesOn(day).factors.map(({ id }) => id)),
    ends: fc.tuple(share, share),
    asOf: fc.constantFrom("2019-12-31", "2024-12-31", "2026-10-31"),
  })
  .map(({ ends, ...rest }) => fact({ ...rest, low: Math.min(...ends), high: Math.max(...ends) }));
const nodeOf = (facts: readonly FactorFact[], concept = "li2co3-batt") => {
  const found = judgeHealth(facts, day, 1).find((one) => one.concept === concept);
  if (!found) throw new Error(`${concept} was not judged`);
  return found;
};

describe("how many factors have figures", () => {
  it("[WL2] a test place counts as a figure, so that list and page of a node say the same", () => {
    const { factors } = nodeOf([
      fact({}),
      fact({ factor: "laboratory", low: 0, high: 0, source: "laboratory" }),
    ]);
    expect(countFigures(factors)).toBe(2);
    expect(countFigures(factors)).toBe(factors.filter(({ why }) => why !== "missing").length);
  });
});

describe("ranks by draws", () => {
  /** Each draw by hand: scores of all links, and how many are above each. */
  function rankNaively(
    nodes: readonly Ranked[],
    weights: readonly number[],
    random: () => number,
    draws: number,
  ) {
    const ranks = nodes.map((): number[] => []);
    const steps = new Uint8Array(
      nodes.flatMap(({ factors }) => factors.filter((one) => one !== undefined)).length,
    );
    for (let draw = 0; draw < draws; draw++) {
      const drawn = weights.map((weight) => weight * (0.75 + 0.5 * random()));
      dealSteps(steps, random);
      const dealt = steps.values();
      const scores = nodes.map(({ factors }) => {
        const asked = factors.flatMap((factor, at) =>
          factor === undefined ? [] : [{ factor, weight: drawn[at] ?? 0 }],
        );
        const values = asked.map(({ factor }) => {
          const [low, high] =
            factor === null ? [0, 1] : typeof factor === "number" ? [factor, factor] : factor;
          const step = dealt.next().value ?? 0;
          return low === high ? low : low + ((high - low) * (step + 0.5)) / drawSteps;
        });
        return Math.round(
          1e9 *
            Math.log(
              scoreOf(
                values,
                asked.map(({ weight }) => weight),
              ).geometric[0],
            ),
        );
      });
      for (const [at, score] of scores.entries())
        ranks[at]?.push(1 + scores.filter((other) => other > score).length);
    }
    return nodes.map(({ id }, at) => {
      const sorted = (ranks[at] ?? []).toSorted((a, b) => a - b);
      const at5 = (part: number) => sorted[Math.min(draws - 1, Math.floor(part * draws))];
      return { id, low: at5(0.05), mid: at5(0.5), high: at5(0.95) };
    });
  }

  it("[WL3] are those that counting by hand gives", () => {
    const factor: fc.Arbitrary<Factor | undefined> = fc.oneof(
      // Steps of a hundredth: what is equal is equal in both.
      fc.integer({ min: 1, max: 99 }).map((one) => one / 100),
      fc.constant(null),
      fc.constant(undefined),
      fc.tuple(share, share).map(([a, b]): Factor => [Math.min(a, b), Math.max(a, b)]),
    );
    const nodes = fc.array(
      fc
        .tuple(share, fc.array(factor, { minLength: 3, maxLength: 3 }))
        .map(([first, rest]) => [first, ...rest]),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(nodes, fc.nat(), (given, seed) => {
        const ranked = given.map((factors, at) => ({ id: String(at), factors }));
        const weights = [0.3, 0.25, 0.25, 0.2];
        const found = rankIntervals(ranked, weights, createRandom(seed), 60);
        expect(found).toEqual(rankNaively(ranked, weights, createRandom(seed), 60));
      }),
      { numRuns: 60 },
    );
  });
});

describe("a node of the chain", () => {
  it("[WL5] is asked only what applies to it, and what nobody knows is anything", () => {
    const salt = nodeOf([fact({})]);
    expect(salt.factors.map(({ factor, why }) => [factor, why])).toEqual([
      ["import_dependence", "missing"],
      ["source_concentration", "missing"],
      ["firm_concentration", "missing"],
      ["tech_gap", null],
      ["patent_exposure", "missing"],
      ["capacity_gap", "missing"],
      ["unanswered_needs", "missing"],
      ["laboratory", "missing"],
    ]);
    expect(salt.known).toBe(1);
    expect(isHatched(salt.factors)).toBe(false);
    expect(salt.factors[3]).toMatchObject({ low: 0.4, high: 0.4, ageDays: 152 });
    expect(salt.rank).toEqual({ low: 1, mid: 1, high: 1 });
    expect(nodeOf([], "svc-pilot")).toMatchObject({ known: 0, rank: null, arithmetic: [0, 1] });
    const [type, link] = ["process", "recycling"] as const;
    const asked = healthRulesOn(day).factors.filter((rule) => applies(rule, { type, link }));
    expect(asked.map(({ id }) => id)).toContain("recovery_gap");
    expect(judgeHealth([], day, 1)).toHaveLength(concepts.length);
  });

  it("[WL1] is not moved by what is known of another one", () => {
    fc.assert(
      fc.property(fc.array(anyFact, { maxLength: 12 }), anyFact, (facts, other) => {
        const own = facts.filter(({ node }) => node === "sse-sulfide");
        const { rank: _before, ...before } = nodeOf(own, "sse-sulfide");
        const rest = [...facts, { ...other, node: "li2co3-batt" }];
        const { rank: _after, ...after } = nodeOf(rest, "sse-sulfide");
        expect(after).toEqual(before);
      }),
      { numRuns: 25 },
    );
  });

  it("[WL8] takes the newest figure, and one older than its half-life opens its bounds", () => {
    const old = nodeOf([fact({ asOf: "2019-12-31" })]);
    expect(isHatched(old.factors)).toBe(true);
    expect(old.factors[3]?.why).toBe("aged");
    expect(old.factors[3]?.low).toBeLessThan(0.4);
    expect(old.factors[3]?.high).toBeGreaterThan(0.4);
    expect([0, 100, 200, 300].map((age) => openedBy(age, 100))).toEqual([0, 0, 0.5, 0.75]);
    const newest = nodeOf([fact({ asOf: "2019-12-31" }), fact({ low: 0.1, high: 0.1 })]);
    expect(newest.factors[3]).toMatchObject({ low: 0.2, high: 0.2, why: null });
  });

  it("[WL7] publishes its score rounded outward to what its width warrants", () => {
    expect(roundOut([0.7509, 0.7509])).toEqual([0.75, 0.751]);
    expect(roundOut([0.1903, 0.478])).toEqual([0.15, 0.5]);
    fc.assert(
      fc.property(share, share, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const [from, to] = roundOut([low, high]);
        expect(from).toBeLessThanOrEqual(low + 1e-9);
        expect(to).toBeGreaterThanOrEqual(high - 1e-9);
      }),
    );
  });
});

describe("a withheld figure", () => {
  const withheld = fc.constantFrom(...releasedFactors);
  /** What a release prints of a hidden value: bounds that hold it, drawn without looking at it. */
  const released = fc
    .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 61, max: 100 }))
    .map(([low, high]) => ({
      status: "withheld" as const,
      value: null,
      low: String(low),
      high: String(high),
    }));

  it("[WL7] leaves nothing behind: whatever it is, two snapshots and their difference say the same", () => {
    fc.assert(
      fc.property(
        withheld,
        released,
        fc.array(anyFact, { maxLength: 8 }),
        anyFact,
        share,
        share,
        (one, answer, known, change, hidden, other) => {
          const rule = healthRulesOn(day).factors.find(({ id }) => id === one.factor);
          const bounds = boundsOfReleased(one, answer);
          if (!bounds || !rule) throw new Error("a withheld figure has bounds");
          const toSnapshot = (facts: readonly FactorFact[]) =>
            judgeHealth(
              [
                ...facts,
                fact({
                  node: one.node,
                  factor: one.factor,
                  ...bounds,
                  asOf: "2026-10-31",
                  source: "release",
                }),
              ],
              day,
              7,
            ).map(({ factors: _factors, ...node }) => node);
          // The attacker knows all other facts, sees both snapshots and tries every value within the printed bounds: the published score
          // of a world with that value lies within what was published, in either snapshot, so none of them is ruled out.
          for (const facts of [known, [...known, change]]) {
            const published = toSnapshot(facts).find(({ concept }) => concept === one.node);
            for (const part of [0, hidden, other, 1]) {
              const value = bounds.low + (bounds.high - bounds.low) * part;
              const truth = judgeHealth(
                [
                  ...facts,
                  fact({ node: one.node, factor: one.factor, low: value, high: value, asOf: "2026-10-31" }),
                ],
                day,
                7,
              ).find(({ concept }) => concept === one.node);
              for (const score of ["arithmetic", "geometric"] as const) {
                expect(truth?.[score][0]).toBeGreaterThanOrEqual((published?.[score][0] ?? 1) - 1e-9);
                expect(truth?.[score][1]).toBeLessThanOrEqual((published?.[score][1] ?? 0) + 1e-9);
              }
            }
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  it("[WL7] is what its release prints, and an absent one is missing", () => {
    const rate = { scale: 0.01, rest: true } as const;
    expect(
      boundsOfReleased(rate, { status: "published", value: "90", low: null, high: null })?.low,
    ).toBeCloseTo(0.1, 12);
    expect(boundsOfReleased(rate, { status: "withheld", value: null, low: "40", high: null })).toEqual({
      low: 0,
      high: 0.6,
      why: "withheld",
    });
    expect(boundsOfReleased(rate, { status: "absent", value: null, low: null, high: null })).toBeNull();
  });
});

describe("a gap", () => {
  it("[WL6] is the share of the way to the frontier that is left", () => {
    expect(shareBehind({ domestic: 1.4, frontier: 2.1, better: "higher" })).toBeCloseTo(1 / 3, 12);
    expect(shareBehind({ domestic: 134, frontier: 6.4, better: "lower" })).toBeCloseTo(127.6 / 134, 12);
    expect(shareBehind({ domestic: 80, frontier: 90, better: "higher", floor: 50 })).toBe(0.25);
    expect(shareBehind({ domestic: 10, frontier: 5, better: "lower", floor: 15 })).toBe(0.5);
    expect(shareBehind({ domestic: 98, frontier: 90, better: "higher" })).toBe(0);
  });

  it("[WL9] is closed when nine tenths of the way are done, exactly nine tenths included", () => {
    expect(isClosed({ domestic: 90, frontier: 100, better: "higher" })).toBe(true);
    expect(isClosed({ domestic: 89.9, frontier: 100, better: "higher" })).toBe(false);
  });
});

describe("effort over many links", () => {
  it("[WL4] calls a link an orphan above an even share, and shares add up", () => {
    const gap = Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`n${at}`, at === 0 ? 3 : 1]));
    const { orphans } = weighEffort(toShares(gap), toShares({ n1: 4 }), 1 / 20);
    expect(orphans).toEqual(["n0"]);
    expect(toShares({ a: 1, b: 3 })).toEqual({ a: 0.25, b: 0.75 });
    expect(toShares({ a: 0 })).toEqual({ a: 0 });
  });

  it("[WL4] counts no need as effort, and fewer than three things crowd nothing", () => {
    const gaps = { a: 0.6, b: 0.2, c: 0.2 };
    const few = weighNodes(gaps, { a: { need: 9 }, b: { project: 2 } });
    expect(few.of.a).toEqual({
      gap: expect.closeTo(0.6, 12),
      effort: 0,
      counts: { need: 9 },
      verdict: "orphan",
    });
    expect(few.of.b).toMatchObject({ effort: 1, verdict: null });
    expect(few.mismatch).toBeCloseTo(0.8, 12);
    expect(weighNodes(gaps, { b: { project: 2, call: 1 } }).of.b?.verdict).toBe("crowded");
    expect(weighNodes(gaps, {}).mismatch).toBeCloseTo(0.5, 12);
  });
});

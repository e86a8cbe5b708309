import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyDocument } from "../../../testing/match-document.ts";
import { judgePair } from "../score/judge-pair.ts";
import { handWeights } from "../score/weights.ts";
import { featureKey, featuresOf } from "./features-of.ts";
import { type AnswerCell, learnWeights } from "./learn-weights.ts";
import { reportChange } from "./report-change.ts";
import { featureNames, fromVector, toVector } from "./weight-vector.ts";

const need = anyDocument("need");
const capability = anyDocument("capability");
const size = featureNames.length;

/** Cells as aggregation would hand them over: any features, counts and numbers of organizations. */
const cells: fc.Arbitrary<readonly AnswerCell[]> = fc.array(
  fc.record({
    features: fc
      .array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: size, maxLength: size })
      .map((values) =>
        values.map((value, index) => (index === 0 ? 1 : index > 17 && index < 36 ? -value : value)),
      ),
    accepted: fc.nat(40),
    declined: fc.record({ figures: fc.nat(20), price_band: fc.nat(20) }),
    organizations: fc.integer({ min: 1, max: 30 }),
  }),
  { maxLength: 8 },
);

describe("learning from answers", { timeout: 30_000 }, () => {
  it("[MT45] the features of a pair times the weights are the logit of the side that looks", () => {
    fc.assert(
      fc.property(need, capability, (own, offer) => {
        const logit = featuresOf(own, offer).reduce(
          (sum, value, index) => sum + value * (toVector(handWeights)[index] ?? 0),
          0,
        );
        expect(1 / (1 + Math.exp(-logit))).toBeCloseTo(judgePair(own, offer, own).inclination.own, 9);
      }),
      { numRuns: 60 },
    );
    expect(fromVector(toVector(handWeights), handWeights, handWeights.version)).toEqual({
      ...handWeights,
      base: expect.closeTo(handWeights.base, 9),
    });
  });

  it("[MT45] cells of fewer than ten organizations teach nothing, and without answers the prior stays", () => {
    fc.assert(
      fc.property(cells, (all) => {
        const options = { prior: handWeights, version: "test-1" };
        const enough = all.filter(({ organizations }) => organizations >= 10);
        expect(learnWeights(all, options).weights).toEqual(learnWeights(enough, options).weights);
        expect(toVector(learnWeights([], options).weights)).toEqual(toVector(handWeights));
        expect(learnWeights(all, options).cellsLeftOut).toBe(all.length - enough.length);
      }),
      { numRuns: 40 },
    );
  });

  it("[MT14] [MT45] whatever is learned, the likelihood does not fall beneath the prior's and no limit breaks", () => {
    fc.assert(
      fc.property(cells, (all) => {
        const { weights, loss } = learnWeights(all, { prior: handWeights, version: "test-1" });
        expect(loss.after).toBeLessThanOrEqual(loss.before + 1e-9);
        expect(
          toVector(weights)
            .slice(1)
            .every((weight) => weight >= 0),
        ).toBe(true);
        expect(weights.part.short).toBeLessThanOrEqual(weights.hard.short);
        expect(weights.wish.short).toBeLessThanOrEqual(weights.part.short);
        expect(weights.wish.open + weights.wish.broken).toBeLessThanOrEqual(
          weights.hard.open + weights.part.broken + 1e-9,
        );
      }),
      { numRuns: 60 },
    );
  });

  it("[MT45] what is declined more often than foreseen costs more, and the report names what would change", () => {
    const open = featureNames.map((name) =>
      name === "base" || name === "tie.same" ? 1 : name === "hard.open" ? -1 : 0,
    );
    const cell: AnswerCell = { features: open, accepted: 40, declined: { figures: 160 }, organizations: 25 };
    const { weights } = learnWeights([cell], { prior: handWeights, version: "test-1" });
    expect(weights.hard.open).toBeGreaterThan(handWeights.hard.open);
    expect(weights.version).toBe("test-1");
    const [own, offer] = [
      fc.sample(need, { seed: 3, numRuns: 3 }),
      fc.sample(capability, { seed: 4, numRuns: 5 }),
    ];
    const same = reportChange(own, offer, handWeights, handWeights);
    expect([same.meanChange, same.largest, same.firstPlaces]).toEqual([0, [], []]);
    const report = reportChange(own, offer, handWeights, weights);
    expect([report.from, report.to, report.pairs]).toEqual([handWeights.version, "test-1", 15]);
    expect(report.meanChange).toBeGreaterThan(0);
  });

  it("[MT45] alike pairs are counted under one key", () => {
    expect(featureKey([1, 0.9, -0.1])).toBe(featureKey([1, 1.1, 0]));
  });
});

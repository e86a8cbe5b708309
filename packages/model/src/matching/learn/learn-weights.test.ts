import fc from "fast-check";
import { describe, expect, it } from "vitest";
import golden from "../../../testing/golden/postings.json" with { type: "json" };
import { anyDocument } from "../../../testing/match-document.ts";
import { fromPostingFile } from "../adapt/from-posting-file.ts";
import { judgePair } from "../score/judge-pair.ts";
import { rankCandidates } from "../score/rank-candidates.ts";
import { handWeights } from "../score/weights.ts";
import { calibrationError } from "./calibration-error.ts";
import { featureKey, featuresOf } from "./features-of.ts";
import { type AnswerCell, learnWeights } from "./learn-weights.ts";
import { reportCalibration, reportChange } from "./report-change.ts";
import { reportGolden } from "./report-golden.ts";
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
    declined: fc.nat(40),
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

  it("[MT45] the prior counts as about twenty answers to one kind of pair", () => {
    const known = ["base", "tie.same", "text"];
    const features = featureNames.map((name) => Number(known.includes(name)));
    const cell: AnswerCell = { features, accepted: 0, declined: 20, organizations: 20 };
    const { weights } = learnWeights([cell], { prior: handWeights, version: "test-1" });
    const { before, after } = reportCalibration([cell], handWeights, weights);
    expect(after / before).toBeCloseTo(0.5, 1);
  });

  it("[MT45] what is declined more often than foreseen costs more, and the report names what would change", () => {
    const open = featureNames.map((name) =>
      name === "base" || name === "tie.same" ? 1 : name === "hard.open" ? -1 : 0,
    );
    const cell: AnswerCell = { features: open, accepted: 40, declined: 160, organizations: 25 };
    const { weights } = learnWeights([cell], { prior: handWeights, version: "test-1" });
    expect(weights.hard.open).toBeGreaterThan(handWeights.hard.open);
    expect(weights.version).toBe("test-1");
    const [own, offer] = [
      fc.sample(need, { seed: 3, numRuns: 3 }),
      fc.sample(capability, { seed: 4, numRuns: 5 }),
    ];
    const slates = own.map((one) => ({ own: one, others: offer }));
    const same = reportChange(slates, handWeights, handWeights);
    expect([same.meanChange, same.largest, same.firstPlaces]).toEqual([0, [], []]);
    const report = reportChange(slates, handWeights, weights);
    expect([report.from, report.to, report.slates, report.pairs]).toEqual([
      handWeights.version,
      "test-1",
      3,
      15,
    ]);
    expect(report.meanChange).toBeGreaterThan(0);
    const calibration = reportCalibration([cell], handWeights, weights);
    expect(calibration.after).toBeLessThan(calibration.before);
    expect(reportCalibration([{ ...cell, organizations: 9 }], handWeights, weights)).toEqual({
      before: 0,
      after: 0,
    });
  });

  it("[MT45] the calibration error is the mean gap of the bins", () => {
    expect(calibrationError([])).toBe(0);
    const cases = [
      { probability: 0.82, share: 1, count: 10 },
      { probability: 0.88, share: 0.5, count: 10 },
      { probability: 0.1, share: 0.3, count: 20 },
    ];
    expect(calibrationError(cases)).toBeCloseTo((Math.abs(8.2 + 8.8 - 15) + 4) / 40, 9);
  });

  it("[MT45] a ranking weighs with the weights that it is given, and names their version", () => {
    const [own] = fc.sample(need, { seed: 3, numRuns: 1 });
    const others = fc.sample(capability, { seed: 4, numRuns: 5 });
    if (!own) throw new Error("a need");
    const weights = { ...handWeights, version: "test-2", base: 9 };
    const { matches, nearMisses, broken } = rankCandidates(own, own, others, { limit: 5, weights });
    for (const { id, result } of [...matches, ...nearMisses, ...broken]) {
      const other = others.find((one) => one.id === id);
      expect(other && judgePair(own, other, own, other, weights)).toEqual(result);
      expect(result.modelVersion).toBe("test-2");
    }
    expect(matches.length + nearMisses.length + broken.length).toBeGreaterThan(0);
  });

  it("[MT45] the report on graded postings counts moved and right first places of every file", async () => {
    const [plain, dear] = [handWeights, { ...handWeights, version: "dear", base: -30 }];
    const file = fromPostingFile({
      needs: golden.needs.slice(0, 4),
      capabilities: golden.capabilities.slice(0, 6),
      judgements: golden.judgements,
    });
    const report = await reportGolden([file, file], plain, dear);
    const firsts = file.needs.map(
      (one) => rankCandidates(one, one, file.capabilities, { limit: 1 }).matches[0]?.id,
    );
    expect(report).toMatchObject({
      needs: 8,
      pairs: 48,
      firstPlacesMoved: 2 * firsts.filter((first) => first !== undefined).length,
      rightFirst: { before: report.answerable, after: 0 },
    });
    expect(report.answerable).toBeGreaterThan(0);
    expect(report.calibration.after).toBeGreaterThan(report.calibration.before);
    expect(await reportGolden([file], plain, plain)).toMatchObject({ meanChange: 0, firstPlacesMoved: 0 });
  });

  it("[MT45] alike pairs are counted under one key", () => {
    expect(featureKey([1, 0.9, -0.1])).toBe(featureKey([1, 1.1, 0]));
  });
});

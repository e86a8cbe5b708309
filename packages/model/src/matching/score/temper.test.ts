import fc from "fast-check";
import { expect, it } from "vitest";
import type { MatchDocument } from "../document.ts";
import { judgePair } from "./judge-pair.ts";
import { temper } from "./temper.ts";
import { handWeights, suggestedScore } from "./weights.ts";

const logitOf = (score: number) => Math.log(score / (1 - score));

it("[MT128] what is suggested stays so, and the order of pairs stays", () => {
  // In hundredths, so that no two sums differ by less than a number can tell.
  const logits = fc.integer({ min: -900, max: 900 }).map((hundredths) => hundredths / 100);
  fc.assert(
    fc.property(logits, logits, (a, b) => {
      const [first, second] = [temper(a, { beyond: 0.6 }), temper(b, { beyond: 0.6 })];
      expect(Math.sign(first - second)).toBe(Math.sign(a - b));
      expect(first >= logitOf(suggestedScore)).toBe(a >= logitOf(suggestedScore));
      expect(first).toBeLessThanOrEqual(a);
    }),
  );
});

it("[MT128] a pair that was only heard is less sure than its evidence adds up to, and its reasons add up to its score", () => {
  const posting = (id: string, kind: "need" | "capability", heard: boolean): MatchDocument => ({
    id,
    kind,
    lang: "en",
    title: "battery-grade lithium carbonate, 99.5 % min",
    body: "Li2CO3, sodium max 250 ppm, 40 t a month",
    concepts: ["li2co3-batt"],
    figures: [],
    ...(heard ? { heard: true } : {}),
  });
  const need = posting("n", "need", true);
  const offer = posting("o", "capability", true);
  const { heard, ...rest } = handWeights;
  const plain = heard ? { ...rest, heard: { ...heard, beyond: 1 } } : handWeights;
  const [now, added] = [judgePair(need, offer, need), judgePair(need, offer, need, offer, plain)];
  expect(added.score).toBeGreaterThan(suggestedScore);
  expect(now.score).toBeLessThan(added.score);
  expect(now.score).toBeGreaterThan(suggestedScore);
  expect(now.reasons.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(logitOf(now.score), 9);
  const [sure, sureNow] = [posting("n", "need", false), posting("o", "capability", false)];
  expect(judgePair(sure, sureNow, sure).score).toBe(judgePair(sure, sureNow, sure, sureNow, plain).score);
});

import { expect, it } from "vitest";
import { handWeights } from "../score/weights.ts";
import { examplePairs } from "./example-pair.ts";

it("[MT14] shows pairs that start where pairs start today, and adds up to their order", () => {
  const { met, open, missed } = examplePairs(handWeights);
  const start = ({ reasons }: typeof met) => reasons.find(({ code }) => code === "base")?.weight;
  // Only the time of delivery is not asked for, and counts as met.
  expect(start(met)).toBeCloseTo(handWeights.base + handWeights.credit.delivery, 9);
  expect([start(open), start(missed)]).toEqual([start(met), start(met)]);
  expect(met.reasons.map(({ code }) => code)).toEqual(
    expect.arrayContaining(["base", "concept_same", "figure_pass", "cooperation_pass"]),
  );
  const sum = ({ reasons }: typeof met) => reasons.reduce((whole, { weight }) => whole + weight, 0);
  expect(sum(met)).toBeGreaterThan(sum(open));
  expect(sum(open)).toBeGreaterThan(sum(missed));
});

import type { MatchDocument } from "../document.ts";
import { pairOf } from "../score/judge-pair.ts";
import { weighSide } from "../score/weigh-side.ts";
import { handWeights, type MatchWeights } from "../score/weights.ts";
import { featureNames, fromVector } from "./weight-vector.ts";

const { heard: _, ...confirmed } = handWeights;
const bare: MatchWeights = { ...confirmed, credit: { figures: 0, cooperation: 0, delivery: 0 } };
const units = featureNames.map((_, index) =>
  fromVector(
    featureNames.map((__, other) => Number(other === index)),
    bare,
    "unit",
  ),
);

/**
 * What speaks for and against a pair as the side that answers sees it, in the order of featureNames: the logit of that
 * side is the sum of features times weights. [MT45]
 */
export function featuresOf(own: MatchDocument, other: MatchDocument): readonly number[] {
  const { side, pair } = pairOf(own, other);
  return units.map((weights) => weighSide(side, pair, weights).reduce((sum, { weight }) => sum + weight, 0));
}

/** A key under which alike pairs are counted together: every feature to the nearest quarter. @example featureKey([1, 0.9]) // "1,1" */
export function featureKey(features: readonly number[]): string {
  return features.map((value) => Math.round(value * 4) / 4 + 0).join(",");
}

import type { FactorId } from "./factor.ts";
import { type JudgedFactor, roundOut } from "./judge.ts";
import { type Bounds, least } from "./score.ts";

/** What one part gives to a score: all bounds are 0 to 1. */
export type ScorePart = {
  /** Null for all factors together that nobody knows. */
  readonly factor: FactorId | null;
  /** How many factors the part holds. */
  readonly count: number;
  /** Of the weights that apply to the node, which make 1 together. */
  readonly weight: number;
  readonly weakness: Bounds;
  /** The weakness to the power of its weight: what the score is multiplied by. */
  readonly times: Bounds;
  /** The weakness times its weight: what the mean is added up from. */
  readonly plus: Bounds;
};

export type ScoreSum = {
  /** The known factors by weight, then the unknown ones as one part. */
  readonly parts: readonly ScorePart[];
  /** All of `times` multiplied, and all of `plus` added, before anything is rounded. */
  readonly product: Bounds;
  readonly mean: Bounds;
  /** Both as they are published. */
  readonly score: Bounds;
  readonly roundedMean: Bounds;
};

/**
 * How the score of a node comes about: what each factor gives to the product, and to the mean that is not the score. [WL2]
 * @example explainScore([{ factor: "tech_gap", weight: 1, low: 0.5, high: 0.5, … }]).product // [0.5, 0.5]
 */
export function explainScore(factors: readonly JudgedFactor[]): ScoreSum {
  const whole = sum(factors.map(({ weight }) => weight));
  const known = factors.filter(({ fact }) => fact !== null).toSorted((a, b) => b.weight - a.weight);
  const unknown = factors.filter(({ fact }) => fact === null);
  const parts = known.map((one) => toPart(one.factor, 1, one.weight / whole, [one.low, one.high]));
  if (unknown.length > 0)
    parts.push(toPart(null, unknown.length, sum(unknown.map(({ weight }) => weight)) / whole, [0, 1]));
  const product = bothEnds((end) => parts.reduce((result, { times }) => result * times[end], 1));
  const mean = bothEnds((end) => sum(parts.map(({ plus }) => plus[end])));
  return { parts, product, mean, score: roundOut(product), roundedMean: roundOut(mean) };
}

function toPart(factor: FactorId | null, count: number, weight: number, weakness: Bounds): ScorePart {
  return {
    factor,
    count,
    weight,
    weakness,
    times: bothEnds((end) => Math.max(weakness[end], least) ** weight),
    plus: bothEnds((end) => weakness[end] * weight),
  };
}

const bothEnds = (of: (end: 0 | 1) => number): Bounds => [of(0), of(1)];
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

import type { MatchWeights } from "../score/weights.ts";
import { type AnswerCell, leastOrganizations } from "./learn-weights.ts";
import { toVector } from "./weight-vector.ts";

/** Of the pairs for which a version foretells an inclination within [from, to), how many answered, and how many went on. */
export type Answered = {
  readonly from: number;
  readonly to: number;
  readonly answers: number;
  readonly wentOn: number;
};

const spans = 5;

/**
 * What came of pairs that a version takes for alike: its answers in five spans of what it foretells, in voices as they are
 * counted. A span without answers, or with fewer than the least, is left out. [MT71]
 * @example tellAnswered(cells, learned) // [{ from: 0.6, to: 0.8, answers: 25, wentOn: 20 }]
 */
export function tellAnswered(cells: readonly AnswerCell[], weights: MatchWeights): readonly Answered[] {
  const vector = toVector(weights);
  const sums = Array.from({ length: spans }, (_, at) => ({
    from: at / spans,
    to: (at + 1) / spans,
    answers: 0,
    wentOn: 0,
  }));
  for (const { features, accepted, declined, organizations } of cells) {
    if (organizations < leastOrganizations) continue;
    const logit = features.reduce((sum, value, index) => sum + value * (vector[index] ?? 0), 0);
    const sum = sums[Math.min(spans - 1, Math.floor(spans / (1 + Math.exp(-logit))))];
    if (!sum) continue;
    sum.answers += accepted + declined;
    sum.wentOn += accepted;
  }
  return sums.filter(({ answers }) => answers >= leastOrganizations);
}

/** What is told beside a match: the span that its inclination lies in, if enough answered there. */
export function answeredLike(answered: readonly Answered[], inclination: number): Answered | undefined {
  return answered.find(({ from, to }) => inclination >= from && (inclination < to || to === 1));
}

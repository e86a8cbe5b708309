import type { MatchWeights } from "../score/weights.ts";
import { solveLinear } from "./solve-linear.ts";
import { featureNames, fromVector, toVector } from "./weight-vector.ts";

/**
 * Answers to introductions of alike pairs, counted over organizations; never of one pair and never from returns.
 * `features` in the order of featureNames, as the side that answers sees them.
 */
export type AnswerCell = {
  readonly features: readonly number[];
  readonly accepted: number;
  /** Each as much as its reason says of the match; see declineEvidence. */
  readonly declined: number;
  /** Distinct organizations that answered. */
  readonly organizations: number;
};

export type LearnOptions = {
  readonly prior: MatchWeights;
  /** Name of the new weight set; must differ from the prior's. */
  readonly version: string;
  /** More keeps the weights nearer to the prior; a sixteenth of it is about what the prior counts in answers to one kind of pair. */
  readonly strength?: number;
};

export type LearnedWeights = {
  readonly weights: MatchWeights;
  readonly answers: number;
  readonly cellsUsed: number;
  /** Cells of too few organizations, which were not looked at. */
  readonly cellsLeftOut: number;
  /** Mean negative log likelihood an answer, before and after. */
  readonly loss: { readonly before: number; readonly after: number };
};

/** A cell of fewer organizations could tell of one of them. */
export const leastOrganizations = 10;
const steps = 60;
const spread = 0.5;
const defaultStrength = 320;

type Cell = { readonly x: readonly number[]; readonly yes: number; readonly no: number };

/**
 * Weights that fit the answers better and stay near the prior: logistic regression with a normal prior around each weight,
 * as wide as the weight itself, under the limits that keep a stricter need from gaining. Deterministic. [MT45]
 * @example learnWeights([], { prior, version: "learned-1" }).weights.hard // the prior's
 */
export function learnWeights(
  cells: readonly AnswerCell[],
  { prior, version, strength = defaultStrength }: LearnOptions,
): LearnedWeights {
  const used = cells.filter(({ organizations }) => organizations >= leastOrganizations).map(toCell);
  const start = toVector(prior);
  const tightness = start.map((weight) => strength / Math.max(spread, Math.abs(weight)) ** 2);
  let vector = start;
  for (let step = 0; step < steps; step++) {
    const next = improve(used, vector, start, tightness);
    if (next === null) break;
    vector = next;
  }
  const answers = used.reduce((sum, { yes, no }) => sum + yes + no, 0);
  const mean = (weights: readonly number[]) => (answers === 0 ? 0 : lossOf(used, weights) / answers);
  return {
    weights: fromVector(vector, prior, version),
    answers,
    cellsUsed: used.length,
    cellsLeftOut: cells.length - used.length,
    loss: { before: mean(start), after: mean(vector) },
  };
}

function toCell({ features, accepted, declined }: AnswerCell): Cell {
  return { x: features, yes: accepted, no: declined };
}

/** One Newton step, shortened until it helps and put back within the limits; null when nothing helps any more. */
function improve(
  cells: readonly Cell[],
  vector: readonly number[],
  start: readonly number[],
  tightness: readonly number[],
): readonly number[] | null {
  const gradient = vector.map((weight, index) => (tightness[index] ?? 0) * (weight - (start[index] ?? 0)));
  const curve = vector.map((_, row) =>
    vector.map((__, column) => (row === column ? (tightness[row] ?? 0) : 0)),
  );
  for (const { x, yes, no } of cells) {
    const p = probability(x, vector);
    const pull = (yes + no) * p - yes;
    const bend = (yes + no) * p * (1 - p);
    for (const [row, value] of x.entries()) {
      if (value === 0) continue;
      gradient[row] = (gradient[row] ?? 0) + pull * value;
      const line = curve[row];
      if (line)
        for (const [column, other] of x.entries()) line[column] = (line[column] ?? 0) + bend * value * other;
    }
  }
  const direction = solveLinear(curve, gradient);
  const price = (weights: readonly number[]) =>
    lossOf(cells, weights) +
    weights.reduce(
      (sum, weight, index) => sum + ((tightness[index] ?? 0) / 2) * (weight - (start[index] ?? 0)) ** 2,
      0,
    );
  const now = price(vector);
  for (let length = 1; length > 1e-4; length /= 2) {
    const next = keepLimits(vector.map((weight, index) => weight - length * (direction[index] ?? 0)));
    if (price(next) < now - 1e-9) return next;
  }
  return null;
}

/** [MT14] No weight but the base is negative; a part is no dearer than the whole, a wish no dearer than a requirement. */
function keepLimits(vector: readonly number[]): readonly number[] {
  const kept = vector.map((weight, index) => (index === 0 ? weight : Math.max(0, weight)));
  const at = (name: string) => featureNames.indexOf(name);
  const cap = (name: string, most: number) => {
    const index = at(name);
    kept[index] = Math.min(kept[index] ?? 0, Math.max(0, most));
  };
  const value = (name: string) => kept[at(name)] ?? 0;
  cap("part.broken", value("hard.broken"));
  cap("part.short", value("hard.short"));
  cap("wish.open", value("hard.open"));
  cap("wish.broken", value("part.broken") + value("hard.open") - value("wish.open"));
  cap("wish.short", value("part.short"));
  return kept;
}

function lossOf(cells: readonly Cell[], vector: readonly number[]): number {
  return cells.reduce((sum, { x, yes, no }) => {
    const p = probability(x, vector);
    return sum - yes * Math.log(p) - no * Math.log(1 - p);
  }, 0);
}

function probability(x: readonly number[], vector: readonly number[]): number {
  const logit = x.reduce((sum, value, index) => sum + value * (vector[index] ?? 0), 0);
  return Math.min(1 - 1e-9, Math.max(1e-9, 1 / (1 + Math.exp(-logit))));
}

import { machine } from "../../state/index.ts";

/** A task of a reviewer: offered by the assignment, then done, declined or given up for a conflict. [FU16] */
export const reviewMachine = machine({
  name: "fund_review",
  start: "assigned",
  states: { assigned: {}, submitted: { end: true }, declined: { end: true }, recused: { end: true } },
  steps: {
    submit: { from: ["assigned"], to: "submitted", who: "invited" },
    decline: { from: ["assigned"], to: "declined", who: "invited", reason: true },
    recuse: { from: ["assigned"], to: "recused", who: "invited", reason: true },
  },
});
export type ReviewState = keyof typeof reviewMachine.states;

/** Scores run from 1 to 5 in whole steps. */
export const scoreBounds = { min: 1, max: 5 } as const;

/** The figure of a review: its scores by the weights of the call. @example figureOfReview([5, 4, 3], [50, 30, 20]) // 4.3 */
export const figureOfReview = (scores: readonly number[], weights: readonly number[]): number =>
  scores.reduce((sum, score, at) => sum + score * (weights[at] ?? 0), 0) / 100;

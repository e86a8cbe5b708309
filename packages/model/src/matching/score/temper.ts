import { type HeardWeights, suggestedScore } from "./weights.ts";

const suggested = Math.log(suggestedScore / (1 - suggestedScore));

/**
 * Words, ties and figures that were heard say the same thing in part, so that what speaks for a pair beyond a suggestion counts less
 * than its sum. It keeps the order of pairs and which of them are suggested. [MT128]
 * @param logit the sum of what speaks for a pair and against it
 * @example temper(0, { beyond: 0.6 }) // -0.55: a score of 0.37 and not 0.5
 */
export function temper(logit: number, { beyond }: Pick<HeardWeights, "beyond">): number {
  return logit <= suggested ? logit : suggested + beyond * (logit - suggested);
}

/** Changes with every change of a weight, a tie or a rule of judgement; stored beside each score. */
export const modelVersion = "first-1";

/**
 * Weights in logits, set by hand and ordered by the golden set; nothing is learned yet. A condition that is met or not
 * asked earns its credit, one that is open or broken loses from it: so asking for more never earns more. [MT14]
 */
export const weights = {
  bias: -4.5,
  credit: { figures: 0.8, cooperation: 0.6, delivery: 0.2 },
  hard: { unknown: 0.5, fail: 1.2, perShortfall: 8.25, most: 3.3 },
  wish: { unknown: 0.1, fail: 0.3, perShortfall: 1.25, most: 0.5 },
  cooperation: { unknown: 0.2, partial: 1.2, fail: 2.6 },
  delivery: { unknown: 0.1, fail: 1.2 },
  sameRegion: 0.25,
  text: 0.9,
  excluded: 3.5,
  /** How much a broken figure of the demand also cools the side that offers. */
  offerSide: 0.6,
} as const;

/** Matches below this score are not shown: they share neither concept nor chain. */
export const leastScore = 0.12;

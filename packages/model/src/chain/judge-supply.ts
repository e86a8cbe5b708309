/** Live postings that name a concept, by kind. */
export type PostingCounts = {
  readonly capabilities: number;
  readonly needs: number;
  readonly projects: number;
};

/**
 * weak: needed and not offered. tight: more needs than offers. answered: needs and at least as many offers.
 * idle: offered, needed by nobody. quiet: neither.
 */
export const supplyStates = ["weak", "tight", "answered", "idle", "quiet"] as const;
export type SupplyState = (typeof supplyStates)[number];

/**
 * How the live needs of a concept stand beside its live offers. A project offers results, so it counts as an offer
 * here. Counts of postings, not of tonnes. [CH11]
 * @example judgeSupply({ capabilities: 0, needs: 2, projects: 0 }) // "weak"
 */
export function judgeSupply({ capabilities, needs, projects }: PostingCounts): SupplyState {
  const offers = capabilities + projects;
  if (needs === 0) return offers === 0 ? "quiet" : "idle";
  if (offers === 0) return "weak";
  return needs > offers ? "tight" : "answered";
}

import { descendantsOf } from "./walk-family.ts";

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

const none: PostingCounts = { capabilities: 0, needs: 0, projects: 0 };

type CountedConcept = PostingCounts & { readonly concept: string };

/**
 * How many live offers of the kinds of a concept stand beside its own: an offer of a kind answers a need of the whole, and not the other
 * way round. [CH11]
 * @param counts of all concepts, as everybody may read them
 * @example countKindOffers("high-nickel", counts) // 2, of NCM811 and NCA
 */
export function countKindOffers(concept: string, counts: readonly CountedConcept[]): number {
  const kinds = new Set(descendantsOf(concept));
  return counts
    .filter((row) => kinds.has(row.concept))
    .reduce((sum, { capabilities, projects }) => sum + capabilities + projects, 0);
}

/**
 * How the needs of a concept stand, with the offers of its kinds: what every page that speaks of unmet concepts goes by. [CH11] [BO2]
 * @example supplyOf("high-nickel", counts) // "answered", by an offer of NCM811
 */
export function supplyOf(concept: string, counts: readonly CountedConcept[]): SupplyState {
  const { capabilities, needs, projects } = counts.find((row) => row.concept === concept) ?? none;
  const kinds = needs > 0 ? countKindOffers(concept, counts) : 0;
  return judgeSupply({ capabilities: capabilities + kinds, needs, projects });
}

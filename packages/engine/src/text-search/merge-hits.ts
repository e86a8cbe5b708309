import type { Clause, TextHit, TextIndex } from "../text-index/index.ts";

/** The answers of one language, and the score that a document with every word of the query would reach there. */
export type Found = { readonly hits: readonly TextHit[]; readonly reach: number };

/**
 * One list of the answers of several languages: each score as a share of its reach, since scores of two languages have no
 * common scale. [TS4]
 */
export function mergeHits(found: readonly Found[], k: number): readonly TextHit[] {
  return found
    .flatMap(({ hits, reach }) => hits.map(({ id, score }) => ({ id, score: score / reach })))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, k);
}

/**
 * What all clauses are worth together, as BM25 counts them without saturation, and the words that the collection lacks beside
 * them: `share` is the weight of all that was asked over that of the clauses. [TS4]
 */
export function reachOf(index: TextIndex, clauses: readonly Clause[], k1: number, share: number): number {
  const rarityOf = (holders: number) => {
    const held = Math.min(index.size, Math.max(0.5, holders));
    return Math.log(1 + (index.size - held + 0.5) / (held + 0.5)) * (k1 + 1);
  };
  const holdersOf = ({ members }: Clause) =>
    members.reduce((all, { term, weight }) => all + weight * index.documentFrequency(term), 0);
  const held = clauses.reduce((sum, clause) => sum + clause.weight * rarityOf(holdersOf(clause)), 0);
  const lacking = Number.isFinite(share) ? (share - 1) * weightOf(clauses) * rarityOf(0) : 0;
  return held + lacking > 0 ? held + lacking : 1;
}

/** What the clauses weigh together. */
export function weightOf(clauses: readonly Clause[]): number {
  return clauses.reduce((sum, { weight }) => sum + weight, 0);
}

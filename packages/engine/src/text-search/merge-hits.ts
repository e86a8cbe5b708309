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

/** What all clauses are worth together, as BM25 counts them without saturation. */
export function reachOf(index: TextIndex, clauses: readonly Clause[], k1: number): number {
  const { size } = index;
  const reach = clauses.reduce((sum, { members, weight }) => {
    const holders = members.reduce(
      (all, { term, weight: part }) => all + part * index.documentFrequency(term),
      0,
    );
    const held = Math.min(size, Math.max(0.5, holders));
    return sum + weight * Math.log(1 + (size - held + 0.5) / (held + 0.5)) * (k1 + 1);
  }, 0);
  return reach > 0 ? reach : 1;
}

import type { Clause, TextHit, TextIndex } from "../text-index/index.ts";

/**
 * Feedback as in RM3 (Abdul-Jaleel et al. 2004): the documents counted by e to their score's distance from the best, so
 * that one document that stands out speaks alone; its terms by BM25 with no length and rarity.
 */
const feedback = { documents: 10, terms: 40, share: 0.4, translatedShare: 0.2, mostCommon: 0.1, k1: 1.2 };

/**
 * The query with the terms that its best documents share, at 0.4 of the whole weight (0.2 where it was
 * translated); unchanged where nothing was found. [TS3]
 * @param hits the answer to `clauses`, best first
 */
export function addFeedback(
  index: TextIndex,
  clauses: readonly Clause[],
  hits: readonly TextHit[],
  translated: boolean,
): readonly Clause[] {
  const share = translated ? feedback.translatedShare : feedback.share;
  const best = hits.slice(0, feedback.documents);
  const top = best[0]?.score ?? 0;
  const asked = clauses.reduce((sum, { weight }) => sum + weight, 0);
  const weights = new Map<string, number>();
  for (const { id, score } of best) {
    const belief = Math.exp(score - top);
    if (belief < 0.001) break;
    addTerms(index, id, belief, weights);
  }
  const chosen = [...weights].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, feedback.terms);
  const total = chosen.reduce((sum, [, weight]) => sum + weight, 0);
  if (total === 0 || asked === 0) return clauses;
  return [
    ...clauses.map((clause) => ({ ...clause, weight: ((1 - share) * clause.weight) / asked })),
    ...chosen.map(([term, weight]) => ({
      members: [{ term, weight: 1 }],
      weight: (share * weight) / total,
    })),
  ];
}

function addTerms(index: TextIndex, id: string, belief: number, weights: Map<string, number>): void {
  const terms = index.termsOf(id).filter(({ term }) => term.length > 1 && !term.includes("_"));
  const most = index.size * feedback.mostCommon;
  for (const { term, count } of terms) {
    const holders = index.documentFrequency(term);
    if (holders < 2 || holders > most) continue;
    const rarity = Math.log(1 + (index.size - holders + 0.5) / (holders + 0.5));
    const weight = (belief * count * rarity) / (count + feedback.k1);
    weights.set(term, (weights.get(term) ?? 0) + weight);
  }
}

import type { PreparedDocument } from "../prepare-document.ts";

export type SharedTerms = { readonly similarity: number; readonly terms: readonly string[] };

/**
 * Cosine of the sets of terms of two documents, with up to three of the longest shared ones; knows nothing of any other
 * document, so no third posting can move it. [MT15]
 */
export function compareTerms(a: PreparedDocument, b: PreparedDocument): SharedTerms {
  const [few, many] = a.terms.size <= b.terms.size ? [a.terms, b.terms] : [b.terms, a.terms];
  if (few.size === 0) return { similarity: 0, terms: [] };
  const shared = [...few.keys()].filter((term) => many.has(term));
  const telling = shared.filter((term) => term.length > 2 || /^\p{Script=Han}{2}$/u.test(term));
  telling.sort((x, y) => y.length - x.length || (x < y ? -1 : 1));
  const terms = telling.filter(
    (term, index) => !telling.slice(0, index).some((longer) => longer.includes(term)),
  );
  return { similarity: shared.length / Math.sqrt(few.size * many.size), terms: terms.slice(0, 3) };
}

import { isHanWord } from "../../text/index.ts";
import type { PreparedDocument } from "../prepare-document.ts";

export type SharedTerms = { readonly similarity: number; readonly terms: readonly string[] };

/**
 * Cosine of the sets of terms of two documents, with up to three of the longest shared ones that are words, no cut-out pairs of
 * characters of the index; knows nothing of any other
 * document, so no third posting can move it. [MT15]
 */
export function compareTerms(a: PreparedDocument, b: PreparedDocument): SharedTerms {
  const [few, many] = a.terms.size <= b.terms.size ? [a.terms, b.terms] : [b.terms, a.terms];
  if (few.size === 0) return { similarity: 0, terms: [] };
  const shared = [...few.keys()].filter((term) => many.has(term));
  const similarity = shared.length / Math.sqrt(few.size * many.size);
  const telling = shared.filter((term) => term.length > 2 || /^\p{Script=Han}{2}$/u.test(term));
  telling.sort((x, y) => y.length - x.length || (x < y ? -1 : 1));
  // What stands within a longer one that was left out stands within the one that it was left out for.
  const terms: string[] = [];
  for (const term of telling) {
    if (terms.length === 3) break;
    if (!terms.some((longer) => longer.includes(term)) && isWhole(term)) terms.push(term);
  }
  return { similarity, terms };
}

/** The index files pairs of characters too, such as 性异 of 磁性异物, which nobody reads as a word. */
function isWhole(term: string): boolean {
  return !/^\p{Script=Han}+$/u.test(term) || isHanWord(term);
}

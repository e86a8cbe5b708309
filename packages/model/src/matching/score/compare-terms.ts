import { labelOf, type TermWeights } from "../analyze/weigh-terms.ts";
import type { PreparedDocument } from "../prepare-document.ts";

/** `amount`: what two texts share, in the units of weighTerms; `terms`: up to three of what weighs most, in words. */
export type SharedTerms = { readonly amount: number; readonly terms: readonly string[] };

/**
 * A text in one language shares few words with one in the other: what they do share speaks for half as much again.
 */
const acrossLanguages = 1.5;
const shownTerms = 3;

/**
 * What two documents share, term by term; more that is shared is never less, and what one alone says takes nothing away. Knows
 * nothing of any other document, so no third posting can move it. [MT15] [MT60]
 */
export function compareTerms(a: PreparedDocument, b: PreparedDocument): SharedTerms {
  const shared = listShared(a.terms, b.terms);
  shared.sort((x, y) => y.share - x.share || (x.term < y.term ? -1 : 1));
  const amount = shared.reduce((sum, { share }) => sum + share, 0);
  const isForeign = a.document.lang !== b.document.lang;
  return { amount: amount * (isForeign ? acrossLanguages : 1), terms: toLabels(shared) };
}

/** Both lists are in order of their characters, so one pass finds what stands in both. */
function listShared(a: TermWeights, b: TermWeights): { readonly term: string; readonly share: number }[] {
  const shared: { readonly term: string; readonly share: number }[] = [];
  for (let [at, other] = [0, 0]; at < a.terms.length && other < b.terms.length; ) {
    const [term = "", against = ""] = [a.terms[at], b.terms[other]];
    if (term === against) {
      shared.push({ term, share: (a.weights[at] ?? 0) * (b.weights[other] ?? 0) });
      at += 1;
      other += 1;
    } else if (term < against) at += 1;
    else other += 1;
  }
  return shared;
}

/** What stands within one that is shown is not said twice. */
function toLabels(shared: readonly { readonly term: string }[]): readonly string[] {
  const labels: string[] = [];
  for (const { term } of shared) {
    if (labels.length === shownTerms) break;
    const label = labelOf(term);
    if (label !== null && !labels.some((known) => known.includes(label) || label.includes(known)))
      labels.push(label);
  }
  return labels;
}

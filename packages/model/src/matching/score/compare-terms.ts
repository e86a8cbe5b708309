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
  const [few, many] = a.terms.size <= b.terms.size ? [a.terms, b.terms] : [b.terms, a.terms];
  const shared: { readonly term: string; readonly share: number; readonly label: string | null }[] = [];
  for (const [term, { weight, label }] of few) {
    const other = many.get(term);
    if (other) shared.push({ term, share: weight * other.weight, label });
  }
  shared.sort((x, y) => y.share - x.share || (x.term < y.term ? -1 : 1));
  const amount = shared.reduce((sum, { share }) => sum + share, 0);
  const isForeign = a.document.lang !== b.document.lang;
  return { amount: amount * (isForeign ? acrossLanguages : 1), terms: toLabels(shared) };
}

/** What stands within one that is shown is not said twice. */
function toLabels(shared: readonly { readonly label: string | null }[]): readonly string[] {
  const labels: string[] = [];
  for (const { label } of shared) {
    if (labels.length === shownTerms) break;
    if (label !== null && !labels.some((known) => known.includes(label) || label.includes(known)))
      labels.push(label);
  }
  return labels;
}

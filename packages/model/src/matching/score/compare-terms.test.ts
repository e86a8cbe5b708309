import fc from "fast-check";
import { expect, it } from "vitest";
import { isHanWord } from "../../text/index.ts";
import type { PreparedDocument } from "../prepare-document.ts";
import { compareTerms } from "./compare-terms.ts";

const withTerms = (terms: readonly string[]) =>
  ({ terms: new Map(terms.map((term) => [term, 1])) }) as unknown as PreparedDocument;

/** As the rule says it: every telling term that stands in no longer one, the longest three. */
function naive(a: readonly string[], b: readonly string[]): readonly string[] {
  const shared = a.filter((term) => b.includes(term));
  const telling = shared.filter((term) => term.length > 2 || /^\p{Script=Han}{2}$/u.test(term));
  const words = telling.filter((term) => !/^\p{Script=Han}+$/u.test(term) || isHanWord(term));
  return words
    .filter((term) => !words.some((other) => other !== term && other.includes(term)))
    .sort((x, y) => y.length - x.length || (x < y ? -1 : 1))
    .slice(0, 3);
}

const terms = fc.uniqueArray(fc.stringMatching(/^[ab碳酸锂]{1,5}$/), { maxLength: 24 });

it("[MT15] shows the three longest shared terms, none within another", () => {
  fc.assert(
    fc.property(terms, terms, (a, b) => {
      const shared = a.filter((term) => b.includes(term)).length;
      const found = compareTerms(withTerms(a), withTerms(b));
      expect(found.terms).toEqual(naive(a, b));
      expect(found.similarity).toBeCloseTo(shared === 0 ? 0 : shared / Math.sqrt(a.length * b.length), 12);
    }),
  );
});

it("[MT15] shows words, no pairs of characters that the index cut out of them", () => {
  const filed = withTerms(["磁性", "性异", "异物", "碳酸锂", "酸锂", "moisture"]);
  expect(compareTerms(filed, filed).terms).toEqual(["moisture", "碳酸锂", "异物"]);
});

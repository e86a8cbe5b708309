import fc from "fast-check";
import { expect, it } from "vitest";
import { labelOf } from "../analyze/weigh-terms.ts";
import type { MatchDocument } from "../document.ts";
import { type PreparedDocument, prepareDocument } from "../prepare-document.ts";
import { compareTerms } from "./compare-terms.ts";

type Weights = Readonly<Record<string, number>>;

const withTerms = (weights: Weights, lang = "zh") => {
  const terms = Object.keys(weights).sort();
  const rows = { terms, weights: Float64Array.from(terms, (term) => weights[term] ?? 0) };
  return { document: { lang }, terms: rows } as unknown as PreparedDocument;
};
const textOf = (title: string, body = "", lang = "zh"): MatchDocument => ({
  id: title,
  kind: "need",
  concepts: [],
  title,
  body,
  lang,
  figures: [],
});
const amountOf = (a: MatchDocument, b: MatchDocument) =>
  compareTerms(prepareDocument(a), prepareDocument(b)).amount;

const weights = fc.dictionary(
  fc.stringMatching(/^[ab碳酸锂]{1,5}$/),
  fc.double({ min: 0.01, max: 3, noNaN: true }),
  { maxKeys: 24 },
);

it("[MT60] what two texts share is the sum over their terms, either way round", () => {
  fc.assert(
    fc.property(weights, weights, (a, b) => {
      const naive = Object.keys(a).reduce((sum, term) => sum + (a[term] ?? 0) * (b[term] ?? 0), 0);
      const found = compareTerms(withTerms(a), withTerms(b));
      expect(found.amount).toBeCloseTo(naive, 9);
      expect(compareTerms(withTerms(b), withTerms(a))).toEqual(found);
    }),
  );
});

it("[MT60] shows up to three shared words, the weightiest first, none within another", () => {
  fc.assert(
    fc.property(weights, weights, (a, b) => {
      const { terms } = compareTerms(withTerms(a), withTerms(b));
      const share = (term: string) => (a[term] ?? 0) * (b[term] ?? 0);
      expect(terms.length).toBeLessThanOrEqual(3);
      const readable = Object.keys(a).filter((term) => share(term) > 0 && labelOf(term) !== null);
      expect(terms.length > 0).toBe(readable.length > 0);
      for (const [at, term] of terms.entries()) {
        expect(labelOf(term)).toBe(term);
        expect(share(term)).toBeGreaterThan(0);
        expect(terms.some((other) => other !== term && other.includes(term))).toBe(false);
        if (at > 0) expect(share(terms[at - 1] ?? "")).toBeGreaterThanOrEqual(share(term));
      }
    }),
  );
});

it("[MT15] shows words, no pairs of characters that the index cut out of them", () => {
  const text = prepareDocument(textOf("磁性异物检测"));
  expect(compareTerms(text, text).terms.join(" ")).not.toContain("性异");
});

it("[MT60] a sentence more that both say never lowers what they share", () => {
  const sentence = fc.constantFrom(
    "碳酸锂主含量",
    "低温电解液",
    "sorbent for brine",
    "黑粉回收",
    "99.5 %",
    "锂云母",
  );
  fc.assert(
    fc.property(fc.array(sentence), fc.array(sentence), sentence, (a, b, more) => {
      const [one, other] = [a.join("。"), b.join("。")];
      const before = amountOf(textOf("求购", one), textOf("供应", other));
      const after = amountOf(textOf("求购", `${one}。${more}`), textOf("供应", `${other}。${more}`));
      expect(after).toBeGreaterThanOrEqual(before - 1e-9);
    }),
    { numRuns: 200 },
  );
});

it("[MT60] words of two languages meet by their sense", () => {
  const need = textOf("求购提锂吸附剂");
  expect(amountOf(need, textOf("DLE sorbent beads", "", "en"))).toBeGreaterThan(
    amountOf(need, textOf("Battery pack housings", "", "en")),
  );
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyDocument } from "../../../testing/match-document.ts";
import { searchTermsOf } from "../../text/index.ts";
import { isKnownWord, rarityOf, rarityOfWords } from "../analyze/term-rarity.ts";
import type { MatchDocument } from "../document.ts";
import { prepareDocument } from "../prepare-document.ts";
import { readDocument } from "../propose/read-document.ts";
import { toQuery } from "../search/to-query.ts";
import { answerQuery } from "./answer-query.ts";
import { judgePair } from "./judge-pair.ts";

const answer = (demand: MatchDocument, offer: MatchDocument) =>
  answerQuery(prepareDocument(demand), prepareDocument(offer));
const read = (kind: "need" | "capability", title: string, body = "", lang = "zh") =>
  readDocument({ id: title, kind, lang, title, body });

/** Clause by clause, each member looked for in the lists of what the offer says. */
function naive(demand: MatchDocument, offer: MatchDocument) {
  const countOf = (text: string, term: string) => searchTermsOf(text).filter((one) => one === term).length;
  const sums = { words: 0, concepts: 0 };
  for (const { members, weight } of toQuery(demand, [offer.kind], isKnownWord)) {
    const first = members[0]?.term ?? "";
    const isConcept = first.startsWith("concept:");
    const named = prepareDocument(offer).concepts.find(({ id }) => `concept:${id}` === first);
    const times = isConcept
      ? { 1: 4, 0: 1.5 }[Number((named?.weight ?? 0) >= 0.75) as 0 | 1] * Number(named !== undefined)
      : members.reduce(
          (sum, one) =>
            sum + one.weight * (2.5 * countOf(offer.title, one.term) + countOf(offer.body, one.term)),
          0,
        );
    const rarity = isConcept ? rarityOf(first) : rarityOfWords(members);
    sums[isConcept ? "concepts" : "words"] += (weight * rarity * times) / (times + 1.2);
  }
  return sums;
}

describe("what an offer answers of what a demand says", () => {
  it("[MT101] is the sum over the clauses of the search", () => {
    fc.assert(
      fc.property(anyDocument("need"), anyDocument("capability"), (demand, offer) => {
        const found = answer(demand, offer);
        const expected = naive(demand, offer);
        expect(found.words).toBeCloseTo(expected.words, 4);
        expect(found.concepts).toBeCloseTo(expected.concepts, 4);
      }),
      { numRuns: 200 },
    );
  });

  it("[MT101] is never less where the offer says more", () => {
    const sentence = fc.constantFrom("低温电解液", "黑粉回收", "sorbent for brine", "99.5 %", "dry room");
    fc.assert(
      fc.property(fc.array(sentence), fc.array(sentence), sentence, (asked, said, more) => {
        const demand = read("need", "求购", asked.join("。"));
        const offer = { ...read("capability", "供应"), body: said.join("。") };
        const before = answer(demand, offer).words;
        expect(answer(demand, { ...offer, body: [...said, more].join("。") }).words).toBeGreaterThanOrEqual(
          before - 1e-6,
        );
      }),
    );
  });

  it("[MT101] meets a word of the other language by the lexicon", () => {
    const demand = read("need", "求购电池回收服务");
    const one = read("capability", "Battery recycling", "", "en");
    const other = read("capability", "Office furniture", "", "en");
    expect(answer(demand, one).words).toBeGreaterThan(answer(demand, other).words);
  });

  it("[MT101] speaks where a side was only heard, and its reasons add up to the score", () => {
    const demand = read("need", "求购电池级碳酸锂", "磁性异物不高于 100 ppb");
    const offer = read("capability", "供应电池级碳酸锂", "磁性异物 60 ppb");
    const { score, reasons } = judgePair(demand, offer, demand);
    const sum = reasons.reduce((all, { weight }) => all + weight, 0);
    expect(1 / (1 + Math.exp(-sum))).toBeCloseTo(score, 9);
    const [stated, given] = [demand, offer].map(({ heard: _, ...rest }) => rest as MatchDocument);
    const textOf = (result: typeof reasons) => result.find(({ code }) => code === "text_shared")?.weight ?? 0;
    if (stated && given)
      expect(textOf(reasons)).not.toBeCloseTo(textOf(judgePair(stated, given, stated).reasons));
  });
});

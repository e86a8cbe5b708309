import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyDocument } from "../../../testing/match-document.ts";
import type { MatchDocument } from "../document.ts";
import { prepareDocument } from "../prepare-document.ts";
import { kindsThatMeet } from "../relate/side-of-pair.ts";
import { createIndex, type MatchIndex } from "./create-index.ts";
import { conceptTerm, expandQuery } from "./expand-query.ts";

const stock = fc.uniqueArray(anyDocument(), { minLength: 1, maxLength: 12, selector: ({ id }) => id });

function indexOf(documents: readonly MatchDocument[]): MatchIndex {
  const index = createIndex();
  for (const document of documents) index.put(document);
  return index;
}

function found(index: MatchIndex, query: MatchDocument, k = 100): readonly string[] {
  return index.search(query, { k }).map(({ id, score }) => `${id} ${score}`);
}

/** BM25 as it stands in the textbook, over all documents, with no index. */
function oracle(
  documents: readonly MatchDocument[],
  query: MatchDocument,
): readonly { id: string; score: number }[] {
  const kinds = kindsThatMeet(query.kind);
  const prepared = documents.map(prepareDocument);
  const lengthOf = (field: "title" | "body", { terms }: (typeof prepared)[number]) =>
    [...terms.values()].reduce((sum, count) => sum + count[field], 0);
  const mean = (field: "title" | "body") =>
    Math.max(1, prepared.reduce((sum, one) => sum + lengthOf(field, one), 0) / prepared.length);
  const holds = (one: (typeof prepared)[number], term: string) =>
    one.terms.has(term) || one.concepts.some(({ id }) => conceptTerm(id) === term);
  const scored = prepared.map((one) => {
    let score = 0;
    for (const { term, weight } of expandQuery(prepareDocument(query), kinds)) {
      if (!holds(one, term)) continue;
      const df = prepared.filter((other) => holds(other, term)).length;
      const idf = Math.log(1 + (prepared.length - df + 0.5) / (df + 0.5));
      const count = one.terms.get(term) ?? { title: 0, body: 0 };
      const title = (count.title * 2.5) / (0.6 + (0.4 * lengthOf("title", one)) / mean("title"));
      const body = count.body / (0.25 + (0.75 * lengthOf("body", one)) / mean("body"));
      const concept = one.concepts.find(({ id }) => conceptTerm(id) === term)?.weight ?? 0;
      score += weight * idf * (((title + body) * 2.2) / (title + body + 1.2) + 6 * concept);
    }
    return { id: one.document.id, kind: one.document.kind, score };
  });
  return scored
    .filter(({ id, kind, score }) => score > 0 && id !== query.id && kinds.includes(kind))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

describe("index", () => {
  it("[MT18] finds what a search without an index finds, with the same scores", () => {
    fc.assert(
      fc.property(stock, anyDocument(), (documents, query) => {
        const hits = indexOf(documents).search(query, { k: 100 });
        const expected = new Map(oracle(documents, query).map(({ id, score }) => [id, score]));
        expect(new Set(hits.map(({ id }) => id))).toEqual(new Set(expected.keys()));
        for (const { id, score } of hits) expect(score).toBeCloseTo(expected.get(id) ?? Number.NaN, 9);
      }),
      { numRuns: 60 },
    );
  });

  it("[MT18] the best k are the first k of all, ties by id", () => {
    fc.assert(
      fc.property(stock, anyDocument(), fc.integer({ min: 0, max: 6 }), (documents, query, k) => {
        const index = indexOf(documents);
        const all = index.search(query, { k: 100 });
        const sorted = [...all].sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
        expect(all).toEqual(sorted);
        expect(index.search(query, { k })).toEqual(all.slice(0, k));
      }),
    );
  });

  it("[MT18] adding and removing a document leaves every search as before", () => {
    fc.assert(
      fc.property(stock, anyDocument(), anyDocument(), (documents, passing, query) => {
        const index = indexOf(documents);
        const before = found(index, query);
        index.put(passing);
        expect(index.remove(passing.id)).toBe(true);
        expect(found(index, query)).toEqual(before);
        expect(index.size).toBe(documents.length);
        expect(index.remove(passing.id)).toBe(false);
      }),
    );
  });

  it("[MT18] the order of insertion and replacement changes nothing", () => {
    fc.assert(
      fc.property(stock, anyDocument(), (documents, query) => {
        const index = indexOf([...documents].reverse());
        for (const document of documents) index.put({ ...document });
        expect(found(index, query)).toEqual(found(indexOf(documents), query));
      }),
    );
  });

  it("[MT10] asks only kinds that meet the query's, and of those only the wanted", () => {
    fc.assert(
      fc.property(stock, anyDocument(), (documents, query) => {
        const index = indexOf([...documents, query]);
        for (const { document } of index.search(query, { k: 50 })) expect(document.kind).not.toBe(query.kind);
        expect(index.search(query, { k: 50, kinds: [] })).toEqual([]);
      }),
    );
  });

  it("[MT8] a need is answered through the chain by text in the other language", () => {
    const base = { lang: "zh", concepts: [], figures: [], body: "" } as const;
    const index = indexOf([
      { ...base, id: "converter", kind: "capability", title: "technical-grade lithium carbonate" },
      { ...base, id: "maker", kind: "capability", title: "BG carbonate from brine" },
      { ...base, id: "stranger", kind: "capability", title: "blade battery" },
    ]);
    const need: MatchDocument = { ...base, id: "need", kind: "need", title: "求购电池级碳酸锂" };
    expect(index.search(need, { k: 9 }).map(({ id }) => id)).toEqual(["maker", "converter"]);
  });
});

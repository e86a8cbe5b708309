import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyDocument } from "../../../testing/match-document.ts";
import type { MatchDocument } from "../document.ts";
import { prepareDocument } from "../prepare-document.ts";
import { kindsThatMeet } from "../relate/side-of-pair.ts";
import { createIndex, loadIndex, type MatchIndex } from "./create-index.ts";

const stock = fc.uniqueArray(anyDocument(), { minLength: 1, maxLength: 12, selector: ({ id }) => id });

function indexOf(documents: readonly MatchDocument[]): MatchIndex {
  const index = createIndex();
  for (const document of documents) index.put(document);
  return index;
}

function found(index: MatchIndex, query: MatchDocument, k = 100): readonly string[] {
  return index.search(query, { k }).map(({ id, score }) => `${id} ${score}`);
}

describe("index", { timeout: 30_000 }, () => {
  it("[MT18] finds whatever shares a word or a concept with the query, and nothing of another kind", () => {
    fc.assert(
      fc.property(stock, anyDocument(), (documents, query) => {
        const hits = new Set(
          indexOf(documents)
            .search(query, { k: 100 })
            .map(({ id }) => id),
        );
        const own = prepareDocument(query).concepts.map(({ id }) => id);
        for (const document of documents) {
          const shares = prepareDocument(document).concepts.some(({ id }) => own.includes(id));
          const meets = kindsThatMeet(query.kind).includes(document.kind) && document.id !== query.id;
          if (!meets) expect(hits.has(document.id)).toBe(false);
          else if (shares) expect(hits.has(document.id)).toBe(true);
        }
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

  it("[MT48] an index that is stored as bytes and loaded answers and changes as before", () => {
    fc.assert(
      fc.property(stock, stock, anyDocument(), (documents, later, query) => {
        const index = indexOf(documents);
        const loaded = loadIndex(index.toSnapshot());
        expect([loaded.size, found(loaded, query)]).toEqual([index.size, found(index, query)]);
        for (const one of [index, loaded]) {
          for (const document of later) one.put(document);
          for (const { id } of documents.slice(0, 3)) one.remove(id);
        }
        expect(found(loaded, query)).toEqual(found(index, query));
      }),
    );
  });

  it("[MT10] asks only kinds that meet the query's, and of those only the wanted", () => {
    fc.assert(
      fc.property(stock, anyDocument(), (documents, query) => {
        const index = indexOf([...documents, query]);
        const kindOf = new Map(documents.map(({ id, kind }) => [id, kind]));
        for (const { id } of index.search(query, { k: 50 })) expect(kindOf.get(id)).not.toBe(query.kind);
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
    expect(index.search(need, { k: 2 }).map(({ id }) => id)).toEqual(["maker", "converter"]);
  });

  it("[MT18] words that are no concept meet across languages through the lexicon", () => {
    const base = { lang: "zh", concepts: [], figures: [], body: "" } as const;
    const index = indexOf([
      { ...base, id: "lab", kind: "capability", title: "Interface corrosion measured under high pressure" },
      { ...base, id: "other", kind: "capability", title: "Warehouse space to let" },
    ]);
    const need: MatchDocument = { ...base, id: "need", kind: "need", title: "高压下界面腐蚀的测量" };
    expect(index.search(need, { k: 9 }).map(({ id }) => id)).toEqual(["lab"]);
  });
});

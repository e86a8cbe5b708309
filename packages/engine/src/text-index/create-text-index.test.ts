import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createTextIndex, loadTextIndex } from "./create-text-index.ts";
import { levelOf, roundMean, saturate, saturationSteps, valueOfLevel } from "./saturation.ts";
import { acceptIds, type Clause, type TextIndex, type TextIndexOptions } from "./text-index.ts";

const length = fc.integer({ min: 0, max: 2 ** 31 - 1 });

describe("what is stored of counts and lengths", () => {
  it("[TI3] exact to 16, then at most an eighth too low, in order, stable, in a byte", () => {
    fc.assert(
      fc.property(length, length, (a, b) => {
        const stored = valueOfLevel(levelOf(a));
        expect(stored).toBeLessThanOrEqual(a);
        expect(stored).toBeGreaterThan(a <= 16 ? a - 1 : a * (7 / 8));
        expect(levelOf(stored)).toBe(levelOf(a));
        expect(levelOf(a)).toBeLessThan(256);
        expect(levelOf(Math.min(a, b))).toBeLessThanOrEqual(levelOf(Math.max(a, b)));
      }),
    );
    expect(valueOfLevel(levelOf(1000))).toBe(960);
  });

  it("[TI3] a mean moves by a 64th of an octave at least, or not at all", () => {
    expect(roundMean(0)).toBe(1);
    expect(roundMean(99.5)).toBe(roundMean(100.2));
    expect(roundMean(102) / roundMean(100)).toBeCloseTo(2 ** (2 / 64), 9);
  });

  it("[TI2] saturation rises with the frequency and stays within its steps", () => {
    expect(saturate(0, 1.2)).toBe(0);
    expect(saturate(1.2, 1.2)).toBe(saturationSteps / 2);
    expect(saturate(1e9, 1.2)).toBe(saturationSteps);
  });
});

const quantize = (value: number) => valueOfLevel(levelOf(value));

const options: TextIndexOptions = {
  fields: [
    { name: "title", boost: 2, b: 0.3 },
    { name: "body", boost: 1, b: 0.75 },
  ],
  forward: true,
};
type Doc = { readonly id: string; readonly title: readonly string[]; readonly body: readonly string[] };
const words = ["ore", "salt", "cell", "pack", "acid", "lime", "foil", "gas", "锂", "镍"];
const word = fc.constantFrom(...words);
const doc: fc.Arbitrary<Doc> = fc.record({
  id: fc.integer({ min: 0, max: 40 }).map((n) => `d${n}`),
  title: fc.array(word, { maxLength: 4 }),
  body: fc.array(word, { maxLength: 25 }),
});
const stock = fc.array(doc, { maxLength: 40 });
const weight = fc.constantFrom(0.25, 0.5, 1, 2);
const clause: fc.Arbitrary<Clause> = fc.record({
  members: fc.array(fc.record({ term: word, weight }), { minLength: 1, maxLength: 3 }),
  weight,
});
const query = fc.array(clause, { minLength: 1, maxLength: 5 });

function indexOf(docs: readonly Doc[]): TextIndex {
  const index = createTextIndex(options);
  for (const { id, ...fields } of docs) index.put(id, fields);
  return index;
}

/** BM25F as the rules state it, over all documents, with no index; the last of each id counts. */
function oracle(
  given: readonly Doc[],
  clauses: readonly Clause[],
): { readonly scores: Map<string, number>; readonly reach: number } {
  const docs = [...new Map(given.map((one) => [one.id, one])).values()];
  const count = (list: readonly string[], term: string) => list.filter((one) => one === term).length;
  const mean = (name: "title" | "body") => {
    const filled = docs.filter((one) => one[name].length > 0);
    return filled.length === 0
      ? 1
      : roundMean(filled.reduce((sum, one) => sum + quantize(one[name].length), 0) / filled.length);
  };
  const means = { title: mean("title"), body: mean("body") };
  const part = (one: Doc, name: "title" | "body", term: string, boost: number, b: number) =>
    (boost * count(one[name], term)) / (1 - b + (b * quantize(one[name].length)) / means[name]);
  const scores = new Map<string, number>();
  let reach = 0;
  for (const { members, weight: share } of clauses) {
    const df = members.reduce(
      (sum, { term, weight: w }) =>
        sum + w * docs.filter((one) => one.title.includes(term) || one.body.includes(term)).length,
      0,
    );
    const held = Math.min(docs.length, df);
    const idf = Math.log(1 + (docs.length - held + 0.5) / (held + 0.5));
    if (df > 0) reach += share * idf * 2.2;
    for (const one of docs) {
      const tf = members.reduce(
        (sum, { term, weight: w }) =>
          sum + w * (part(one, "title", term, 2, 0.3) + part(one, "body", term, 1, 0.75)),
        0,
      );
      if (tf > 0) scores.set(one.id, (scores.get(one.id) ?? 0) + (share * idf * tf * 2.2) / (tf + 1.2));
    }
  }
  return { scores, reach };
}

describe("text index", () => {
  it("[TI2] scores as the textbook does, but for the rounding", () => {
    fc.assert(
      fc.property(stock, query, (docs, clauses) => {
        const { scores, reach } = oracle(docs, clauses);
        const hits = indexOf(docs).search(clauses, { k: 100 });
        // Half a step of saturation, and half a unit of weight for each clause, of all that a document can reach.
        const rounding = reach * (0.5 / saturationSteps + clauses.length / 2 ** 19);
        expect(hits.map(({ id }) => id).sort()).toEqual([...scores.keys()].sort());
        for (const { id, score } of hits)
          expect(Math.abs(score - (scores.get(id) ?? 0))).toBeLessThanOrEqual(rounding * 1.000001);
      }),
    );
  });

  it("[TI1] order, replacement and what came and went change nothing", () => {
    fc.assert(
      fc.property(stock, stock, query, (docs, passing, clauses) => {
        const last = [...new Map(docs.map((one) => [one.id, one])).values()];
        const plain = indexOf(last);
        const index = indexOf(docs);
        for (const { id, ...fields } of passing) index.put(id, fields);
        for (const { id } of passing) index.remove(id);
        for (const { id, ...fields } of [...last].reverse()) index.put(id, fields);
        expect(index.search(clauses, { k: 50 })).toEqual(plain.search(clauses, { k: 50 }));
        expect(index.size).toBe(last.length);
        for (const term of words) expect(index.documentFrequency(term)).toBe(plain.documentFrequency(term));
      }),
    );
  });

  it("[TI4] the best k are the first k of all that pass, ties by id", () => {
    fc.assert(
      fc.property(
        stock,
        query,
        fc.integer({ min: 0, max: 9 }),
        fc.uniqueArray(doc),
        (docs, clauses, k, some) => {
          const index = indexOf(docs);
          const all = index.search(clauses, { k: 100 });
          expect(all).toEqual([...all].sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)));
          const accept = acceptIds(some.map(({ id }) => id));
          expect(index.search(clauses, { k })).toEqual(all.slice(0, k));
          expect(index.search(clauses, { k, accept })).toEqual(
            all.filter(({ id }) => accept.accepts(id)).slice(0, k),
          );
        },
      ),
    );
  });

  it("[TI6] a snapshot answers as the index did", () => {
    fc.assert(
      fc.property(stock, query, (docs, clauses) => {
        const index = indexOf(docs);
        const again = loadTextIndex(index.toSnapshot());
        expect(again.search(clauses, { k: 50 })).toEqual(index.search(clauses, { k: 50 }));
        expect(again.size).toBe(index.size);
      }),
    );
  });

  it("[TI5] [TI7] what is put in is found at once, and a filter is asked about it", () => {
    const index = indexOf([{ id: "a", title: [], body: ["锂"] }]);
    const lithium: readonly Clause[] = [{ weight: 1, members: [{ term: "锂", weight: 1 }] }];
    const accept = { accepts: (id: string) => id !== "b" };
    expect(index.search(lithium, { k: 9, accept }).map(({ id }) => id)).toEqual(["a"]);
    index.put("b", { body: ["锂"] });
    index.put("c", { title: ["锂"] });
    expect(index.search(lithium, { k: 9, accept }).map(({ id }) => id)).toEqual(["c", "a"]);
    index.remove("c");
    expect(index.search(lithium, { k: 9 }).map(({ id }) => id)).toEqual(["a", "b"]);
    expect(index.search([], { k: 9 })).toEqual([]);
    expect(index.search([{ weight: 1, members: [] }], { k: 9 })).toEqual([]);
  });

  it("[TI5] the terms of a document are stored with forward, and only then", () => {
    const index = indexOf([{ id: "a", title: ["ore"], body: ["ore", "salt"] }]);
    const terms = [
      { term: "ore", count: 2 },
      { term: "salt", count: 1 },
    ];
    expect(index.termsOf("a")).toEqual(terms);
    index.pack();
    expect(index.termsOf("a")).toEqual(terms);
    expect(index.termsOf("b")).toEqual([]);
    expect(() => createTextIndex({ fields: options.fields }).termsOf("a")).toThrow("forward");
  });
});

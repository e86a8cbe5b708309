import { describe, expect, it } from "vitest";
import { createTextIndex, loadTextIndex } from "./create-text-index.ts";
import { weighClauses } from "./query-list.ts";
import { levelOf, roundMean, saturate, saturationSteps, valueOfLevel } from "./saturation.ts";
import { acceptIds, type Clause, type TextFilter, type TextHit, type TextIndex } from "./text-index.ts";

/** Large enough for several windows, segments and forms of block; random from a printed seed. */
const seed = 20_260_101;
const fields = [
  { name: "title", boost: 2, b: 0.3 },
  { name: "body", boost: 1, b: 0.75 },
];
type Doc = { readonly title: readonly string[]; readonly body: readonly string[] };

function createRandom(start: number): () => number {
  let state = start;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return (state >>> 0) / 2 ** 32;
  };
}

const random = createRandom(seed);
const below = (limit: number) => Math.floor(random() * limit);
/** Few words often, many seldom. */
const anyWord = () => `w${Math.floor(3000 ** random())}`;
const anyDoc = (): Doc => ({
  title: Array.from({ length: below(4) }, anyWord),
  body: Array.from({ length: 1 + below(below(10) === 0 ? 120 : 12) }, anyWord),
});
const anyQuery = (): Clause[] =>
  Array.from({ length: 1 + below(6) }, () => ({
    weight: 0.5 + below(3),
    members: Array.from({ length: below(4) === 0 ? 3 : 1 }, () => ({
      term: anyWord(),
      weight: below(4) === 0 ? 0.5 : 1,
    })),
  }));

/** Every document scored by the rules with whole numbers, sorted: what a search must answer to the last digit. */
function exhaust(docs: ReadonlyMap<string, Doc>, clauses: readonly Clause[]): TextHit[] {
  const stored = (value: number) => valueOfLevel(levelOf(value));
  const means = fields.map(({ name }) => {
    const lengths = [...docs.values()]
      .map((doc) => stored(doc[name as "title" | "body"].length))
      .filter((l) => l > 0);
    return roundMean(
      lengths.length === 0 ? 0 : lengths.reduce((sum, length) => sum + length, 0) / lengths.length,
    );
  });
  const wanted = new Set(clauses.flatMap(({ members }) => members.map(({ term }) => term)));
  const counts = new Map<string, Map<string, number[]>>();
  const frequencies = new Map<string, number>();
  for (const [id, doc] of docs) {
    const held = new Map<string, number[]>();
    for (const [at, list] of [doc.title, doc.body].entries())
      for (const token of list) {
        if (!wanted.has(token)) continue;
        const count = held.get(token) ?? [0, 0];
        count[at] = (count[at] ?? 0) + 1;
        held.set(token, count);
      }
    if (held.size > 0) counts.set(id, held);
    for (const term of held.keys()) frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
  }
  const weighed = weighClauses(clauses, docs.size, (term) => frequencies.get(term) ?? 0);
  const hits: TextHit[] = [];
  for (const [id, held] of counts) {
    const doc = docs.get(id);
    const factors = fields.map(
      ({ name, boost, b }, at) =>
        boost / (1 - b + (b * stored(doc?.[name as "title" | "body"].length ?? 0)) / (means[at] ?? 1)),
    );
    let score = 0;
    for (const { clause, units } of weighed.clauses) {
      let sum = 0;
      for (const { term, weight } of clause.members)
        sum +=
          weight *
          (held.get(term) ?? [0, 0]).reduce(
            (all, count, at) => all + stored(Math.min(255, count)) * (factors[at] ?? 0),
            0,
          );
      score += units * saturate(sum, 1.2);
    }
    if (score > 0) hits.push({ id, score: score * ((weighed.worth * 2.2) / saturationSteps) });
  }
  return hits.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

function compare(index: TextIndex, docs: ReadonlyMap<string, Doc>, rounds: number): void {
  expect(index.size).toBe(docs.size);
  for (let round = 0; round < rounds; round++) {
    const clauses = anyQuery();
    const k = [1, 10, 50][round % 3] ?? 1;
    const all = exhaust(docs, clauses);
    expect(index.search(clauses, { k }), `seed ${seed}`).toEqual(all.slice(0, k));
    const one = below(50) + 1;
    const accept: TextFilter =
      round % 2 === 0
        ? { accepts: (id) => Number(id.slice(1)) % one === 0 }
        : acceptIds([...docs.keys()].filter((id) => Number(id.slice(1)) % 100 === one));
    expect(index.search(clauses, { k, accept }), `seed ${seed}`).toEqual(
      all.filter(({ id }) => accept.accepts(id)).slice(0, k),
    );
  }
}

describe.each([{ forward: true }, { forward: false }])(
  "a sealed text index, forward: $forward",
  { timeout: 60_000 },
  ({ forward }) => {
    it("[TI1] [TI4] [TI8] answers as scoring every document does, through merges, replacements and removals", () => {
      const index = createTextIndex({ fields, forward });
      const docs = new Map<string, Doc>();
      const put = (id: string) => {
        const doc = anyDoc();
        docs.set(id, doc);
        index.put(id, doc);
      };
      for (let at = 0; at < 19_000; at++) put(`d${at}`);
      compare(index, docs, 8);
      for (let turn = 0; turn < 4; turn++) {
        for (let each = 0; each < 300; each++) put(`d${below(20_000)}`);
        for (let each = 0; each < 100; each++) {
          const id = `d${below(20_000)}`;
          expect(index.remove(id)).toBe(docs.delete(id));
        }
        compare(index, docs, 3);
      }
      for (let each = 0; each < 300; each++) {
        const doc = { title: [], body: Array.from({ length: 700 }, anyWord) };
        docs.set(`d${30_000 + each}`, doc);
        index.put(`d${30_000 + each}`, doc);
      }
      compare(index, docs, 4);
      const again = loadTextIndex(index.toSnapshot());
      compare(again, docs, 4);
      compare(index, docs, 4);
      for (let at = 0; at < 20_000; at += 1 + (at % 3 === 0 ? 1 : 0)) {
        if (at % 4 === 0) continue;
        again.remove(`d${at}`);
        docs.delete(`d${at}`);
      }
      compare(again, docs, 4);
    });
  },
);

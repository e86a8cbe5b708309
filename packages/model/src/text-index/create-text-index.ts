import { quantize, roundMean, saturate, saturationSteps } from "./quantize.ts";
import type { Clause, TextHit, TextIndex, TextIndexOptions, TextSearchOptions } from "./text-index.ts";
import { weighClauses } from "./weigh-clauses.ts";

type Fields = Readonly<Record<string, readonly string[]>>;
type Entry = {
  readonly fields: Fields;
  readonly lengths: readonly number[];
  readonly counts: ReadonlyMap<string, readonly number[]>;
};
type Saved = {
  readonly options: TextIndexOptions;
  readonly documents: readonly (readonly [string, Fields])[];
};

/**
 * An empty index over the given fields.
 * @example createTextIndex({ fields: [{ name: "body", boost: 1, b: 0.75 }] })
 */
export function createTextIndex(options: TextIndexOptions): TextIndex {
  const { fields, k1 = 1.2, forward = false } = options;
  const entries = new Map<string, Entry>();
  const holders = new Map<string, Set<string>>();
  const lengths = fields.map(() => ({ total: 0, documents: 0 }));

  function put(id: string, given: Fields): void {
    remove(id);
    const counts = new Map<string, number[]>();
    for (const [at, { name }] of fields.entries()) {
      for (const token of given[name] ?? []) {
        const count = counts.get(token) ?? fields.map(() => 0);
        count[at] = (count[at] ?? 0) + 1;
        counts.set(token, count);
      }
    }
    const entry = { fields: given, lengths: fields.map(({ name }) => given[name]?.length ?? 0), counts };
    entries.set(id, entry);
    tally(entry, 1);
    for (const term of counts.keys()) holders.set(term, (holders.get(term) ?? new Set()).add(id));
  }

  function remove(id: string): boolean {
    const entry = entries.get(id);
    if (!entry) return false;
    entries.delete(id);
    tally(entry, -1);
    for (const term of entry.counts.keys()) holders.get(term)?.delete(id);
    return true;
  }

  function tally(entry: Entry, sign: 1 | -1): void {
    for (const [at, sum] of lengths.entries()) {
      const length = entry.lengths[at] ?? 0;
      sum.total += sign * length;
      sum.documents += length > 0 ? sign : 0;
    }
  }

  const documentFrequency = (term: string): number => holders.get(term)?.size ?? 0;

  function steps(clause: Clause, entry: Entry, means: readonly number[]): number {
    let frequency = 0;
    for (const { term, weight } of clause.members) {
      const counts = entry.counts.get(term);
      for (const [at, { boost, b }] of fields.entries()) {
        const length = quantize(entry.lengths[at] ?? 0) / (means[at] ?? 1);
        frequency += (weight * boost * quantize(Math.min(255, counts?.[at] ?? 0))) / (1 - b + b * length);
      }
    }
    return saturate(frequency, k1);
  }

  function search(given: readonly Clause[], { k, accept }: TextSearchOptions): readonly TextHit[] {
    const { clauses, worth } = weighClauses(given, entries.size, documentFrequency);
    const means = lengths.map(({ total, documents }) => roundMean(documents > 0 ? total / documents : 0));
    const scores = new Map<string, number>();
    for (const { clause, units } of clauses) {
      const found = new Set(clause.members.flatMap(({ term }) => [...(holders.get(term) ?? [])]));
      for (const id of found) {
        const entry = entries.get(id);
        if (entry) scores.set(id, (scores.get(id) ?? 0) + units * steps(clause, entry, means));
      }
    }
    return [...scores]
      .filter(([id, score]) => score > 0 && (accept?.accepts(id) ?? true))
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, k)
      .map(([id, score]) => ({ id, score: (score * worth * (k1 + 1)) / saturationSteps }));
  }

  return {
    get size() {
      return entries.size;
    },
    put,
    remove,
    has: (id) => entries.has(id),
    search,
    documentFrequency,
    termsOf: (id) => {
      if (!forward) throw new Error("termsOf needs an index made with forward: true");
      const counts = entries.get(id)?.counts ?? new Map<string, readonly number[]>();
      return [...counts].map(([term, count]) => ({ term, count: count.reduce((sum, one) => sum + one, 0) }));
    },
    toSnapshot: () => {
      const documents = [...entries].map(([id, entry]) => [id, entry.fields] as const);
      return new TextEncoder().encode(JSON.stringify({ options, documents } satisfies Saved));
    },
  };
}

/** The index whose snapshot the bytes are. */
export function loadTextIndex(bytes: Uint8Array): TextIndex {
  const saved = JSON.parse(new TextDecoder().decode(bytes)) as Saved;
  const index = createTextIndex(saved.options);
  for (const [id, fields] of saved.documents) index.put(id, fields);
  return index;
}

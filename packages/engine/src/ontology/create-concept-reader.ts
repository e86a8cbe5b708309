import type { Tokenizer } from "../text/index.ts";
import { type Clause, createTextIndex } from "../text-index/index.ts";
import type { Ontology } from "./read-ontology.ts";

/** Weights by concept, of length one. */
export type ConceptVector = ReadonlyMap<string, number>;

export type ConceptReader = {
  /** Whether some label holds the term; what a translation for the labels may use. */
  readonly holds: (term: string) => boolean;
  /** Whether some label is in Chinese. */
  readonly hasChinese: boolean;
  /** The concepts that a short text means, with their neighbours, from its clauses in each language; empty when no label is near. */
  read(asked: readonly (readonly Clause[])[]): ConceptVector;
};

const most = { labels: 60, concepts: 8 };
/** Labels less alike than this to the text, or to the best label, mean nothing. */
const least = { alike: 0.35, ofBest: 0.6 };
const sharpness = 4;

/**
 * Reads a short text, or a query, as a vector over the concepts of an ontology: its labels are an index, a label is as
 * alike as the rarity of the words that it shares with the text against all words of both (cosine), the best label of a
 * concept counts, and each concept lends its neighbours a part that shrinks with their number. [ON2] [ON3]
 */
export function createConceptReader({ concepts }: Ontology, { searchTermsOf }: Tokenizer): ConceptReader {
  // Almost no saturation and no length: a score is then the summed rarity of the shared words.
  const index = createTextIndex({ fields: [{ name: "label", boost: 1, b: 0 }], k1: 0.01 });
  const labels = new Map<string, { readonly concept: string; readonly terms: readonly string[] }>();
  for (const { id, labels: names } of concepts.values()) {
    for (const [at, name] of names.entries()) {
      const terms = [...new Set(searchTermsOf(name))];
      if (terms.length === 0) continue;
      const key = `${at} ${id}`;
      labels.set(key, { concept: id, terms });
      index.put(key, { label: terms });
    }
  }
  index.pack();
  const hasChinese = [...labels.values()].some(({ terms }) =>
    terms.some((term) => /^\p{Script=Han}/u.test(term)),
  );

  function rarityOf(holders: number): number {
    const held = Math.max(1, holders);
    return Math.log(1 + (index.size - held + 0.5) / (held + 0.5));
  }

  function massOf(clauses: readonly Clause[]): number {
    return clauses.reduce((sum, { members, weight }) => {
      const holders = members.reduce(
        (all, { term, weight: part }) => all + part * index.documentFrequency(term),
        0,
      );
      return sum + weight * rarityOf(holders);
    }, 0);
  }

  function compareLabels(clauses: readonly Clause[], alike: Map<string, number>): void {
    const asked = massOf(clauses);
    for (const { id, score } of index.search(clauses, { k: most.labels })) {
      const label = labels.get(id);
      if (!label) continue;
      const own = label.terms.reduce((sum, term) => sum + rarityOf(index.documentFrequency(term)), 0);
      const cosine = Math.min(1, score / Math.sqrt(asked * own));
      alike.set(label.concept, Math.max(alike.get(label.concept) ?? 0, cosine));
    }
  }

  function findConcepts(asked: readonly (readonly Clause[])[]): ReadonlyMap<string, number> {
    const alike = new Map<string, number>();
    for (const clauses of asked) compareLabels(clauses, alike);
    const top = Math.max(0, ...alike.values());
    const near = [...alike].filter(([, value]) => value >= least.alike && value >= top * least.ofBest);
    return new Map(near.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, most.concepts));
  }

  return {
    holds: (term) => index.documentFrequency(term) > 0,
    hasChinese,
    read: (asked) => {
      const vector = new Map<string, number>();
      for (const [id, alike] of findConcepts(asked)) {
        const weight = alike ** sharpness;
        vector.set(id, (vector.get(id) ?? 0) + weight);
        const ties = concepts.get(id)?.ties ?? [];
        for (const tie of ties) {
          const degree = concepts.get(tie.to)?.ties.length ?? 1;
          const lent = (weight * tie.weight) / Math.sqrt(Math.max(1, Math.min(ties.length, degree)));
          vector.set(tie.to, (vector.get(tie.to) ?? 0) + lent);
        }
      }
      return toUnit(vector);
    },
  };
}

function toUnit(vector: ReadonlyMap<string, number>): ConceptVector {
  const length = Math.sqrt([...vector.values()].reduce((sum, value) => sum + value * value, 0));
  return new Map([...vector].map(([id, value]) => [id, value / length]));
}

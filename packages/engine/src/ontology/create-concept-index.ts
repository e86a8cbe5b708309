import type { ConceptVector } from "./create-concept-reader.ts";

/** Documents by the concepts they mean; every score is a cosine. */
export type ConceptIndex = {
  put(id: string, vector: ConceptVector): void;
  remove(id: string): void;
  /** The cosine of every document that shares a concept with the vector. */
  compare(vector: ConceptVector): ReadonlyMap<string, number>;
};

/** An empty index of concept vectors; sums follow the order of the query's concepts, never that of insertion. [ON4] */
export function createConceptIndex(): ConceptIndex {
  const holders = new Map<string, Map<string, number>>();
  const vectors = new Map<string, ConceptVector>();

  function remove(id: string): void {
    for (const concept of vectors.get(id)?.keys() ?? []) {
      holders.get(concept)?.delete(id);
      if (holders.get(concept)?.size === 0) holders.delete(concept);
    }
    vectors.delete(id);
  }

  return {
    put: (id, vector) => {
      remove(id);
      if (vector.size === 0) return;
      vectors.set(id, vector);
      for (const [concept, weight] of vector) {
        const held = holders.get(concept) ?? new Map<string, number>();
        holders.set(concept, held.set(id, weight));
      }
    },
    remove,
    compare: (vector) => {
      const cosines = new Map<string, number>();
      for (const [concept, weight] of vector) {
        for (const [id, other] of holders.get(concept) ?? [])
          cosines.set(id, (cosines.get(id) ?? 0) + weight * other);
      }
      return cosines;
    },
  };
}

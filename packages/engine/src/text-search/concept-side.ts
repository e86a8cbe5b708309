import {
  type ConceptVector,
  createConceptIndex,
  createConceptReader,
  type Ontology,
} from "../ontology/index.ts";
import type { Tokenizer } from "../text/index.ts";
import { acceptIds, type TextFilter, type TextHit } from "../text-index/index.ts";
import { languages } from "./language.ts";
import { toClauses } from "./to-clauses.ts";

/** Longer texts are about more than one thing: of those only the title is read. */
const mostTerms = 24;
/** What full agreement of concepts counts beside full agreement of words. */
const conceptShare = 1.5;
const depth = 1000;

/** The concepts of short documents and of queries, and how they mix with words. */
export type ConceptSide = {
  put(id: string, title: string, text: string): void;
  remove(id: string): void;
  /** Mixes the answers by words (0 to 1) with those by concepts; `byWords` scores given ids by words alone. */
  mix(query: string, hits: readonly TextHit[], options: MixOptions): readonly TextHit[];
};

type MixOptions = {
  readonly k: number;
  readonly accept?: TextFilter;
  readonly byWords: (accept: TextFilter, k: number) => readonly TextHit[];
};

export function createConceptSide(ontology: Ontology, tokenizer: Tokenizer): ConceptSide {
  const reader = createConceptReader(ontology, tokenizer);
  const index = createConceptIndex();
  const vocabulary = { holds: reader.holds, namesBySound: () => [] };

  function read(text: string): ConceptVector {
    const asked = languages.filter((language) => language === "en" || reader.hasChinese);
    return reader.read(asked.map((language) => toClauses(text, language, vocabulary, tokenizer)));
  }

  return {
    put: (id, title, text) => {
      const short = tokenizer.searchTermsOf(text).length <= mostTerms ? `${title} ${text}` : title;
      if (short.trim() !== "") index.put(id, read(short));
    },
    remove: index.remove,
    mix: (query, hits, { k, accept, byWords }) => {
      const cosines = index.compare(read(query));
      if (cosines.size === 0) return hits.slice(0, k);
      const scores = new Map(hits.map(({ id, score }) => [id, score]));
      const near = [...cosines]
        .filter(([id]) => accept?.accepts(id) ?? true)
        .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
        .slice(0, depth);
      const unscored = near.map(([id]) => id).filter((id) => !scores.has(id));
      for (const { id, score } of byWords(acceptIds(unscored), unscored.length)) scores.set(id, score);
      for (const [id] of near) if (!scores.has(id)) scores.set(id, 0);
      return [...scores]
        .map(([id, score]) => ({ id, score: score + conceptShare * (cosines.get(id) ?? 0) }))
        .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
        .slice(0, k);
    },
  };
}

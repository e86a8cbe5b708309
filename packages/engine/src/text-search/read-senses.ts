import { readLatinSenses, translateHan, type Vocabulary } from "../lexicon/index.ts";
import { isCommonWord, pairTermsOf, runsOf, type Tokenizer, termsOfLatin } from "../text/index.ts";
import type { Clause, TextIndex, WeightedTerm } from "../text-index/index.ts";
import type { Language } from "./language.ts";

/** What a query names by names of the field: the words beside them, and of each name all that it is called. */
export type NamedQuery = { readonly rest: string; readonly names: readonly (readonly string[])[] };

/** A word of a query with every way to hold it: the terms of one way together weigh a half or more. [TS6] */
export type Sense = { readonly ways: readonly (readonly WeightedTerm[])[]; readonly trust: number };

const enough = 0.5;
/** A way that is held by all of its terms alone. */
const together = 0.55;
/** The vocabulary of a collection that holds every word and no name. */
export const everything: Vocabulary = { holds: () => true, namesBySound: () => [] };
/** A single character says less than a word. */
const single = 0.3;

/** The terms of a name, of which each counts its share: a word whole, neighbours of Latin script as phrases. */
function termsOfName(name: string, { isHanWord }: Tokenizer): readonly WeightedTerm[] {
  const runs = runsOf(name);
  const latin = runs.every(({ script }) => script === "latin");
  const words = runs.flatMap(({ script, text }) =>
    script === "latin" ? [termsOfLatin(text)[0] ?? text] : isHanWord(text) ? [text] : pairsOf(text),
  );
  const terms = latin && words.length > 1 ? pairTermsOf(words) : words;
  return terms.map((term) => ({ term, weight: 1 / terms.length }));
}

/** Two neighbouring characters at a time; a single one as it stands. */
export function pairsOf(run: string): readonly string[] {
  const characters = [...run];
  if (characters.length < 2) return characters;
  return characters.slice(1).map((character, at) => `${characters[at]}${character}`);
}

/** A name as one clause: by whichever of its names a text calls it, it is the same sense. [TS6] */
export function toNameClause(names: readonly string[], tokenizer: Tokenizer): Clause {
  const members = new Map<string, number>();
  for (const { term, weight } of names.flatMap((name) => termsOfName(name, tokenizer)))
    members.set(term, Math.max(members.get(term) ?? 0, weight));
  const sorted = [...members].sort(([a], [b]) => (a < b ? -1 : 1));
  return { members: sorted.map(([term, weight]) => ({ term, weight })), weight: 1 };
}

/** The words of a query, each with the ways in which a text of one language holds it. [TS6] */
export function readSenses(
  { rest, names }: NamedQuery,
  language: Language,
  vocabulary: Vocabulary,
  tokenizer: Tokenizer,
): readonly Sense[] {
  const named = names.map((all) => ({
    ways: all.map((name) => toWhole(termsOfName(name, tokenizer))),
    trust: 1,
  }));
  const runs = runsOf(rest).filter((run) => run.script === "han" || !isCommonWord(run.text));
  const latin = runs.flatMap(({ script, text }) =>
    script === "latin" ? [termsOfLatin(text)[0] ?? text] : [],
  );
  const words = runs.flatMap(({ script, text }) =>
    script === "han" ? tokenizer.cutWords(text).filter((word) => !isCommonWord(word)) : [],
  );
  return [
    ...named,
    ...words.map((word) => readHan(word, language, vocabulary, tokenizer)),
    ...readLatin(latin, language, vocabulary),
  ];
}

function readHan(word: string, language: Language, vocabulary: Vocabulary, tokenizer: Tokenizer): Sense {
  const own = [[{ term: word, weight: 1 }], toWhole(pairsOf(word).map((term) => ({ term, weight: 1 })))];
  const trust = [...word].length === 1 ? single : 1;
  if (language === "zh") return { ways: own, trust };
  // Of a word that the dictionary knows in parts alone, more than one part is asked.
  const parts = translateHan(word, everything, tokenizer).length;
  const share = parts > 1 ? 0.9 / parts : 1;
  const translated = translateHan(word, vocabulary, tokenizer).flatMap(({ members }) =>
    members.map(({ term, weight }) => ({ term, weight: weight * share })),
  );
  return { ways: [...own, translated], trust };
}

function readLatin(terms: readonly string[], language: Language, vocabulary: Vocabulary): readonly Sense[] {
  const typed = (some: readonly string[]) => toWhole(some.map((term) => ({ term, weight: 1 })));
  if (language === "en") return terms.map((term) => ({ ways: [typed([term])], trust: 1 }));
  return readLatinSenses(terms, vocabulary).map(({ terms: own, clause }) => ({
    ways: [typed(own), ...(clause ? [clause.members] : [])],
    trust: 1,
  }));
}

function toWhole(terms: readonly WeightedTerm[]): readonly WeightedTerm[] {
  return terms.map(({ term }) => ({ term, weight: together / terms.length }));
}

/** The terms by which a sense is held; none where it is not. */
export function heldBy({ ways }: Sense, holds: (term: string) => boolean): readonly string[] {
  return ways.flatMap((way) => {
    const held = way.filter(({ term }) => holds(term));
    return held.reduce((sum, { weight }) => sum + weight, 0) >= enough ? held.map(({ term }) => term) : [];
  });
}

/** The share of a query that a text holds, each word counted by its rarity in the collection. [TS6] */
export function shareOf(
  senses: readonly Sense[],
  index: TextIndex,
  holds: (term: string) => boolean,
): number {
  const rarityOf = ({ ways, trust }: Sense) => {
    const holders = ways
      .flat()
      .map(({ term, weight }) => Math.min(1, weight / together) * index.documentFrequency(term));
    const most = Math.min(index.size, Math.max(0, ...holders));
    return trust * Math.log(1 + (index.size - most + 0.5) / (most + 0.5));
  };
  let [held, all] = [0, 0];
  for (const sense of senses) {
    const rarity = rarityOf(sense);
    all += rarity;
    if (heldBy(sense, holds).length > 0) held += rarity;
  }
  return all > 0 ? held / all : 0;
}

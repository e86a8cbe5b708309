import type { Ontology } from "../ontology/index.ts";
import { createTokenizer, isCommonWord, pairTermsOf, shareOfHan, type Tokenizer } from "../text/index.ts";
import { createTextIndex, type TextFilter, type TextHit, type TextIndex } from "../text-index/index.ts";
import { createConceptSide } from "./concept-side.ts";
import { addFeedback } from "./feedback.ts";
import { type Language, languageOf, languages, settingsOf } from "./language.ts";
import { type Found, mergeHits, reachOf, weightOf } from "./merge-hits.ts";
import { createNameBook, namesOf, type SoundedName } from "./name-book.ts";
import { type NamedQuery, pairsOf, readSenses, shareOf, toNameClause } from "./read-senses.ts";
import { toClauses } from "./to-clauses.ts";
import { createWordBook, wordsOf } from "./word-book.ts";

export type SearchText = { readonly id: string; readonly title?: string; readonly text: string };

export type TextSearchOptions = {
  readonly ontology?: Ontology;
  /** The general dictionary where none is given. */
  readonly tokenizer?: Tokenizer;
  /** Reads the names of the field out of a query; none where it is not given. */
  readonly readNames?: (query: string) => NamedQuery;
  /** Words of the field that a mistyped one may have meant; with them the words of the texts are kept too. */
  readonly spelling?: () => Iterable<string>;
};

/** Ranked search over texts in Chinese, English or both, asked in either. Scores order one answer and mean nothing else. */
export type TextSearch = {
  readonly size: number;
  /** Goes up with each change of its texts: as long as it stays, the same question has the same answer. */
  readonly version: number;
  /** What the postings hold in memory. */
  readonly bytes: number;
  /** Adds a text, or replaces the one of the same id. */
  put(document: SearchText): void;
  /** Takes a text out; false when there was none. */
  remove(id: string): boolean;
  /** The k best, ties by id. */
  search(query: string, options: AskOptions): readonly TextHit[];
  /** Of the given texts those that hold so much of a query, in any sense of its words. [TS6] */
  listHolding(query: string, ids: readonly string[], least: number): readonly string[];
  /** The query with mistyped words put right by those of the texts and of the field; null where none is. [TS8] */
  correct(query: string): string | null;
  /** Puts all postings into one piece; worth its time after many changes. */
  pack(): void;
};

type AskOptions = {
  readonly k: number;
  readonly accept?: TextFilter;
  /** False: no feedback, in half the time; for who only orders what is found by other means. */
  readonly lends?: boolean;
};
type Stored = {
  readonly names: readonly SoundedName[];
  readonly language: Language;
  readonly words: readonly string[];
};

const feedbackDepth = 10;
/** A word of the title counts once more, hardly less in a long one. */
const titleBoost = 1;
const titleNorm = 0.3;
/** What an answer through the lexicon counts beside one in the words of the query: some of its senses are not meant. */
const trustInTranslation = 0.75;
/** How deep words are asked before concepts are mixed in. */
const mixDepth = 1000;

/**
 * An empty search: BM25 by language, phrases, feedback, the bilingual lexicon and, where an ontology is given, the concepts
 * of short texts. Statistics come from its texts alone; order of insertion means nothing. [TS1] [TS2] [TS3] [TS4] [TS5]
 * @example
 * const search = createTextSearch();
 * search.put({ id: "a", text: "Recycling of spent batteries" });
 * search.search("电池回收", { k: 10 }) // [{ id: "a", … }]
 */
export function createTextSearch({
  ontology,
  tokenizer = createTokenizer(),
  readNames = (query) => ({ rest: query, names: [] }),
  spelling,
}: TextSearchOptions = {}): TextSearch {
  const { searchTermsOf } = tokenizer;
  let version = 0;
  const stored = new Map<string, Stored>();
  const names = createNameBook();
  const book = spelling && createWordBook(spelling);
  const concepts = ontology && createConceptSide(ontology, tokenizer);
  const indexes = new Map<Language, TextIndex>(
    languages.map((language) => [language, createIndexFor(language)]),
  );

  function remove(id: string): boolean {
    const known = stored.get(id);
    if (!known) return false;
    version += 1;
    stored.delete(id);
    indexes.get(known.language)?.remove(id);
    names.remove(known.names);
    book?.remove(known.words);
    concepts?.remove(id);
    return true;
  }

  function put({ id, title = "", text }: SearchText): void {
    remove(id);
    version += 1;
    const whole = title === "" ? text : `${title}\n${text}`;
    const language = languageOf(whole);
    const words = searchTermsOf(whole);
    indexes.get(language)?.put(id, { words, pairs: pairTermsOf(words), title: searchTermsOf(title) });
    const named = language === "en" ? namesOf(whole) : [];
    const spelled = book ? wordsOf(whole, tokenizer) : [];
    stored.set(id, { names: named, language, words: spelled });
    names.add(named);
    book?.add(spelled);
    concepts?.put(id, title, text);
  }

  function toQuery(
    query: string,
    language: Language,
    index: TextIndex,
    { accept, lends = true }: AskOptions,
  ) {
    const holds = (term: string) => index.documentFrequency(term) > 0;
    const { rest, names: named } = readNames(query);
    const own = named.map((all) => toNameClause(all, tokenizer));
    const asked = [...own, ...toClauses(rest, language, { holds, namesBySound: names.bySound }, tokenizer)];
    const translated = (language === "en") === shareOfHan(query) > 0;
    const first = lends ? index.search(asked, toOptions(feedbackDepth, accept)) : [];
    const clauses = addFeedback(index, asked, first, translated);
    // A translation leaves out words that no text here holds: what they weigh stays in the reach, or few texts would reach all.
    const everything = translated
      ? [...own, ...toClauses(rest, language, { holds: () => true, namesBySound: () => [] }, tokenizer)]
      : asked;
    const share = Math.max(1, weightOf(everything) / weightOf(asked));
    // A name of the field is one sense in both languages; the rest of a query went through the lexicon.
    const [sure, whole] = [weightOf(own), weightOf(everything)];
    const trust = translated && whole > 0 ? (sure + trustInTranslation * (whole - sure)) / whole : 1;
    return { index, clauses, reach: reachOf(index, clauses, settingsOf[language].k1, share) / trust };
  }

  function search(query: string, options: AskOptions): readonly TextHit[] {
    const { k, accept } = options;
    const asked = [...indexes]
      .filter(([, index]) => index.size > 0)
      .map(([language, index]) => toQuery(query, language, index, options));
    const ask = (depth: number, filter?: TextFilter): readonly Found[] =>
      asked.map(({ index, clauses, reach }) => ({
        hits: index.search(clauses, toOptions(depth, filter)),
        reach,
      }));
    if (!concepts) return mergeHits(ask(k, accept), k);
    return concepts.mix(query, mergeHits(ask(Math.max(k, mixDepth), accept), Math.max(k, mixDepth)), {
      k,
      ...(accept && { accept }),
      byWords: (filter, depth) => mergeHits(ask(depth, filter), depth),
    });
  }

  function listHolding(query: string, ids: readonly string[], least: number): readonly string[] {
    const named = readNames(query);
    const sensesIn = new Map(
      [...indexes].map(([language, index]) => {
        const holds = (term: string) => index.documentFrequency(term) > 0;
        const vocabulary = { holds, namesBySound: names.bySound };
        return [language, readSenses(named, language, vocabulary, tokenizer)];
      }),
    );
    return ids.filter((id) => {
      const language = stored.get(id)?.language;
      const index = language && indexes.get(language);
      if (!index) return false;
      const terms = new Set(index.termsOf(id).map(({ term }) => term));
      return shareOf(sensesIn.get(language) ?? [], index, (term) => terms.has(term)) >= least;
    });
  }

  /** Held by a text, a word of the dictionary, or a name of the field. */
  function isKnown(word: string): boolean {
    const held = (term: string) => [...indexes.values()].some((index) => index.documentFrequency(term) > 0);
    if (isCommonWord(word) || readNames(word).rest.trim() === "") return true;
    if (shareOfHan(word) === 0) return searchTermsOf(word).some(held);
    return tokenizer.isHanWord(word) || pairsOf(word).every(held);
  }

  return {
    get size() {
      return stored.size;
    },
    get bytes() {
      return [...indexes.values()].reduce((sum, index) => sum + index.bytes, 0);
    },
    get version() {
      return version;
    },
    put,
    remove,
    search,
    listHolding,
    correct: (query) => book?.correct(query, isKnown) ?? null,
    pack: () => {
      for (const index of indexes.values()) index.pack();
    },
  };
}

function createIndexFor(language: Language): TextIndex {
  const { k1, b } = settingsOf[language];
  const fields = [
    { name: "words", boost: 1, b },
    { name: "pairs", boost: 1, b },
    { name: "title", boost: titleBoost, b: titleNorm },
  ];
  return createTextIndex({ fields, k1, forward: true });
}

function toOptions(k: number, accept?: TextFilter) {
  return accept ? { k, accept } : { k };
}

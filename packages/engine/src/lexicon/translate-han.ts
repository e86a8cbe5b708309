import { isCommonWord, type Segmenter, stemWord } from "../text/index.ts";
import type { Clause, WeightedTerm } from "../text-index/index.ts";
import { findGlosses } from "./find-entry.ts";
import { foreignRunsOf, likenessOf, soundOfHan } from "./name-sound.ts";
import { varyStem } from "./vary-stem.ts";

/** What a translation asks of the collection that it is for. */
export type Vocabulary = {
  readonly holds: (term: string) => boolean;
  /** Names of the collection by sound: the term that each is filed under. */
  readonly namesBySound: () => Iterable<readonly [sound: string, terms: readonly string[]]>;
};

const most = { glosses: 8, words: 8, names: 6 };
/** What a member weighs beside the first gloss: a family word, a phrase that stands as such. */
const share = { family: 0.5, phrase: 2 };
/** A single character means too many things; a sound, and a word cut otherwise, are less sure than a word. */
const trust = { single: 0.3, name: 0.7, otherCut: 0.7 };
const leastLikeness = 0.7;

/**
 * A run of Han as a query to English text: each word is one sense, its glosses the members, weighted by their order and
 * length; what the dictionary lacks falls back to its longest parts, words that only another cut finds count less, and what sounds like a name of the collection is
 * asked by that name. [LX2] [LX3] [LX4]
 * @example translateHan("电池回收", vocabulary, createTokenizer()) // battery | electric cell, then recycle | reclaim
 */
export function translateHan(
  run: string,
  vocabulary: Vocabulary,
  { cutWords }: Pick<Segmenter, "cutWords">,
): readonly Clause[] {
  const names = foreignRunsOf(run)
    .filter((part) => findGlosses(part).length === 0)
    .flatMap((part) => findNames(part, vocabulary));
  const words = cutWords(run).flatMap((word) => (findGlosses(word).length > 0 ? [word] : longestParts(word)));
  const others = longestParts(run).filter((word) => [...word].length > 1 && !words.includes(word));
  const sensesOf = (list: readonly string[]) =>
    list.filter((word) => !isCommonWord(word)).flatMap((word) => readSense(word, vocabulary));
  const otherSenses = sensesOf(others).map((sense) => ({ ...sense, weight: sense.weight * trust.otherCut }));
  return [...names, ...sensesOf(words), ...otherSenses];
}

/** A run cut from the left into the longest words of the dictionary. */
function longestParts(word: string): readonly string[] {
  const characters = [...word];
  const parts: string[] = [];
  for (let start = 0; start < characters.length; ) {
    let length = Math.min(most.words, characters.length - start);
    const part = () => characters.slice(start, start + length).join("");
    while (length > 1 && findGlosses(part()).length === 0) length -= 1;
    parts.push(part());
    start += length;
  }
  return parts;
}

function readSense(word: string, { holds }: Vocabulary): readonly Clause[] {
  const weights = new Map<string, number>();
  const add = (term: string, weight: number) => weights.set(term, (weights.get(term) ?? 0) + weight);
  for (const [at, gloss] of findGlosses(word).slice(0, most.glosses).entries()) {
    const terms = contentOf(gloss);
    const weight = 1 / Math.sqrt(at + 1);
    for (const term of terms) add(term, weight / terms.length);
    for (let next = 1; next < terms.length; next++)
      add(`${terms[next - 1]}_${terms[next]}`, weight * share.phrase);
  }
  for (const [term, weight] of [...weights]) {
    for (const other of varyStem(term)) {
      if (!weights.has(other)) weights.set(other, weight * share.family);
    }
  }
  const members = [...weights].filter(([term]) => holds(term));
  const weight = [...word].length === 1 ? trust.single : 1;
  return members.length === 0 ? [] : [{ members: toMembers(members), weight }];
}

/** Weights relative to the heaviest. */
export function toMembers(weights: readonly (readonly [string, number])[]): readonly WeightedTerm[] {
  const top = Math.max(...weights.map(([, weight]) => weight));
  return weights.map(([term, weight]) => ({ term, weight: weight / top }));
}

/** The stems of the words of a gloss that say something; `stemOf` where the caller keeps stems. */
export function contentOf(gloss: string, stemOf: (word: string) => string = stemWord): readonly string[] {
  const words = gloss.toLowerCase().match(/[\p{L}\p{N}]+(?:\.\p{N}+)*/gu) ?? [];
  return words.filter((word) => !isCommonWord(word) && (word.length > 1 || words.length === 1)).map(stemOf);
}

function findNames(part: string, { namesBySound }: Vocabulary): readonly Clause[] {
  const sound = soundOfHan(part);
  if (sound.length < 2) return [];
  const found: { term: string; alike: number }[] = [];
  for (const [other, terms] of namesBySound()) {
    if (Math.abs(other.length - sound.length) > 1 + sound.length / 3) continue;
    const alike = likenessOf(sound, other);
    if (alike >= leastLikeness) for (const term of terms) found.push({ term, alike });
  }
  const best = found.sort((a, b) => b.alike - a.alike || (a.term < b.term ? -1 : 1)).slice(0, most.names);
  const top = best[0]?.alike ?? 0;
  const ties = best.filter(({ alike }) => alike > top - 0.05).length;
  const members = best.filter(({ alike }) => alike > top - 0.2);
  return members.length === 0
    ? []
    : [
        {
          members: members.map(({ term, alike }) => ({ term, weight: (alike / top) ** 6 })),
          weight: (trust.name * top ** 2) / Math.sqrt(ties),
        },
      ];
}

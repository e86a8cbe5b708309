import { isCommonWord } from "../text/index.ts";
import type { Clause } from "../text-index/index.ts";
import { findRenderings, mostWords, type Rendering } from "./find-renderings.ts";
import { toMembers, type Vocabulary } from "./translate-han.ts";

const most = { words: mostWords, renderings: 12 };

/** Stems that one gloss explains, and its Chinese words as one sense; null where the dictionary or the collection has none. */
export type LatinSense = { readonly terms: readonly string[]; readonly clause: Clause | null };

/** English stems in order, cut at each place into the longest gloss; common words are left out. [LX5] */
export function readLatinSenses(terms: readonly string[], vocabulary: Vocabulary): readonly LatinSense[] {
  const senses: LatinSense[] = [];
  for (let start = 0; start < terms.length; ) {
    let length = Math.min(most.words, terms.length - start);
    const key = () => terms.slice(start, start + length).join(" ");
    while (length > 1 && findRenderings(key()).length === 0) length -= 1;
    const own = terms.slice(start, start + length);
    if (!isCommonWord(key())) senses.push({ terms: own, clause: toSense(findRenderings(key()), vocabulary) });
    start += length;
  }
  return senses;
}

/**
 * English stems in order as a query to Chinese text: the longest gloss at each place is one sense, the Chinese words
 * that it explains the members. Words of one character count little, longer ones are asked whole or by their pairs. [LX5]
 * @example translateLatin(["carbon", "dioxid"], vocabulary) // 二氧化碳
 */
export function translateLatin(terms: readonly string[], vocabulary: Vocabulary): readonly Clause[] {
  return readLatinSenses(terms, vocabulary).flatMap(({ clause }) => clause ?? []);
}

function toSense(words: readonly Rendering[], { holds }: Vocabulary): Clause | null {
  const weighed = words
    .map(([word, weight]): Rendering => [word, [...word].length === 1 ? weight / 4 : weight])
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const members = new Map<string, number>();
  const raise = (term: string, weight: number) => members.set(term, Math.max(members.get(term) ?? 0, weight));
  for (const [word, weight] of weighed) {
    if (members.size >= most.renderings) break;
    const characters = [...word];
    const pairs = characters.slice(1).map((character, at) => `${characters[at]}${character}`);
    if (holds(word)) raise(word, weight);
    else if (pairs.length > 1)
      for (const pair of pairs.filter(holds)) raise(pair, weight / (2 * pairs.length));
  }
  return members.size === 0 ? null : { members: toMembers([...members]), weight: 1 };
}

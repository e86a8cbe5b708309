import type { Span } from "@lilink/engine/text";
import type { Mention } from "../analyze/mention.ts";
import wordsJson from "../data/kind-groups.json" with { type: "json" };

/** What is seen at a place of a text; no place where it is of the whole text. */
export type KindFeature = { readonly name: string; readonly place: Span | null };

const token = /[a-z]+(?:'[a-z]+)?|\d+(?:[.,]\d+)*|\p{Script=Han}|[?!:]|■/gu;
const groups = Object.entries(wordsJson).map(([name, words]) => ({ name, words: new RegExp(words, "giu") }));
const [start, opening, first] = [4, 12, 14] as const;

/**
 * What tells a need, an offer and a project apart, as names of features: pairs and triples of words with their place, and groups of words that
 * buy, sell, seek, pay or research. A thing of the chain counts as ■ and a number as 0, so that what is dealt in does not tell who deals. [MT113]
 * @param mentions the things of the text
 * @example kindFeatures("求购碳酸锂", [{ start: 2, end: 5, … }]).map(({ name }) => name) // ["求", "求 购", "^求 购", …]
 */
export function kindFeatures(
  text: string,
  mentions: readonly Pick<Mention, "start" | "end">[],
): readonly KindFeature[] {
  const masked = maskThings(text, mentions);
  const tokens = [...masked.toLowerCase().matchAll(token)].map(({ 0: word, index }) => ({
    word: /^\d/.test(word) ? "0" : word,
    start: index,
    end: index + word.length,
  }));
  const features = tokens.flatMap(({ word, ...one }, at): readonly KindFeature[] => {
    const [next, third] = [tokens[at + 1], tokens[at + 2]];
    const pair = { start: one.start, end: next?.end ?? one.end };
    const two = `${word} ${next?.word ?? "$"}`;
    return [
      { name: word, place: one },
      { name: two, place: pair },
      ...(at < opening ? [{ name: `^${two}`, place: pair }] : []),
      ...(at < start ? [{ name: `^^${word}`, place: one }] : []),
      ...(/\p{Script=Han}/u.test(word)
        ? [
            {
              name: `${two} ${third?.word ?? "$"}`,
              place: { start: one.start, end: third?.end ?? pair.end },
            },
          ]
        : []),
    ];
  });
  const whole = [...groupFeatures(masked), of(`Chinese ${/\p{Script=Han}/u.test(text)}`)];
  const seen = new Set<string>();
  return [...features, ...whole].filter(({ name }) => !seen.has(name) && seen.add(name));
}

const of = (name: string, place: Span | null = null): KindFeature => ({ name, place });

/** Which groups of words a text has, which comes first and last, and which stand together. */
function groupFeatures(masked: string): readonly KindFeature[] {
  const found = groups.flatMap(({ name, words }) => {
    const places = [...masked.matchAll(words)].map(({ index, 0: word }) => ({
      start: index,
      end: index + word.length,
    }));
    const [place] = places;
    return place ? [{ name, place, last: places.at(-1) ?? place, isOften: places.length > 1 }] : [];
  });
  if (found.length === 0) return [of("no group")];
  const [firstOne] = [...found].sort((a, b) => a.place.start - b.place.start);
  const [lastOne] = [...found].sort((a, b) => b.last.start - a.last.start);
  return [
    ...found.flatMap(({ name, place, isOften }) => [
      of(`group ${name}`, place),
      ...(place.start < first ? [of(`early ${name}`, place)] : []),
      ...(isOften ? [of(`often ${name}`, place)] : []),
    ]),
    ...found.flatMap(({ name }, at) => found.slice(at + 1).map((other) => of(`${name} with ${other.name}`))),
    ...(firstOne ? [of(`first ${firstOne.name}`, firstOne.place)] : []),
    ...(lastOne ? [of(`last ${lastOne.name}`, lastOne.last)] : []),
  ];
}

/** A text of the same length in which each thing of the chain is one ■ and spaces. */
function maskThings(text: string, mentions: readonly Pick<Mention, "start" | "end">[]): string {
  let masked = text;
  let free = 0;
  for (const { start: from, end } of [...mentions].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (from < free || end <= from) continue;
    masked = `${masked.slice(0, from)}■${" ".repeat(end - from - 1)}${masked.slice(end)}`;
    free = end;
  }
  return masked;
}

import { foldText, hanOfPinyin, queryTokensOf, simplifyHan, toTsQueryInput } from "@lilink/model/text";

const words = /\p{Script=Han}+|[^\s\p{Script=Han}]+/gu;
const latin = /^[a-z']+$/;
const maxGroups = 8;
const maxTokens = 24;
/** Pinyin may be typed syllable by syllable; the longest name of the chain has more. */
const maxSyllables = 8;

/**
 * The words of a query, each as input of to_tsquery. A word must stand in one part as a whole, since its character
 * pairs mean nothing apart; different words may stand in different parts. What is typed in traditional characters or as
 * the pinyin of a name of the chain is asked for as it stands and as it reads ([SE2]). Empty: no text to ask for.
 */
export function toQueryGroups(text: string): string[] {
  const groups = readWords(text).map(({ typed, han }) => toGroup([typed, simplifyHan(typed), ...han]));
  return [...new Set(groups.filter(Boolean))].slice(0, maxGroups);
}

/** A query with the names of the chain in place of their pinyin, for whoever looks for concepts in it. */
export function spellOut(text: string): string {
  const read = readWords(text);
  return read.some(({ han }) => han.length > 0)
    ? read.map(({ typed, han }) => (han.length > 0 ? han.join(" ") : typed)).join(" ")
    : text;
}

type ReadWord = { readonly typed: string; readonly han: readonly string[] };

function readWords(text: string): ReadWord[] {
  const typed = foldText(text).match(words) ?? [];
  const read: ReadWord[] = [];
  for (let at = 0; at < typed.length; ) {
    const { length, han } = readPinyin(typed.slice(at, at + maxSyllables));
    read.push({ typed: typed.slice(at, at + length).join(" "), han });
    at += length;
  }
  return read;
}

/** How many of the words, from the first, are the pinyin of one name, and its characters; one word and none where none are. */
function readPinyin(typed: readonly string[]): { readonly length: number; readonly han: readonly string[] } {
  const end = typed.findIndex((word) => !latin.test(word));
  for (let length = end < 0 ? typed.length : end; length > 0; length--) {
    const han = hanOfPinyin(typed.slice(0, length).join("").replaceAll("'", ""));
    if (han.length > 0) return { length, han };
  }
  return { length: 1, han: [] };
}

function toGroup(readings: readonly string[]): string {
  const asked = readings.map((one) => toTsQueryInput(queryTokensOf(one).slice(0, maxTokens))).filter(Boolean);
  const distinct = [...new Set(asked)];
  return distinct.length > 1 ? distinct.map((one) => `(${one})`).join(" | ") : (distinct[0] ?? "");
}

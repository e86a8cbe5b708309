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
  const typed = foldText(text).match(words) ?? [];
  const groups: string[] = [];
  for (let at = 0; at < typed.length; ) {
    const { length, han } = readPinyin(typed.slice(at, at + maxSyllables));
    const asTyped = typed.slice(at, at + length).join(" ");
    groups.push(toGroup([asTyped, simplifyHan(asTyped), ...han]));
    at += length;
  }
  return [...new Set(groups.filter(Boolean))].slice(0, maxGroups);
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

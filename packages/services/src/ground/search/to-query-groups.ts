import { foldText, queryTokensOf, simplifyHan, toTsQueryInput } from "@lilink/engine/text";
import type { NamedQuery } from "@lilink/engine/text-search";
import { attributesNamed, longestAttributeName, longestNamesake, namesakesOf } from "@lilink/model/chain";
import { hanOfPinyin, tokenizer } from "@lilink/model/text";
import { remember } from "./remember.ts";

const words = /\p{Script=Han}+|[^\s\p{Script=Han}]+/gu;
const latin = /^[a-z']+$/;
const maxGroups = 8;
const maxTokens = 24;
/** Pinyin may be typed syllable by syllable; the longest name of the chain has more. */
const maxSyllables = 8;

/**
 * A word of a query, or the words of one name: input of to_tsquery; the attributes that go by it, of which a stated figure
 * answers it as well; the concepts that it names, on which a posting answers it.
 */
export type QueryGroup = {
  readonly query: string;
  readonly attributes: readonly string[];
  readonly concepts: readonly string[];
};

/**
 * The words of a query. A word must stand in one part as a whole, since its character pairs mean nothing apart; different words
 * may stand in different parts. What is typed in traditional characters or as the pinyin of a name of the chain is asked for as it
 * stands and as it reads ([SE2]), and a name of the chain by all its names ([SE11]). Empty: no text to ask for.
 */
export function toQueryGroups(text: string): QueryGroup[] {
  const groups = readGroups(text);
  const asked = new Map(groups.filter(({ query }) => query !== "").map((group) => [group.query, group]));
  return [...asked.values()].slice(0, maxGroups);
}

/** Whether a text asks for what cannot be found: it has no word, or one with letters of which no term is left ([SE9]). */
export function asksForNothing(text: string): boolean {
  if (text.trim() === "") return false;
  const read = readGroups(text);
  return (
    read.every(({ query }) => query === "") ||
    read.some(({ query, typed }) => query === "" && /[\p{L}\p{N}]/u.test(typed))
  );
}

/** A query with the names of the chain in place of their pinyin, for whoever looks for concepts in it. */
export function spellOut(text: string): string {
  const read = readWords(text);
  return read.some(({ han }) => han.length > 0)
    ? read.map(({ typed, han }) => (han.length > 0 ? han.join(" ") : typed)).join(" ")
    : text;
}

/** The names of the chain in a query, each with all that it is called, and the words beside them; pinyin as it reads. [SE13] */
export function readNames(text: string): NamedQuery {
  const names: (readonly string[])[] = [];
  const rest: string[] = [];
  for (const { typed, han } of readWords(text)) {
    if (addName(han.length > 0 ? han : [simplifyHan(typed)], names)) continue;
    if (han.length > 0) names.push(han);
    else rest.push(...cutHan(typed).filter((part) => !addName([part], names)));
  }
  return { rest: rest.join(" "), names };
}

function addName(written: readonly string[], names: (readonly string[])[]): boolean {
  const meant = written.flatMap((one) => namesakesOf(one)?.names ?? []);
  if (meant.length === 0) return false;
  names.push([...new Set([...written, ...meant].map((name) => simplifyHan(foldText(name))))].sort());
  return true;
}

/** A run of Han in words where one of them is a name of the chain; else as it stands. */
function cutHan(typed: string): readonly string[] {
  if (!/^\p{Script=Han}+$/u.test(typed)) return [typed];
  const parts = tokenizer.cutWords(simplifyHan(typed));
  return parts.some((part) => namesakesOf(part)) ? parts : [typed];
}

const readGroups = remember(200, (text) =>
  readWords(text).map((word) => ({ typed: word.typed, ...toGroup(word) })),
);

type ReadWord = {
  readonly typed: string;
  readonly han: readonly string[];
  readonly attributes: readonly string[];
};

function readWords(text: string): ReadWord[] {
  const typed = foldText(text).match(words) ?? [];
  const named = nameAttributes(typed);
  const read: ReadWord[] = [];
  for (let at = 0; at < typed.length; ) {
    const pinyin = readPinyin(typed.slice(at, at + maxSyllables));
    const length = Math.max(pinyin.length, countNamed(typed.slice(at, at + longestNamesake)));
    const han = length === pinyin.length ? pinyin.han : [];
    const attributes = [...new Set(named.slice(at, at + length).flat())];
    read.push({ typed: typed.slice(at, at + length).join(" "), han, attributes });
    at += length;
  }
  return read;
}

/** Of each word the attributes that go by it, or by the words of which it is one: "water content" is moisture, twice. */
function nameAttributes(typed: readonly string[]): readonly (readonly string[])[] {
  const plain = typed.map((word) => simplifyHan(word).replaceAll(/^\P{L}+|[^\p{L}\p{N}]+$/gu, ""));
  const named: (readonly string[])[] = [];
  while (named.length < plain.length) {
    const at = named.length;
    let length = Math.min(longestAttributeName, plain.length - at);
    const find = () => attributesNamed(plain.slice(at, at + length).join(" "));
    while (length > 1 && find().length === 0) length--;
    const found = find();
    for (let word = 0; word < length; word++) named.push(found);
  }
  return named;
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

/** How many of the words, from the first, are one name of the chain; none where they are none. */
function countNamed(typed: readonly string[]): number {
  let length = typed.length;
  while (length > 0 && !namesakesOf(simplifyHan(typed.slice(0, length).join(" ")))) length--;
  return length;
}

function toGroup({ typed, han, attributes }: ReadWord): QueryGroup {
  const written = [typed, simplifyHan(typed), ...han];
  const meant = written.flatMap((one) => namesakesOf(one) ?? []);
  const readings = [...written, ...meant.flatMap(({ names }) => names)];
  const asked = readings.map((one) => toTsQueryInput(queryTokensOf(one).slice(0, maxTokens))).filter(Boolean);
  const distinct = [...new Set(asked)];
  const query = distinct.length > 1 ? distinct.map((one) => `(${one})`).join(" | ") : (distinct[0] ?? "");
  return { query, attributes, concepts: [...new Set(meant.flatMap(({ concepts }) => concepts))] };
}

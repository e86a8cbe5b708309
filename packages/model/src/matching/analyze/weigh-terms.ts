import { isCommonWord, normalizeText } from "@lilink/engine/text";
import { findConcept } from "../../chain/index.ts";
import { isHanWord, searchTermsOf } from "../../text/index.ts";
import { findMentions } from "./find-mentions.ts";
import { nameOfSense, readSenses } from "./find-senses.ts";
import type { Mention } from "./mention.ts";
import { rarityOf } from "./term-rarity.ts";

/** What a text says with each term, terms in order of their characters; two texts that share one share the product of both. */
export type TermWeights = { readonly terms: readonly string[]; readonly weights: Float64Array };

/** A text with the concepts that it names. */
export type NamedText = { readonly text: string; readonly mentions: readonly Mention[] };

const titleFactor = 2.5;
const saturation = 1.2;
/** A pair of characters that is no word counts half. */
const pairShare = 0.5;
/** A word whose sense is counted says little more by its spelling, and nothing across languages. */
const namingShare = 0.25;
const number = /^[\d.]+$/;
const hanOnly = /^\p{Script=Han}+$/u;

/** Texts of terms that documents share, so that a market holds each once; begun anew when there are too many. */
const texts = new Map<string, string>();
const mostTexts = 32_768;

type Counts = ReadonlyMap<string, readonly [inTitle: number, inBody: number]>;

/** The terms of a title and a body with their counts: concepts, senses, words and pairs of characters. */
export function countTerms(title: string, body: string): Counts {
  const read = (text: string) => ({ text, mentions: findMentions(normalizeText(text)) });
  return countNamed(read(title), read(body));
}

function countNamed(title: NamedText, body: NamedText): Counts {
  const counts = new Map<string, [number, number]>();
  for (const [field, { text, mentions }] of [title, body].entries()) {
    const add = (term: string, times: number) => {
      const count = counts.get(term) ?? [0, 0];
      count[field === 0 ? 0 : 1] += times;
      counts.set(term, count);
    };
    const { senses, naming, rest } = readSenses(text);
    // No word of a text holds a colon.
    for (const { concept, negated } of mentions) if (!negated) add(`concept:${concept}`, 1);
    for (const [sense, times] of senses) add(`sense:${sense}`, times);
    for (const term of searchTermsOf(rest)) if (isTelling(term)) add(term, 1);
    for (const term of searchTermsOf(naming)) if (isTelling(term)) add(term, namingShare);
  }
  return counts;
}

function isTelling(term: string): boolean {
  return term.length > 1 && !isCommonWord(term);
}

/** The weight of every term of a document: rare ones more, those of the title more, repeats ever less. [MT60] */
export function weighTerms(title: NamedText, body: NamedText): TermWeights {
  const counts = countNamed(title, body);
  const terms = [...counts.keys()].map(shareText).sort((a, b) => (a < b ? -1 : 1));
  const weights = Float64Array.from(terms, (term) => {
    const [inTitle, inBody] = counts.get(term) ?? [0, 0];
    // Who names a thing by three names, or in every line, offers no more of it.
    const isThing = term.includes(":");
    const count = titleFactor * Math.min(1, inTitle) + (isThing ? Math.min(1, inBody) : inBody);
    const worth = rarityOf(term) * (isPiece(term) ? pairShare : 1);
    return Math.sqrt(worth) * (count / (count + saturation));
  });
  return { terms, weights };
}

function shareText(term: string): string {
  const known = texts.get(term);
  if (known !== undefined) return known;
  if (texts.size === mostTexts) texts.clear();
  texts.set(term, term);
  return term;
}

function isPiece(term: string): boolean {
  return hanOnly.test(term) && term.length === 2 && !isHanWord(term);
}

/** A term as people read it; null: nobody reads it as a word. */
export function labelOf(term: string): string | null {
  if (isPiece(term)) return null;
  const [kind, name] = term.split(":");
  if (name === undefined) return number.test(term) ? null : term;
  if (kind === "sense") return nameOfSense(name);
  const concept = findConcept(name);
  return concept ? `${concept.zh} (${concept.en})` : null;
}

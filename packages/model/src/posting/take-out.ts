import { listClauses, type TextSpan } from "./clause.ts";
import { toPlainText } from "./find-contacts.ts";

/** What stands where words were taken out of a text: a mark that authors do not use for themselves. */
export const takenOut = "[…]";

/**
 * A text without the clauses that tell what it should not, wherever and in whatever width the words stand in it; each place keeps a
 * mark. Of a text that is one clause only the words themselves go. [PO11]
 * @param quote the words as a hint quotes them, in the plain form of the text
 * @example takeOut("碳酸锂，价格不超过 ８.5 万元/吨，月付", "8.5 万元") // "碳酸锂，[…]，月付"
 */
export function takeOut(text: string, quote: string): string {
  const wanted = toPlainText(quote);
  if (wanted === "") return text;
  const clauses = listClauses(text);
  let rest = text;
  let kept = "";
  for (let found = findPlain(rest, wanted); found; found = findPlain(rest, wanted)) {
    const gone = clauses.length > 1 ? widen(found, clauses, text.length - rest.length) : found;
    kept += rest.slice(0, gone.start) + takenOut;
    rest = rest.slice(gone.end);
  }
  return kept + rest;
}

/** What an organization calls itself where its name does not stand, in the language of the text. */
export const unnamedOwn = (text: string): string => (/\p{Script=Han}/u.test(text) ? "我司" : "our company");

/**
 * A text that calls its author's organization "our company" wherever it stood by its name; every other word stays. [PO11]
 * @example replaceName("Beichuan seeks LFP cathode.", "Beichuan") // "Our company seeks LFP cathode."
 */
export function replaceName(text: string, quote: string): string {
  const wanted = toPlainText(quote);
  if (wanted === "") return text;
  const own = unnamedOwn(text);
  let rest = text;
  let kept = "";
  for (let found = findPlain(rest, wanted); found; found = findPlain(rest, wanted)) {
    kept += rest.slice(0, found.start);
    const begins = /(?:^|[.!?\n]\s*)$/.test(kept.trimEnd() === "" ? "" : kept);
    kept += begins ? own.charAt(0).toUpperCase() + own.slice(1) : own;
    rest = rest.slice(found.end);
  }
  return kept + rest;
}

/** A place of the rest of a text, which begins at `from`, with the clauses that it touches. */
function widen(found: TextSpan, clauses: readonly TextSpan[], from: number): TextSpan {
  const touched = clauses.filter(({ start, end }) => start - from < found.end && end - from > found.start);
  return {
    start: Math.max(0, Math.min(found.start, ...touched.map(({ start }) => start - from))),
    end: Math.max(found.end, ...touched.map(({ end }) => end - from)),
  };
}

/** Where words stand in a text that may write them otherwise: the plain form of each letter is told apart by its place. */
function findPlain(text: string, wanted: string): TextSpan | null {
  const places: number[] = [];
  let plain = "";
  let at = 0;
  for (const letter of text) {
    const unfolded = letter.normalize("NFKC");
    for (let index = 0; index < unfolded.length; index++) places.push(at);
    plain += unfolded;
    at += letter.length;
  }
  const start = plain.indexOf(wanted);
  if (start < 0) return null;
  const last = places[start + wanted.length - 1] ?? 0;
  const letter = String.fromCodePoint(text.codePointAt(last) ?? 0);
  return { start: places[start] ?? 0, end: last + letter.length };
}

import type { TextSpan } from "./clause.ts";
import { cutPiece, isAmount, pieceAround } from "./cut-piece.ts";
import { toPlainText } from "./find-contacts.ts";

/**
 * A text without what tells what it should not, wherever and in whatever width the words stand in it: of an amount the shortest piece
 * without which the sentence reads, else its clause with the comma that joins it. Nothing stands in its place. [PO11]
 * @param quote the words as a hint quotes them, in the plain form of the text
 * @example takeOut("碳酸锂，价格不超过 ８.5 万元/吨，月付", "8.5 万元") // "碳酸锂，月付"
 */
export function takeOut(text: string, quote: string): string {
  const wanted = toPlainText(quote);
  if (wanted === "") return text;
  let rest = text;
  for (let found = findPlain(rest, wanted); found; ) {
    const next = cutPiece(rest, pieceAround(rest, found, isAmount(wanted)));
    // A piece that leaves the text as long would be sought for ever.
    if (next.length >= rest.length) return next;
    rest = next;
    found = findPlain(rest, wanted);
  }
  return rest;
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
  // "125 t" does not tell "5 t".
  let start = plain.indexOf(wanted);
  while (start > 0 && /^\d/.test(wanted) && /[\d.]/.test(plain.charAt(start - 1)))
    start = plain.indexOf(wanted, start + 1);
  if (start < 0) return null;
  const last = places[start + wanted.length - 1] ?? 0;
  const letter = String.fromCodePoint(text.codePointAt(last) ?? 0);
  return { start: places[start] ?? 0, end: last + letter.length };
}

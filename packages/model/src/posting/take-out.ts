import { toPlainText } from "./find-contacts.ts";

/** What stands where words were taken out of a text. */
export const takenOut = "…";

/**
 * A text without words that it should not tell, wherever and in whatever width they stand in it; each place keeps a mark. [PO11]
 * @param quote the words as a hint quotes them, in the plain form of the text
 * @example takeOut("首批 １２０ 吨", "120 吨") // "首批 …"
 */
export function takeOut(text: string, quote: string): string {
  const wanted = toPlainText(quote);
  if (wanted === "") return text;
  let rest = text;
  let kept = "";
  for (let found = findPlain(rest, wanted); found; found = findPlain(rest, wanted)) {
    kept += rest.slice(0, found.start) + takenOut;
    rest = rest.slice(found.end);
  }
  return kept + rest;
}

/** Where words stand in a text that may write them otherwise: the plain form of each letter is told apart by its place. */
function findPlain(text: string, wanted: string): { readonly start: number; readonly end: number } | null {
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

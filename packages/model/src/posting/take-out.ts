import type { TextSpan } from "./clause.ts";
import { cutPiece, isAmount, pieceAround } from "./cut-piece.ts";
import { toPlainText } from "./find-contacts.ts";

/** A text without what tells too much, and the words that went, piece by piece. */
export type TakenOut = { readonly rest: string; readonly words: readonly string[] };

const joining = /^[\s，,、；;。]+|[\s，,、；;。]+$|(?<=[^.]{4})\.$/g;

/**
 * A text without what tells what it should not, wherever and in whatever width the words stand in it: of an amount the shortest piece
 * without which the sentence reads, else its clause with the comma that joins it, but never the name of goods. Nothing stands in its place;
 * what goes beside the words is joining marks and space. [PO11]
 * @param quote the words as a hint quotes them, in the plain form of the text
 * @example cutTold("碳酸锂，价格不超过 ８.5 万元/吨，月付", "8.5 万元") // { rest: "碳酸锂，月付", words: ["价格不超过 ８.5 万元/吨"] }
 */
export function cutTold(text: string, quote: string): TakenOut {
  const wanted = toPlainText(quote);
  const words = new Set<string>();
  let rest = text;
  for (let found = wanted === "" ? null : findPlain(rest, wanted); found; found = findPlain(rest, wanted)) {
    const piece = pieceAround(rest, found, isAmount(wanted));
    words.add(rest.slice(piece.start, piece.end).replaceAll(joining, ""));
    const next = withoutRate(cutPiece(rest, piece), piece.start, isAmount(wanted));
    const isShorter = next.length < rest.length;
    rest = next;
    // A piece that leaves the text as long would be sought for ever.
    if (!isShorter) break;
  }
  return { rest, words: [...words] };
}

const rateBehind = /^((?:\s?[A-Za-z][\w-]*){1,4}?) per (?:month|year|week|quarter|annum)\b/;

/** We can offer PVDF per month: a rate behind the goods goes with the amount that stood before them. */
function withoutRate(text: string, at: number, isOfAmount: boolean): string {
  const behind = isOfAmount ? rateBehind.exec(text.slice(at)) : null;
  return behind ? text.slice(0, at) + behind[1] + text.slice(at + behind[0].length) : text;
}

/** How many letters of the rest stand on each side of what went. */
const reachOfRest = 30;

/**
 * The words of a text around the place at which it differs from another one, so that somebody sees how it reads; "" where nothing is left.
 * @example restAround("碳酸锂，价格 8.5 万元，月付", "碳酸锂，月付") // "碳酸锂，月付"
 */
export function restAround(text: string, rest: string): string {
  let at = 0;
  while (at < rest.length && text[at] === rest[at]) at++;
  const isInWord = (place: number) => /[\p{L}\p{N}]/u.test(rest.charAt(place)) && !isHan(rest.charAt(place));
  let start = Math.max(0, at - reachOfRest);
  let end = Math.min(rest.length, at + reachOfRest);
  while (start > 0 && isInWord(start) && isInWord(start - 1)) start--;
  while (end < rest.length && isInWord(end) && isInWord(end - 1)) end++;
  const words = rest.slice(start, end).replace(/\s+/g, " ").trim();
  return words === "" ? "" : `${start > 0 ? "…" : ""}${words}${end < rest.length ? "…" : ""}`;
}

const isHan = (letter: string) => /\p{Script=Han}/u.test(letter);

/** The rest alone. */
export const takeOut = (text: string, quote: string): string => cutTold(text, quote).rest;

/** What an organization calls itself where its name does not stand, in the language of the text: a university is no company. [PO11] */
export function unnamedOwn(text: string, names: readonly string[] = []): string {
  const isHan = /\p{Script=Han}/u.test(text);
  const all = names.join(" ");
  if (/大学|学校|universit/i.test(all)) return isHan ? "本校" : "our university";
  if (/学院|研究院|科学院|institut|academ/i.test(all)) return isHan ? "本院" : "our institute";
  if (/研究所|实验室|laborator/i.test(all)) return isHan ? "本所" : "our laboratory";
  return isHan ? "我司" : "our company";
}

const article = /\b(?:the|an?)\s+$/i;
/** What belongs to a name behind it: the rest of what kind of body it is. */
const ofName =
  /^(?:\s(?!(?:is|are|and|or|of|for|needs?|seeks?|offers?)\b)[\p{L}&-]+){0,4}?\s(?:[Ii]nstitute|[Uu]niversity|[Ll]ab(?:oratory)?|[Aa]cademy|[Cc]ollege|[Cc]ompany|[Gg]roup|[Ww]orks|[Pp]lant|[Ss]chool|[Cc]ent(?:re|er))\b(?:\sof(?:\s(?:and\s)?\p{Lu}[\p{L}-]*){1,4})?|^(?:(?![求采购需供售寻在的与和])\p{Script=Han}){0,6}?(?:有限公司|公司|大学|学院|研究院|研究所|实验室|集团)/u;

/**
 * A text that calls its author's organization "our company" wherever it stood by its name, with its article; every other word stays. [PO11]
 * @example replaceName("Beichuan seeks LFP cathode.", "Beichuan") // "Our company seeks LFP cathode."
 */
export function replaceName(text: string, quote: string, names: readonly string[] = []): string {
  const wanted = toPlainText(quote);
  if (wanted === "") return text;
  const own = unnamedOwn(text, names);
  let rest = text;
  let kept = "";
  for (let found = findPlain(rest, wanted); found; found = findPlain(rest, wanted)) {
    kept += rest.slice(0, found.start).replace(article, "");
    const begins = /(?:^|[.!?\n]\s*)$/.test(kept.trimEnd() === "" ? "" : kept);
    kept += begins ? own.charAt(0).toUpperCase() + own.slice(1) : own;
    rest = rest.slice(found.end);
    rest = rest.slice(ofName.exec(rest)?.[0].length ?? 0);
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
  const end = last + letter.length;
  // 40 t of "40 tonnes": no word is cut in two.
  const more = /[a-z]$/i.test(wanted) ? (/^[a-z]+/i.exec(text.slice(end))?.[0].length ?? 0) : 0;
  return { start: places[start] ?? 0, end: end + more };
}

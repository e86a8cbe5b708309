import type { Span } from "../text/index.ts";
import type { DateAtom } from "./date-forms.ts";
import { dayText } from "./stretch.ts";

/** A stretch of time in ISO days; an open side is absent. */
export type Window = Span & { readonly from?: string | undefined; readonly to?: string | undefined };

const joint =
  /^ ?(?:份|度|起|开始)?,? ?(?:-{1,2}|~|一?直?[至到]|—|–|to|until|till|through|thru|and|\.{2,3}|…|\/) ?(?:the )?(?:end of )?$/i;
const opened = /^ ?[(（] ?(?:from )?$/i;
const andBetween = /\b(?:between|from) *$/i;

/** The second half of 2027 (1 July to 31 December): what stands in brackets says the same more closely. */
export function closerOf(text: string, atom: DateAtom, first: DateAtom, last: DateAtom): Window | null {
  const isWithin =
    atom.year !== undefined &&
    opened.test(text.slice(atom.end, first.start)) &&
    isJoined(text, first, last) &&
    /^ ?[)）]/.test(text.slice(last.end, last.end + 2));
  const pair = isWithin ? pairOf({ ...first, year: first.year ?? atom.year }, last) : null;
  return pair && { ...pair, start: atom.start };
}

export function isJoined(text: string, atom: DateAtom, next: DateAtom): boolean {
  const gap = text.slice(atom.end, next.start);
  if (!joint.test(gap)) return false;
  return !/and/i.test(gap) || andBetween.test(text.slice(Math.max(0, atom.start - 9), atom.start));
}

/** A year that one of two dates lacks is that of the other; a span that would run backwards goes over the new year. */
export function pairOf(first: DateAtom, second: DateAtom): Window | null {
  const isBackward = first.first[0] * 100 + first.first[1] > second.last[0] * 100 + (second.last[1] || 31);
  const y1 = first.year ?? (second.year === undefined ? undefined : second.year - (isBackward ? 1 : 0));
  const y2 =
    second.lastYear ??
    second.year ??
    (first.year === undefined ? undefined : first.year + (isBackward || second.isNextYear ? 1 : 0));
  if (y1 === undefined || y2 === undefined) return null;
  const [from, to] = [dayText(y1, first.first), dayText(y2, second.last)];
  return from > to ? null : { start: first.start, end: second.end, from, to };
}

import type { Span } from "../text/index.ts";
import type { DateAtom } from "./date-forms.ts";
import type { Window } from "./pair-dates.ts";
import { dayText } from "./stretch.ts";

const longestSentence = 400;
const sentenceEnd = /[。;；\n]|\. /;
// 6月再交200吨, 4-12月每月200吨, 300 t in September: what is delivered then.
const deliveredAfter =
  /^(?:份|底|初|中|前)*[^,，。;；\n\d]{0,6}(?:[交供发到提运]|每月|各|再|\d[\d.,]* ?(?:吨|万|t\b|kt\b|kg\b|MT\b))/;

/**
 * Another time of the same sentence at which something else is delivered, so that neither is the window of the whole: 3月交100吨,
 * 6月再交200吨. Null where there is none, or where the one lies within the other. [MT41]
 */
export function findRival(
  text: string,
  best: Window,
  others: readonly Window[],
  atoms: readonly DateAtom[],
): Span | null {
  const isBeside = (span: Span) => {
    const [first, last] = span.start < best.start ? [span, best] : [best, span];
    const gap = last.start - first.end;
    return gap <= longestSentence && !sentenceEnd.test(text.slice(first.end, last.start));
  };
  const dated = others.find((other) => isBeside(other) && !isWithin(other, best) && !isWithin(best, other));
  if (dated) return { start: Math.min(best.start, dated.start), end: Math.max(best.end, dated.end) };
  const year = Number((best.from ?? best.to ?? "").slice(0, 4));
  const yearless = atoms.find((atom) => {
    if (atom.year !== undefined || atom.start < best.end || !isBeside(atom)) return false;
    const window = { ...atom, from: dayText(year, atom.first), to: dayText(year, atom.last) };
    return deliveredAfter.test(text.slice(atom.end, atom.end + 16)) && !isWithin(window, best);
  });
  return yearless ? { start: best.start, end: yearless.end } : null;
}

function isWithin(inner: Window, outer: Window): boolean {
  return (
    (outer.from === undefined || (inner.from ?? "") >= outer.from) &&
    (outer.to === undefined || (inner.to ?? "9999") <= outer.to)
  );
}

import type { Span } from "../analyze/normalize-text.ts";

/** A stretch of time in ISO days; an open side is absent. */
export type Window = Span & { readonly from?: string | undefined; readonly to?: string | undefined };

type Period = Span & { readonly from: string; readonly to: string };

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const quarters: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  "1": 1,
  "2": 2,
  "3": 3,
  "4": 4,
};
const year = "(?<![\\d.])(20\\d{2})";
const month = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?";

const forms: readonly (readonly [RegExp, (groups: readonly string[]) => readonly [string, string] | null])[] =
  [
    [
      new RegExp(`${year}年(\\d{1,2})月(\\d{1,2})[日号]`, "gi"),
      ([y = "", m = "", d = ""]) => dayOf(+y, +m, +d),
    ],
    [
      new RegExp(`${year}-(\\d{1,2})-(\\d{1,2})(?!\\d)`, "gi"),
      ([y = "", m = "", d = ""]) => dayOf(+y, +m, +d),
    ],
    [new RegExp(`${year}年(\\d{1,2})月`, "gi"), ([y = "", m = ""]) => spanOf(+y, +m, +m)],
    [new RegExp(`${year}年?(?:第)?([一二三四1-4])季度?`, "gi"), ([y = "", q = ""]) => quarterOf(+y, q)],
    [new RegExp(`${year}年?上半年`, "gi"), ([y = ""]) => spanOf(+y, 1, 6)],
    [new RegExp(`${year}年?下半年`, "gi"), ([y = ""]) => spanOf(+y, 7, 12)],
    [new RegExp(`${year} ?Q([1-4])`, "gi"), ([y = "", q = ""]) => quarterOf(+y, q)],
    [/Q([1-4])[ /]?(20\d{2})(?!\d)/gi, ([q = "", y = ""]) => quarterOf(+y, q)],
    [new RegExp(`\\b${month} (20\\d{2})(?!\\d)`, "gi"), ([m = "", y = ""]) => monthOf(+y, m)],
    [new RegExp(`${year}-(\\d{1,2})(?![\\d-])`, "gi"), ([y = "", m = ""]) => spanOf(+y, +m, +m)],
    [new RegExp(`${year}(?:年底?|(?= ?[-~至到] ?20\\d{2}))`, "gi"), ([y = ""]) => spanOf(+y, 1, 12)],
    [
      /(?<=\b(?:from|since|until|by|before|after|during|in|through|end of|to|and) |20\d{2} ?[-~至到] ?)(20\d{2})(?!\d)/gi,
      ([y = ""]) => spanOf(+y, 1, 12),
    ],
  ];

const opens = /^(?:份|度|底|初|中)?(?:起|开始|以后|之后|后|onwards?| onwards?| and after)/i;
const opensBefore = /(?:from|since|after|starting(?: in| from)?|自|从|as of)\s*$/i;
const closes = /^(?:份|底|末)?(?:前|之前|以前|止|内完成)/;
const closesBefore = /(?:by|until|before|till|through|to the end of|end of|截至|截止到?|直到)\s*$/i;
const range = /^ ?(?:-|~|至|到|to|until) ?$/i;

/** The first stretch of time that a normal text names, and the places of all dates (which are no quantities). [MT6] */
export function readDates(text: string): {
  readonly window: Window | null;
  readonly places: readonly Span[];
} {
  const periods = listPeriods(text);
  const [first, second] = periods;
  if (!first) return { window: null, places: [] };
  const joined = second && range.test(text.slice(first.end, second.start));
  const window = joined
    ? { start: first.start, end: second.end, from: first.from, to: second.to }
    : openOrClosed(text, first);
  return { window, places: periods };
}

function openOrClosed(text: string, period: Period): Window {
  const span = { start: period.start, end: period.end };
  const after = text.slice(period.end, period.end + 12);
  const before = text.slice(Math.max(0, period.start - 18), period.start);
  if (closes.test(after) || closesBefore.test(before)) return { ...span, to: period.to };
  if (opens.test(after) || opensBefore.test(before)) return { ...span, from: period.from };
  return { ...span, from: period.from, to: period.to };
}

function listPeriods(text: string): readonly Period[] {
  const found: Period[] = [];
  for (const [pattern, read] of forms) {
    for (const match of text.matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].length };
      const days = read(match.slice(1));
      const isTaken = found.some((other) => span.start < other.end && other.start < span.end);
      if (days && !isTaken) found.push({ ...span, from: days[0], to: days[1] });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function quarterOf(y: number, q: string): readonly [string, string] | null {
  const number = quarters[q];
  return number === undefined ? null : spanOf(y, number * 3 - 2, number * 3);
}

function monthOf(y: number, name: string): readonly [string, string] | null {
  const number = months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  return number === 0 ? null : spanOf(y, number, number);
}

function spanOf(y: number, first: number, last: number): readonly [string, string] | null {
  if (first < 1 || last > 12) return null;
  return [`${y}-${two(first)}-01`, `${y}-${two(last)}-${two(lastDayOf(y, last))}`];
}

function dayOf(y: number, m: number, d: number): readonly [string, string] | null {
  if (m < 1 || m > 12 || d < 1 || d > lastDayOf(y, m)) return null;
  const day = `${y}-${two(m)}-${two(d)}`;
  return [day, day];
}

function lastDayOf(y: number, m: number): number {
  if (m === 2) return y % 4 === 0 && (y % 100 !== 0 || y % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(m) ? 30 : 31;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}

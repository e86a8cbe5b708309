import type { Span } from "../text/index.ts";
import {
  dayOf,
  daysOf,
  halfMonthOf,
  halfOf,
  monthNumber,
  monthsOf,
  quarterOf,
  type Stretch,
  seasonOf,
  spoken,
  thirdOf,
  weeksOf,
  yearsOf,
} from "./stretch.ts";

export type DateAtom = Span & Stretch;

type Read = (groups: readonly string[]) => Stretch | null;

const names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const year = "(?<!\\d)(?<!(?<!\\.)\\.)(?<![A-Za-z](?<!FY|CY))(20\\d{2})";
const month =
  "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?(?![a-z])";
const quarter = "第?([一二三四1-4])(?:个)?季度?";
const ordinals: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  "1st": 1,
  "2nd": 2,
  "3rd": 3,
  "4th": 4,
};
const whole = "(?<![A-Za-z])";
// 2030–2035 t is a span of tonnes, not of years.
const unlessCounted =
  "(?!\\d|\\.\\d|%|,\\d| ?[次周圈吨万千元只套台支件个公毫微度°μ%]| ?(?:t\\b|kt|kg|tonnes|cycles|ppm|Wh|mAh|pcs|h\\b|hours|rpm|m\\b|mm|MT\\b|tons?\\b|USD\\b|A\\b|V\\b|W\\b|N\\b|bar\\b|days\\b|x\\b))";

const full: readonly (readonly [string, Read])[] = [
  [
    `(?<![A-Za-z\\d])(\\d{1,2})(?:st|nd|rd|th)? ?(?:-|~|(?:to|and|until|till|through)(?: the)?) ?(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${month},? ${year}`,
    ([a = "", b = "", m = "", y = ""]) => daysOf(monthOf(m), +a, +b, +y),
  ],
  [
    `${whole}${month} (\\d{1,2}) ?(?:-|~|to) ?(\\d{1,2}),? ${year}`,
    ([m = "", a = "", b = "", y = ""]) => daysOf(monthOf(m), +a, +b, +y),
  ],
  [
    `${year}年(\\d{1,2})月(\\d{1,2})[日号]?[-~至到](\\d{1,2})[日号]`,
    ([y = "", m = "", d = "", end = ""]) => daysOf(+m, +d, +end, +y),
  ],
  [`${year}年(\\d{1,2})月(\\d{1,2})[日号]`, ([y = "", m = "", d = ""]) => dayOf(+m, +d, +y)],
  [
    `${year}([-/.])(\\d{1,2})\\2(\\d{1,2})(?!\\d|-(?!20\\d\\d))`,
    ([y = "", , m = "", d = ""]) => dayOf(+m, +d, +y),
  ],
  [
    `${whole}(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${month},? ${year}`,
    ([d = "", m = "", y = ""]) => dayOf(monthOf(m), +d, +y),
  ],
  [
    `${whole}${month} (\\d{1,2})(?:st|nd|rd|th)?,? ${year}`,
    ([m = "", d = "", y = ""]) => dayOf(monthOf(m), +d, +y),
  ],
  [`${year}年(\\d{1,2})月?[-~至到](\\d{1,2})月`, ([y = "", a = "", b = ""]) => monthsOf(+a, +b, +y)],
  [
    `${year}年?第?([一二三四1-4])(?:季度)?[-~至到、和]第?([一二三四1-4])季度`,
    ([y = "", a = "", b = ""]) => monthsOf(number(a) * 3 - 2, number(b) * 3, +y),
  ],
  [
    `${year}年(\\d{1,2}|[一二三四五六七八九十]{1,2})月([上中下])旬`,
    ([y = "", m = "", third = ""]) => thirdOf(monthNumber(m), "上中下".indexOf(third), +y),
  ],
  [
    `${year}年(\\d{1,2}|[一二三四五六七八九十]{1,2})月份?([初底末])`,
    ([y = "", m = "", third = ""]) => thirdOf(monthNumber(m), third === "初" ? 0 : 2, +y),
  ],
  [
    `${year}年(\\d{1,2})月份?([上下])半月`,
    ([y = "", m = "", h = ""]) => halfMonthOf(+m, h === "上" ? 1 : 2, +y),
  ],
  [
    `${whole}(early|mid|late)[- ]${month},? ${year}`,
    ([third = "", m = "", y = ""]) =>
      thirdOf(monthOf(m), ["early", "mid", "late"].indexOf(third.toLowerCase()), +y),
  ],
  [
    `(first|second|1st|2nd) half of ${month},? ${year}`,
    ([h = "", m = "", y = ""]) => halfMonthOf(monthOf(m), ordinals[h.toLowerCase()] ?? 0, +y),
  ],
  [`${year}年([一二三四五六七八九十]{1,2})月`, ([y = "", m = ""]) => monthsOf(spoken(m), spoken(m), +y)],
  [`${year}年(\\d{1,2})月`, ([y = "", m = ""]) => monthsOf(+m, +m, +y)],
  [`(?<![\\d.])(2[4-9]|3\\d)年(\\d{1,2})月`, ([y = "", m = ""]) => monthsOf(+m, +m, 2000 + +y)],
  [`${year}年?(?:的)?${quarter}`, ([y = "", q = ""]) => quarterOf(number(q), +y)],
  [`${year}年?(?:的)?([上下])半年`, ([y = "", h = ""]) => halfOf(h === "上" ? 1 : 2, +y)],
  [
    `(?<![\\d.])(2[4-9]|3\\d)(?:年第?([一二三四1-4])季度?|年?Q([1-4])(?!\\d))`,
    ([y = "", q, r]) => quarterOf(number(q ?? r ?? ""), 2000 + +y),
  ],
  [`${year}年? ?(?:-)?Q([1-4])`, ([y = "", q = ""]) => quarterOf(+q, +y)],
  [`${whole}Q([1-4])[ /,-]{0,2}(?:of )?${year}`, ([q = "", y = ""]) => quarterOf(+q, +y)],
  [`${year} ?H([12])(?!\\d)`, ([y = "", h = ""]) => halfOf(+h, +y)],
  [
    `${whole}(?<!\\d)([12])H ${month},? ${year}`,
    ([h = "", m = "", y = ""]) => halfMonthOf(monthOf(m), +h, +y),
  ],
  [`${whole}(?<!\\d)([12])H[ -]?${year}`, ([h = "", y = ""]) => halfOf(+h, +y)],
  [`${whole}H([12])[ /,-]{0,2}(?:of )?${year}`, ([h = "", y = ""]) => halfOf(+h, +y)],
  [
    `(first|second|1st|2nd) half (?:of )?${year}`,
    ([h = "", y = ""]) => halfOf(ordinals[h.toLowerCase()] ?? 0, +y),
  ],
  [
    `(first|second|third|fourth|1st|2nd|3rd|4th) quarter (?:of )?${year}`,
    ([q = "", y = ""]) => quarterOf(ordinals[q.toLowerCase()] ?? 0, +y),
  ],
  [`${whole}${month},? ?-?(?:of )?${year}`, ([m = "", y = ""]) => monthsOf(monthOf(m), monthOf(m), +y)],
  [`${year}-(1[3-9]|[2-9]\\d)(?![\\d-])`, ([y = "", z = ""]) => yearsOf(+y, 2000 + +z)],
  [
    `${year}(?:[-/]|\\.(?=(?:0\\d|1[0-2])(?:$|[-~至到起前后,，。;；)供交发|\n]|\\.(?:\\s|$)| (?:to|until)\\b| ?[-~] ?)))(\\d{1,2})(?!\\d|-(?!20\\d\\d))(?!\\.\\d| ?(?:%|wt|t\\b))`,
    ([y = "", m = ""]) => monthsOf(+m, +m, +y),
  ],
  [`${year}年初`, ([y = ""]) => monthsOf(1, 3, +y)],
  [`${year}年中(?![国试])`, ([y = ""]) => monthsOf(6, 7, +y)],
  [`${year}年(?:年)?(?:底|末)`, ([y = ""]) => monthsOf(12, 12, +y)],
  [
    `${whole}(spring|summer|autumn|fall) (?:of )?${year}`,
    ([s = "", y = ""]) => seasonOf("psaf".indexOf(s.charAt(s === "spring" ? 1 : 0)), +y),
  ],
  [`${year}年([春夏秋])[天季]`, ([y = "", s = ""]) => seasonOf("春夏秋".indexOf(s), +y)],
  [
    `${whole}(?:from )?(?:weeks?|CW|KW|wk\\.?) ?(\\d{1,2}) ?(?:to|-|~|until|through) ?(?:week |CW ?|KW ?)?(\\d{1,2}),? (?:of )?${year}`,
    ([a = "", b = "", y = ""]) => weeksOf(+a, +b, +y),
  ],
  [
    `${whole}(?:calendar week|week|CW|KW|wk\\.?) ?(\\d{1,2})(?:,? (?:of )?|/)${year}`,
    ([w = "", y = ""]) => weeksOf(+w, +w, +y),
  ],
  [`${whole}W(\\d{2})/${year}`, ([w = "", y = ""]) => weeksOf(+w, +w, +y)],
  [`${year}-?W(\\d{2})(?!\\d)`, ([y = "", w = ""]) => weeksOf(+w, +w, +y)],
  [`${year}年(?:的)?第(\\d{1,2})周`, ([y = "", w = ""]) => weeksOf(+w, +w, +y)],
  [`(?:early|start of|beginning of) ${year}`, ([y = ""]) => monthsOf(1, 3, +y)],
  [`(?:mid[- ]?|middle of )${year}`, ([y = ""]) => monthsOf(6, 7, +y)],
  [`(?:late|(?:the )?end of(?: the year| year)?,?|year-?end) ${year}`, ([y = ""]) => monthsOf(12, 12, +y)],
  [
    `${year}(?:年度?(?:全年)?|全年|(?= ?(?:[-~至到]|to|through|until|till) ?20\\d{2}${unlessCounted}))`,
    ([y = ""]) => yearsOf(+y, +y),
  ],
  [
    `(?<=\\b(?:from|since|until|by|before|after|during|in|through|throughout|year|calendar|fiscal|to|and|than|for|over|of) |20\\d{2} ?(?:[-~至到]|to|through|until|till) ?)(20\\d{2})${unlessCounted}`,
    ([y = ""]) => yearsOf(+y, +y),
  ],
];
const partial: readonly (readonly [string, Read])[] = [
  [
    "(?<![\\d个])(\\d{1,2}|[一二三四五六七八九十]{1,2})月([上中下])旬",
    ([m = "", third = ""]) => thirdOf(monthNumber(m), "上中下".indexOf(third)),
  ],
  [
    "(?<![\\d个])(\\d{1,2}|[一二三四五六七八九十]{1,2})月份?([初底末])",
    ([m = "", third = ""]) => thirdOf(monthNumber(m), third === "初" ? 0 : 2),
  ],
  [
    `${whole}(early|mid|late|(?:the )?end of)[- ]${month}`,
    ([third = "", m = ""]) =>
      thirdOf(monthOf(m), /end/i.test(third) ? 2 : ["early", "mid", "late"].indexOf(third.toLowerCase())),
  ],
  ["(?:次|翌|第二)年(\\d{1,2})月", ([m = ""]) => nextYear(monthsOf(+m, +m))],
  [
    "(?<![一二三四五六七八九十个])([一二三四五六七八九十]{1,2})月(?!产|需|供(?!货)|均)",
    ([m = ""]) => monthsOf(spoken(m), spoken(m)),
  ],
  ["(?<!\\d)(\\d{1,2})月(\\d{1,2})[日号]", ([m = "", d = ""]) => dayOf(+m, +d)],
  ["(?<![\\d个])(\\d{1,2})月(?!产|需|供(?!货)|均)", ([m = ""]) => monthsOf(+m, +m)],
  [quarter, ([q = ""]) => quarterOf(number(q))],
  ["([上下])半年", ([h = ""]) => halfOf(h === "上" ? 1 : 2)],
  // From March to the end of the year: of that year.
  [
    `(?<=(?:月|季度?|[日号旬初底末中])份?(?:起|开始)? ?,? ?(?:-{1,2}|~|—|–|一?直?[至到]) ?)(?:[当同]?年)年?[底末](?!价)`,
    () => monthsOf(12, 12),
  ],
  [`${whole}Q([1-4])(?!\\d)`, ([q = ""]) => quarterOf(+q)],
  [`${whole}H([12])(?![\\dA-Z])`, ([h = ""]) => halfOf(+h)],
  [`${whole}(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${month}`, ([d = "", m = ""]) => dayOf(monthOf(m), +d)],
  [`${whole}${month} (\\d{1,2})(?:st|nd|rd|th)?(?![\\d%])`, ([m = "", d = ""]) => dayOf(monthOf(m), +d)],
  [`${whole}${month}`, ([m = ""]) => monthsOf(monthOf(m), monthOf(m))],
];
const compile = (forms: readonly (readonly [string, Read])[]) =>
  forms.map(([source, read]) => ({ pattern: new RegExp(source, "gi"), read }));
const fullForms = compile(full);
const partialForms = compile(partial);

/** Dates with a year, and dates without one that may borrow it from a neighbour; in the order of the text. [MT6] */
export function listAtoms(text: string, isDated = false): readonly DateAtom[] {
  const found: DateAtom[] = [];
  const taken = new Uint8Array(text.length);
  for (const { pattern, read } of fullForms) collect(text, pattern, read, found, taken);
  if (isDated || found.length > 0 || /月|季|半年/.test(text))
    for (const { pattern, read } of partialForms) collect(text, pattern, read, found, taken);
  return found.sort((a, b) => a.start - b.start);
}

function collect(text: string, pattern: RegExp, read: Read, found: DateAtom[], taken: Uint8Array): void {
  for (const match of text.matchAll(pattern)) {
    const span = { start: match.index, end: match.index + match[0].length };
    const stretch = read(match.slice(1));
    if (!stretch || taken.subarray(span.start, span.end).includes(1)) continue;
    taken.fill(1, span.start, span.end);
    found.push({ ...span, ...stretch });
  }
}

function nextYear(stretch: Stretch | null): Stretch | null {
  return stretch ? { ...stretch, isNextYear: true } : null;
}

function number(q: string): number {
  return "一二三四".includes(q) ? "一二三四".indexOf(q) + 1 : Number(q);
}

function monthOf(name: string): number {
  return names.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

const bothDays =
  /(?<![\d./-])\d{1,2}(?:st|nd|rd|th|日|号)? ?(?:[-~至到]|(?:to|and|until|till|through)\b(?: the)?) ?\d{1,2}(?:st|nd|rd|th|日|号)?(?![\d./-])/i;

/** Whether a date names both its days, and so is open at neither end: the 8th to the 19th of February. */
export function namesBothDays(date: string): boolean {
  return bothDays.test(date);
}

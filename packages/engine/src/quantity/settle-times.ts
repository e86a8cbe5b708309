import type { Span } from "../text/index.ts";
import { daysOfWeek, dayText, spoken } from "./stretch.ts";

/** A text in which times relative to a day are written out, and where its places were. */
export type SettledTimes = { readonly text: string; readonly toOriginal: (span: Span) => Span };

type Day = { readonly y: number; readonly m: number; readonly d: number };
type Write = (groups: readonly string[], day: Day, before: string) => string | null;

// The first day of the year by the moon, by years of the sun.
const newYears: Readonly<Record<number, string>> = {
  2026: "02-17",
  2027: "02-06",
  2028: "01-26",
  2029: "02-13",
  2030: "02-03",
  2031: "01-23",
  2032: "02-11",
};
const months = "January February March April May June July August September October November December".split(
  " ",
);
const dayLong = 86_400_000;
const hanYears: Readonly<Record<string, number>> = { 今: 0, 本: 0, 明: 1, 来: 1, 后: 2 };
const joinedYear =
  /(?:\b(?:of|early|mid|late|quarter|half|in|from|by|until|till|before|after|during|since|through|and|to|of the|[QH]\d|\d[QH])|[-,])[ -]?$/i;

// From March 2027 to the end of the year: of the year in which it starts.
const endedYear = /(20\d\d)(?!\d)[^,，;；。\n]{0,7}(?:[-~—–至到]|\b(?:to|until|till|through)(?: the)?) ?$/i;

/** The month so many months after that of a day. */
function monthAfter({ y, m }: Day, more: number): { readonly y: number; readonly m: number } {
  const at = y * 12 + m - 1 + more;
  return { y: Math.floor(at / 12), m: (at % 12) + 1 };
}

function quarterAfter({ y, m }: Day, more: number): { readonly y: number; readonly q: number } {
  const at = y * 4 + Math.floor((m - 1) / 3) + more;
  return { y: Math.floor(at / 4), q: (at % 4) + 1 };
}

function dayBefore(day: string): readonly [number, number, number] {
  const date = new Date(Date.parse(day) - dayLong);
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
}

/** The day before the next feast: 02-05 before the sixth of February. */
function eveOf(
  day: Day,
  feast: (year: number) => string | undefined,
): readonly [number, number, number] | null {
  const own = dayText(day.y, [day.m, day.d]);
  const next = [day.y, day.y + 1]
    .flatMap((year) => (feast(year) === undefined ? [] : [`${year}-${feast(year)}`]))
    .find((each) => each > own);
  return next === undefined ? null : dayBefore(next);
}

/** The year of the next week of that number: that of the day, unless the week is over. */
function yearOfWeek(week: number, { y, m, d }: Day): number | null {
  if (week < 1 || week > 53) return null;
  return daysOfWeek(week, y)[1].getTime() < Date.UTC(y, m - 1, d) ? y + 1 : y;
}

const eveHan = (eve: readonly [number, number, number] | null, rest: string) =>
  eve && `${eve[0]}年${eve[1]}月${eve[2]}日${rest}`;
const feasts: Readonly<Record<string, (year: number) => string | undefined>> = {
  春: (year) => newYears[year],
  国: () => "10-01",
  元: () => "01-01",
  五: () => "05-01",
};

const rules: readonly (readonly [string, Write])[] = [
  [
    "(?<![产投运建达满标之以])(今|明|来|后)年(?:的)?(?:年(?=[底末初中]))?(?=[底末初中上下一二三四第\\dQqHh全]|[\\p{Script=Han}]|$|[,，。;； ])",
    ([which = ""], { y }) => (which === "今" ? null : `${y + (hanYears[which] ?? 0)}年`),
  ],
  [
    "(?:今|本)年(?:年)?(?=[底末中]|[上下]半年|第?[一二三四]季|Q[1-4]|1?\\d月|内)(内)?",
    ([inner], { y }) => (inner ? `${y}年底前` : `${y}年`),
  ],
  [
    "(?<![每去前半整往历\\d今明来后全当同一年])年([底末])(?=(?:之|以)?前(?!后)|交|到[货厂港]|发货|供货)",
    ([end = ""], { y }, before) => `${endedYear.exec(before)?.[1] ?? y}年${end}`,
  ],
  // 2027年3月起至年底: the end of the year that is named before it.
  [
    "(?<=(20\\d\\d)年1?\\d月(?:[份初中底]|[1-3]?\\d日)?(?:起|开始)?[,，]?[至到])年([底末])",
    ([year = "", end = ""]) => `${year}年${end}`,
  ],
  ["(?<![每去前半整往历\\d今明来后当同一两三年])年内", (_, { y }) => `${y}年底前`],
  [
    "(?<![一二三四五六七八九十\\d每])(下下|下|(?:本|这)(?=个?月[底末内上中下]))个?月(份)?(?!\\d)(内)?",
    ([which = "", , inner], day) => {
      const { y, m } = monthAfter(day, which === "下下" ? 2 : which === "下" ? 1 : 0);
      return `${y}年${m}月${inner ? "底前" : ""}`;
    },
  ],
  [
    "(?<![\\d个本上下每年这一二三四五六七八九十])月([底末])(?=(?:之|以)?前(?!后)|交|到[货厂港]|发货|供货)",
    ([end = ""], { y, m }) => `${y}年${m}月${end}`,
  ],
  [
    "(下|本|这)个?季度?(?![\\p{Script=Han}]?\\d)",
    ([which = ""], day) => {
      const { y, q } = quarterAfter(day, which === "下" ? 1 : 0);
      return `${y}年${q}季度`;
    },
  ],
  [
    "(?<![年\\d])([上下])半年",
    ([half = ""], { y, m }) =>
      half === "上" ? `${m > 6 ? y + 1 : y}年上半年` : m < 10 ? `${y}年下半年` : null,
  ],
  [
    "(春|国|元|五)(?:节|庆(?:节)?|旦|一)(?=(?:之|以)?前(?!后))",
    ([feast = ""], day) => eveHan(eveOf(day, feasts[feast] ?? (() => undefined)), ""),
  ],
  [
    "(?<!年|连续)第(\\d{1,2}|[一二三四五六七八九十]{1,3})周(?!期)",
    ([number = ""], day) => {
      const week = /\d/.test(number) ? Number(number) : spoken(number);
      const year = yearOfWeek(week, day);
      return year === null ? null : `${year}年第${week}周`;
    },
  ],
  [
    "\\bnext year(?!'s (?:loss|report))",
    (_, { y }, before) => `${joinedYear.test(before) ? "" : "in "}${y + 1}`,
  ],
  ["(?<=\\b(?:of|early|mid|late|quarter|half|by|until|before|[QH]\\d) )this year\\b", (_, { y }) => `${y}`],
  ["\\bnext (month|quarter)\\b", ([which = ""], day) => shortOf(which, day, 1)],
  [
    "(?<=\\b(?:of|by|early|late|until|before) )this (month|quarter)\\b",
    ([which = ""], day) => shortOf(which, day, 0),
  ],
  ["\\bnext (spring|summer|autumn|fall)\\b", ([season = ""], { y, m }) => `${season} ${m < 3 ? y : y + 1}`],
  [
    "(?:the )?\\b(?:end of (?:the )?year|year[- ]?end)\\b(?! ?,? ?\\d)",
    (_, { y }, before) => `the end of ${endedYear.exec(before)?.[1] ?? y}`,
  ],
  // 30 days end of month is a term of payment.
  [
    "(?<=\\b(?:by|before) )(?:the )?(?:end of (?:the )?month|month[- ]?end)\\b(?! ?,? ?\\d)",
    (_, { y, m }) => `the end of ${months[m - 1]} ${y}`,
  ],
  [
    "\\b(?:before|by) (Christmas|Xmas|(?:the )?(?:Chinese|Lunar) New Year|(?:the )?New Year|CNY(?= [a-z]|[.,;]|$))",
    ([feast = ""], day) => {
      const eve = eveOf(
        day,
        /mas$/i.test(feast)
          ? () => "12-25"
          : /Chin|Lun|CNY/i.test(feast)
            ? (year) => newYears[year]
            : () => "01-01",
      );
      return eve && `by ${eve[2]} ${months[eve[1] - 1]} ${eve[0]}`;
    },
  ],
  [
    "(?<![A-Za-z]|\\d ?)(?:KW|CW|wk\\.?|(?:calendar )?week) ?(\\d{1,2})(?![\\d.%]| ?(?:,|of|\\/|-|to|until)? ?(?:20\\d\\d|the|our|week|CW|KW|\\d))",
    ([number = ""], day) => {
      const year = yearOfWeek(Number(number), day);
      return year === null ? null : `week ${number} of ${year}`;
    },
  ],
];

function shortOf(which: string, day: Day, more: number): string {
  const { y, m } = monthAfter(day, more);
  const { y: year, q } = quarterAfter(day, more);
  return /month/i.test(which) ? `${months[m - 1]} ${y}` : `Q${q} ${year}`;
}

const compiled = rules.map(([source, write]) => ({ pattern: new RegExp(source, "giu"), write }));
const anyWord =
  /[今明来后本下上这]个?[年月季半]|[年月][底末]|年内|[节庆旦一]|周|year|month|quarter|mas\b|New Year|CNY|spring|summer|autumn|fall|\b(?:KW|CW|wk|week)/i;

type Piece = Span & { readonly words: string };

/**
 * Writes out the times of a normal text that are relative to a day: 明年三季度 is 2027年三季度, "Q3 next year" Q3 2027. [MT41]
 * @param today an ISO day; without one, and where nothing is relative, null
 */
export function settleTimes(text: string, today: string): SettledTimes | null {
  const [y = 0, m = 0, d = 0] = today.split("-").map(Number);
  if (y === 0 || !anyWord.test(text)) return null;
  const pieces = compiled
    .reduce<Piece[]>((found, { pattern, write }) => {
      for (const match of text.matchAll(pattern)) {
        const [start, end] = [match.index, match.index + match[0].length];
        if (found.some((piece) => piece.start < end && start < piece.end)) continue;
        const words = write(match.slice(1), { y, m, d }, text.slice(Math.max(0, start - 16), start));
        if (words !== null) found.push({ start, end, words });
      }
      return found;
    }, [])
    .sort((a, b) => a.start - b.start);
  if (pieces.length === 0) return null;
  return { text: writeOut(text, pieces), toOriginal: (span) => spanBack(pieces, span) };
}

function writeOut(text: string, pieces: readonly Piece[]): string {
  let [out, at] = ["", 0];
  for (const { start, end, words } of pieces) {
    out += text.slice(at, start) + words;
    at = end;
  }
  return out + text.slice(at);
}

/** A span of what was written out, as it lay in the text: a piece counts whole. */
function spanBack(pieces: readonly Piece[], span: Span): Span {
  const placeOf = (place: number, isEnd: boolean): number => {
    let shift = 0;
    for (const { start, end, words } of pieces) {
      const first = start + shift;
      const last = first + words.length;
      if (isEnd ? place <= first : place < first) break;
      if (isEnd ? place <= last : place < last) return isEnd ? end : start;
      shift += words.length - (end - start);
    }
    return place - shift;
  };
  return { start: placeOf(span.start, false), end: placeOf(span.end, true) };
}

import { type CalendarDate, isCalendarDate } from "../calendar/shanghai-date.ts";

const names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
/** The name of a month in English, in full or short. */
export const monthName = `(?:${names.join("|")})(?:[a-z]{0,6})\\b\\.?`;

/** A day as texts write it, with or without its year. */
export const datePattern = [
  "\\d{4}\\s?[年./-]\\s?\\d{1,2}\\s?[月./-]\\s?\\d{1,2}(?:\\s?[日号])?",
  "\\d{1,2}\\s?月\\s?\\d{1,2}\\s?[日号]?",
  "\\d{1,2}\\.\\d{1,2}\\.\\d{4}",
  `\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${monthName}(?:,? \\d{4}(?!\\d))?`,
  `${monthName} \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4}(?!\\d))?`,
].join("|");

/** The month that a word names, from 1; 0 for another word. @example monthOf("March") // 3 */
export const monthOf = (word: string): number => names.indexOf(word.slice(0, 3).toLowerCase()) + 1;

/**
 * A day in its words; one without a year is the next from a day on, and what is no day is null.
 * @example readDate("20 March", "2026-12-01") // "2027-03-20"
 */
export function readDate(words: string, today: CalendarDate): CalendarDate | null {
  const numbers = words.match(/\d+/g) ?? [];
  const named = /[a-z]{3,}/gi.exec(words.replace(/\d(?:st|nd|rd|th)|\bof\b/gi, ""));
  const year = numbers.find((one) => one.length === 4);
  const rest = numbers.filter((one) => one.length < 4);
  const isGerman = /^\d{1,2}\.\d{1,2}\.\d{4}$/.test(words.trim());
  const [month = "", day = ""] = named
    ? [String(monthOf(named[0])), rest[0]]
    : isGerman
      ? rest.toReversed()
      : rest;
  const inYear = (of: string) => `${of}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const first = inYear(year ?? today.slice(0, 4));
  const told = !year && first < today ? inYear(String(Number(today.slice(0, 4)) + 1)) : first;
  return isCalendarDate(told) ? told : null;
}

const anyDate = new RegExp(datePattern, "i");
const ends = /前|止|截止|底|\b(?:by|until|till|before|latest|end of)\b/i;

/**
 * The day that the words of a question name, as the end of a time where they say so, else as its start; null where they name none.
 * The day of a first lot begins the deliveries, whatever "by" stands at it. [PO16]
 * @example readEnd("by 20 March", "2026-12-01") // { to: "2027-03-20" }
 */
export function readEnd(
  words: string,
  today: CalendarDate,
  isOfFirstLot = false,
): { readonly from: CalendarDate } | { readonly to: CalendarDate } | null {
  const day = readDate(anyDate.exec(words)?.[0] ?? "", today);
  if (!day) return null;
  return ends.test(words) && !isOfFirstLot ? { to: day } : { from: day };
}

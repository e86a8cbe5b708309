import {
  type CalendarDate,
  isCalendarDate,
  shiftDate,
  shiftMonths,
  weekdayOf,
} from "../calendar/shanghai-date.ts";

const zhDay = "[一二三四五六日天末]";
/** A day that is told from the day of writing: 这周五, 下周三, 月底, by Friday, the end of next week. */
export const spokenDay = [
  `(?:[本这]个?|下下?个?)?(?:周|星期|礼拜)${zhDay}`,
  "(?:[本这]个?|下下?个?)(?:周|星期|礼拜)(?:内|之?内)",
  "今[天日]|明[天日]|后天",
  "(?<![\\d〇零一二三四五六七八九十次下明后去前上几])[本这当]?个?(?:月|年)[底末]",
  "(?:20\\d\\d\\s?年\\s?)?(?<!\\d)\\d{1,2}\\s?月[底末]",
  "下个?月[底末]",
  "(?:(?:this|next|coming) )?(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: next week)?",
  "tomorrow|today|tonight",
  "(?:the )?(?:end of (?:(?:the|this|next) )?(?:week|month)|month[- ]end|week[- ]end)",
].join("|");

const zhDays = "一二三四五六日";
const enDays = ["mon", "tues", "wednes", "thurs", "fri", "satur", "sun"];

/**
 * The day that spoken words mean from the day of writing, or null. A day of the week without more is the next one; "next Friday" and
 * 下周五 are that of the next week. The end of a week is its Friday in English and its Sunday in Chinese. [PO31]
 * @example readSpokenDay("下周三", "2026-12-02") // "2026-12-09"
 */
export function readSpokenDay(words: string, today: CalendarDate): CalendarDate | null {
  const plain = words.trim().toLowerCase();
  // From 1, a Monday.
  const own = ((weekdayOf(today) + 6) % 7) + 1;
  const monday = shiftDate(today, 1 - own);
  const lastOf = (months: number) => shiftDate(shiftMonths(`${today.slice(0, 7)}-01`, months + 1), -1);
  if (/^(?:今|today|tonight)/.test(plain)) return today;
  if (/^(?:明[天日]|tomorrow)/.test(plain)) return shiftDate(today, 1);
  if (/^后天/.test(plain)) return shiftDate(today, 2);
  if (/年[底末]$/.test(plain)) return `${today.slice(0, 4)}-12-31`;
  const named = /^(?:(20\d\d)\s?年\s?)?(\d{1,2})\s?月[底末]/.exec(plain);
  if (named) return endOfNamed(named[1], Number(named[2]), today);
  if (/月[底末]$|month/.test(plain)) return lastOf(/下|next/.test(plain) ? 1 : 0);
  if (/week-? ?end$|end of .*week/.test(plain)) return shiftDate(monday, 4 + (/next/.test(plain) ? 7 : 0));
  const zh = /(?:周|星期|礼拜)([一二三四五六日天末内之])/.exec(plain)?.[1];
  const weekday = zh
    ? /[天末内之]/.test(zh)
      ? 7
      : zhDays.indexOf(zh) + 1
    : enDays.findIndex((name) => plain.includes(`${name}day`)) + 1;
  if (weekday < 1) return null;
  if (/^下下/.test(plain)) return shiftDate(monday, weekday + 13);
  if (/^下|next/.test(plain)) return shiftDate(monday, weekday + 6);
  const day = shiftDate(monday, weekday - 1);
  if (/^[本这]|^this/.test(plain)) return day;
  return weekday >= own ? day : shiftDate(day, 7);
}

/** The end of a month that is named, the next one where no year is. */
function endOfNamed(year: string | undefined, month: number, today: CalendarDate): CalendarDate | null {
  const inYear = (of: string) => `${of}-${String(month).padStart(2, "0")}-01`;
  const first = inYear(year ?? today.slice(0, 4));
  const isOver = year === undefined && first.slice(0, 7) < today.slice(0, 7);
  const begins = isOver ? inYear(String(Number(today.slice(0, 4)) + 1)) : first;
  return isCalendarDate(begins) ? shiftDate(shiftMonths(begins, 1), -1) : null;
}

import daysJson from "./data/china-days.json" with { type: "json" };
import {
  type CalendarDate,
  endOfShanghaiDay,
  shiftDate,
  toShanghaiDate,
  weekdayOf,
} from "./shanghai-date.ts";

const holidays = new Set(daysJson.holidays);
const workdays = new Set(daysJson.workdays);

/** What the calendar knows: outside `from`…`to` only Saturdays and Sundays are off, and screens say so. */
export const calendarCoverage: {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly source: string;
  readonly licence: string;
  readonly vintage: string;
} = {
  from: daysJson.from,
  to: daysJson.to,
  source: daysJson.source,
  licence: daysJson.licence,
  vintage: daysJson.vintage,
};

/** The days on which China rests or works against the rule of the week, for the same calendar in the database. */
export const exceptionalDays: Readonly<Record<"holidays" | "workdays", readonly CalendarDate[]>> = {
  holidays: daysJson.holidays,
  workdays: daysJson.workdays,
};

/** Whether the public holidays of a day are known. */
export function isCovered(date: CalendarDate): boolean {
  return date >= calendarCoverage.from && date <= calendarCoverage.to;
}

/**
 * Whether people work on a day in China: not on public holidays, on weekends only where the State Council made them
 * working days. [CA1]
 * @throws LilinkError INVALID_INPUT when the day does not exist
 * @example isWorkingDay("2026-10-10") // true, a Saturday worked for the National Day
 */
export function isWorkingDay(date: CalendarDate): boolean {
  const weekday = weekdayOf(date);
  if (workdays.has(date)) return true;
  return !holidays.has(date) && weekday !== 0 && weekday !== 6;
}

/** The next working day after a day. */
export function nextWorkingDay(date: CalendarDate): CalendarDate {
  let next = shiftDate(date, 1);
  while (!isWorkingDay(next)) next = shiftDate(next, 1);
  return next;
}

/**
 * The instant by which something is due: the end (23:59:59.999 Asia/Shanghai) of the n-th working day after the day on
 * which `instant` falls in Asia/Shanghai. That day itself never counts. n = 0 is the end of that very day. [CA2]
 * @param n a whole number from 0
 * @example addWorkingDays(new Date("2026-09-30T02:00:00Z"), 1) // 2026-10-08, after the National Day
 */
export function addWorkingDays(instant: Date, n: number): Date {
  let date = toShanghaiDate(instant);
  for (let count = 0; count < n; count += 1) date = nextWorkingDay(date);
  return endOfShanghaiDay(date);
}

/**
 * How many working days begin after `from`'s day and not after `to`'s day, both in Asia/Shanghai; 0 when `to` is earlier.
 * It is the inverse of addWorkingDays: countWorkingDays(x, addWorkingDays(x, n)) = n. [CA3]
 */
export function countWorkingDays(from: Date, to: Date): number {
  const last = toShanghaiDate(to);
  let count = 0;
  for (let date = nextWorkingDay(toShanghaiDate(from)); date <= last; date = nextWorkingDay(date)) count += 1;
  return count;
}

import { LilinkError } from "../error/index.ts";

// China keeps UTC+8 all year; it had summer time last in 1991, before any date of this product.
const offset = 8 * 3600_000;
const day = 24 * 3600_000;

/** A calendar day of Asia/Shanghai as "YYYY-MM-DD". */
export type CalendarDate = string;

/** Whether a text is a day that exists. @example isCalendarDate("2026-02-29") // false */
export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const [month, dayOfMonth] = [Number(text.slice(5, 7)), Number(text.slice(8))];
  return month >= 1 && dayOfMonth >= 1 && dayOfMonth <= lengthOfMonth(Number(text.slice(0, 4)), month);
}

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function lengthOfMonth(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && isLeap ? 29 : (lengths[month - 1] ?? 0);
}

/**
 * The day on which an instant falls in Asia/Shanghai, whatever zone the machine is in.
 * @example toShanghaiDate(new Date("2026-11-24T16:00:00Z")) // "2026-11-25"
 */
export function toShanghaiDate(instant: Date): CalendarDate {
  return new Date(instant.getTime() + offset).toISOString().slice(0, 10);
}

/**
 * The first millisecond of a day in Asia/Shanghai.
 * @throws LilinkError INVALID_INPUT when the day does not exist
 */
export function startOfShanghaiDay(date: CalendarDate): Date {
  if (!isCalendarDate(date))
    throw new LilinkError("INVALID_INPUT", {}, [{ field: "date", rule: "notADate" }]);
  return new Date(Date.parse(`${date}T00:00:00Z`) - offset);
}

/**
 * The last millisecond of a day in Asia/Shanghai, 23:59:59.999.
 * @throws LilinkError INVALID_INPUT when the day does not exist
 * @example endOfShanghaiDay("2026-11-24").toISOString() // "2026-11-24T15:59:59.999Z"
 */
export function endOfShanghaiDay(date: CalendarDate): Date {
  return new Date(startOfShanghaiDay(date).getTime() + day - 1);
}

/**
 * The day so many days later (earlier when negative).
 * @throws LilinkError INVALID_INPUT when the day does not exist
 */
export function shiftDate(date: CalendarDate, days: number): CalendarDate {
  return toShanghaiDate(new Date(startOfShanghaiDay(date).getTime() + days * day));
}

/** Days from one day to another; negative where the second comes first. @example daysBetween("2026-02-27", "2026-03-01") // 2 */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return (startOfShanghaiDay(to).getTime() - startOfShanghaiDay(from).getTime()) / day;
}

/** The same day so many months later, or the last of a shorter month. @example shiftMonths("2026-08-31", 18) // "2028-02-29" */
export function shiftMonths(date: CalendarDate, months: number): CalendarDate {
  const [year = 0, month = 1, ofMonth = 1] = date.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(ofMonth, last))).toISOString().slice(0, 10);
}

/** 0 is Sunday, 6 is Saturday. */
export function weekdayOf(date: CalendarDate): number {
  return new Date(startOfShanghaiDay(date).getTime() + offset).getUTCDay();
}

import { addWorkingDays, endOfShanghaiDay } from "../calendar/index.ts";
import type { Period } from "../calendar/period.ts";
import { dueWorkingDays } from "../duty/index.ts";

/**
 * The last instant at which the return of a period is in time: 23:59:59.999 Asia/Shanghai of a working day ([RT4]).
 * @example returnDueAt(parsePeriod("2026Q3")).toISOString() // 2026-10-27, after the National Day
 */
export function returnDueAt(period: Period, workingDays = dueWorkingDays[period.frequency]): Date {
  return addWorkingDays(endOfShanghaiDay(period.lastDay), workingDays);
}

/**
 * Whether what is handed in at an instant is late: the due instant itself is still in time, to the millisecond ([RT4]). This
 * one comparison decides for every way of filing.
 */
export function isLate(submittedAt: Date, dueAt: Date): boolean {
  return submittedAt.getTime() > dueAt.getTime();
}

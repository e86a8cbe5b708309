import { addWorkingDays, endOfShanghaiDay, toShanghaiDate } from "../calendar/index.ts";
import type { Period } from "../calendar/period.ts";
import { dueWorkingDays } from "../duty/index.ts";

/**
 * The last instant at which the return of a period is in time: 23:59:59.999 Asia/Shanghai of a working day ([RT4]). The days
 * count from the end of the period, or from the day of opening where the usual instant has passed by then. The first working day
 * after the opening is the earliest.
 * @example returnDueAt(parsePeriod("2026Q3"), new Date("2026-10-01T02:00:00Z")).toISOString() // 2026-10-27, after the National Day
 */
export function returnDueAt(
  period: Period,
  opensAt: Date,
  workingDays = dueWorkingDays[period.frequency],
): Date {
  const after = (day: string, days: number) => addWorkingDays(endOfShanghaiDay(day), days);
  const opened = toShanghaiDate(opensAt);
  if (after(period.lastDay, dueWorkingDays[period.frequency]) <= opensAt) return after(opened, workingDays);
  const dues = [after(period.lastDay, workingDays), after(opened, 1)];
  return new Date(Math.max(...dues.map(Number)));
}

/**
 * Whether what is handed in at an instant is late: the due instant itself is still in time, to the millisecond ([RT4]). This
 * one comparison decides for every way of filing.
 */
export function isLate(submittedAt: Date, dueAt: Date): boolean {
  return submittedAt.getTime() > dueAt.getTime();
}

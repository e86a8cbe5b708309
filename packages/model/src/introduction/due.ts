import {
  addWorkingDays,
  isWorkingDay,
  shiftDate,
  startOfShanghaiDay,
  toShanghaiDate,
} from "../calendar/index.ts";

/** Working days (Chinese calendar) in which the other side must answer ([IN2]). */
export const answerWorkingDays = 5;

const eightHours = 8 * 3_600_000;

/** The instant by which interest sent now must be answered ([IN2]). */
export function answerDueAt(sentAt: Date): Date {
  return addWorkingDays(sentAt, answerWorkingDays);
}

/**
 * When the one reminder goes out: at 8 in the morning, Asia/Shanghai, of the last working day before the due day ([IN2]).
 * @example remindAt(new Date("2026-11-30T15:59:59.999Z")).toISOString() // "2026-11-27T00:00:00.000Z", due Monday
 */
export function remindAt(dueAt: Date): Date {
  let date = shiftDate(toShanghaiDate(dueAt), -1);
  while (!isWorkingDay(date)) date = shiftDate(date, -1);
  return new Date(startOfShanghaiDay(date).getTime() + eightHours);
}

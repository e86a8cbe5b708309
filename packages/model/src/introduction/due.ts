import { addWorkingDays } from "../calendar/index.ts";
import { dutyRules, warnAt } from "../duty/index.ts";

const rule = dutyRules["introduction.answer"];

/** Working days (Chinese calendar) in which the other side must answer ([IN2]). */
export const answerWorkingDays = rule.workingDays;

/** The instant by which interest sent now must be answered ([IN2]). */
export function answerDueAt(sentAt: Date): Date {
  return addWorkingDays(sentAt, answerWorkingDays);
}

/**
 * When the one reminder goes out: at 8 in the morning, Asia/Shanghai, of the last working day before the due day ([IN2]).
 * @example remindAt(new Date("2026-11-30T15:59:59.999Z")).toISOString() // "2026-11-27T00:00:00.000Z", due Monday
 */
export function remindAt(dueAt: Date): Date {
  return warnAt(dueAt, rule.warn);
}

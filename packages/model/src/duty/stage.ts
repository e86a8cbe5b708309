import {
  addWorkingDays,
  isWorkingDay,
  shiftDate,
  startOfShanghaiDay,
  toShanghaiDate,
} from "../calendar/index.ts";
import type { DutyRule } from "./rules.ts";

const eightHours = 8 * 3_600_000;

/**
 * When the holder is warned: at 8 in the morning, Asia/Shanghai, of the n-th working day before the due day. [DU3]
 * @example warnAt(new Date("2026-11-30T15:59:59.999Z"), 1).toISOString() // "2026-11-27T00:00:00.000Z", due Monday
 */
export function warnAt(dueAt: Date, workingDays: number): Date {
  let date = toShanghaiDate(dueAt);
  for (let left = workingDays; left > 0; left -= isWorkingDay(date) ? 1 : 0) date = shiftDate(date, -1);
  return new Date(startOfShanghaiDay(date).getTime() + eightHours);
}

/** running: nothing is told yet. warned, overdue: the holder is told. escalated: the secretariat is told, a published one is listed. */
export const dutyStages = ["running", "warned", "overdue", "escalated"] as const;
export type DutyStage = (typeof dutyStages)[number];

export type DutyTimes = { readonly startedAt: Date; readonly dueAt: Date };

/**
 * How far an open duty has come. The due instant itself is still in time; a duty that starts after its warning would have gone
 * out is not warned of. [DU3]
 * @example stageOf(dutyRules["claim.decide"], { startedAt, dueAt }, dueAt) // "warned"
 */
export function stageOf(rule: DutyRule, { startedAt, dueAt }: DutyTimes, now: Date): DutyStage {
  if (now > dueAt && !rule.lapses) {
    if (rule.secretariat === null) return "overdue";
    return now > addWorkingDays(dueAt, rule.secretariat) ? "escalated" : "overdue";
  }
  return warnedSince(rule, { startedAt, dueAt }, now) === null ? "running" : "warned";
}

/**
 * The last warning that has gone out or should have, or null: a duty that started after its warning is not warned of. With `days` there
 * are several, so many days before the due day each. [DU3]
 */
export function warnedSince(rule: DutyRule, { startedAt, dueAt }: DutyTimes, now: Date): Date | null {
  const day = toShanghaiDate(dueAt);
  const warnings = rule.days
    ? rule.days.map((days) => new Date(startOfShanghaiDay(shiftDate(day, -days)).getTime() + eightHours))
    : [warnAt(dueAt, rule.warn)];
  const passed = warnings.filter((at) => startedAt < at && now >= at && now <= dueAt);
  return passed.length === 0 ? null : new Date(Math.max(...passed.map((at) => at.getTime())));
}

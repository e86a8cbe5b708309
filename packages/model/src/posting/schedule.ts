import { parseIsoWeek, weekOfDay } from "../calendar/iso-week.ts";
import { parsePeriod, periodOfDay, shiftPeriod } from "../calendar/period.ts";
import { type CalendarDate, shiftDate } from "../calendar/shanghai-date.ts";
import { parseUnit } from "../chain/index.ts";

/** An amount of one month (2027-03) or ISO week (2027-W05), in the unit of its volume. */
export type ScheduleRow = { readonly period: string; readonly amount: string };

export const scheduleSteps = ["month", "week"] as const;
export type ScheduleStep = (typeof scheduleSteps)[number];

export type SchedulePeriod = {
  readonly id: string;
  readonly step: ScheduleStep;
  readonly firstDay: CalendarDate;
  readonly lastDay: CalendarDate;
};

/** Rows of one schedule: two years of weeks. */
export const mostScheduleRows = 106;
/** How many empty months a form begins with. */
export const usualMonths = 12;

/** A month or a week as it is stored, or null. @example parseSchedulePeriod("2027-W05")?.lastDay // "2027-02-07" */
export function parseSchedulePeriod(text: string): SchedulePeriod | null {
  const week = parseIsoWeek(text);
  if (week) return { id: week.id, step: "week", firstDay: week.firstDay, lastDay: week.lastDay };
  const month = parsePeriod(text);
  if (month?.frequency !== "monthly") return null;
  return { id: month.id, step: "month", firstDay: month.firstDay, lastDay: month.lastDay };
}

/** Whether amounts of a unit can be given by month: t can, t/a is a rate already. [PO26] */
export function isAmountUnit(unit: string): boolean {
  return !/rate$|daily$/.test(parseUnit(unit)?.dimension ?? "");
}

/** What the rows add up to, exact; null where one is no number. [PO26] @example sumSchedule([{ period: "2027-01", amount: "0.1" }]) // "0.1" */
export function sumSchedule(rows: readonly ScheduleRow[]): string | null {
  let sum = 0n;
  for (const { amount } of rows) {
    const [, sign = "", whole = "", rest = ""] = /^(-?)(\d+)(?:\.(\d{1,8}))?$/.exec(amount.trim()) ?? [];
    if (whole === "") return null;
    sum += BigInt(`${sign}${whole}${rest.padEnd(8, "0")}`);
  }
  const digits = String(sum < 0n ? -sum : sum).padStart(9, "0");
  const fraction = digits.slice(-8).replace(/0+$/, "");
  return `${sum < 0n ? "-" : ""}${digits.slice(0, -8)}${fraction === "" ? "" : `.${fraction}`}`;
}

/** From the first day of the first period to the last of the last; null where a period is none. [PO26] */
export function spanOfSchedule(
  rows: readonly ScheduleRow[],
): { readonly from: CalendarDate; readonly to: CalendarDate } | null {
  const periods = rows.map(({ period }) => parseSchedulePeriod(period));
  const first = periods.map((one) => one?.firstDay ?? "").sort()[0];
  const last = periods
    .map((one) => one?.lastDay ?? "")
    .sort()
    .at(-1);
  return first && last ? { from: first, to: last } : null;
}

/** When a volume is wanted or free: as it says, else as its schedule spans. [PO26] */
export function windowOf(volume: {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly schedule?: readonly ScheduleRow[] | undefined;
}): { readonly from?: string | undefined; readonly to?: string | undefined } {
  const { from, to, schedule } = volume;
  return from || to || !schedule?.length ? { from, to } : (spanOfSchedule(schedule) ?? {});
}

/**
 * Months or weeks that follow one another, the first being that in which a day lies.
 * @example nextPeriods("2026-11-29", 2, "month") // ["2026-11", "2026-12"]
 */
export function nextPeriods(day: CalendarDate, count: number, step: ScheduleStep = "month"): string[] {
  if (step === "month") {
    const first = periodOfDay(day, "monthly");
    return Array.from({ length: count }, (_, at) => shiftPeriod(first, at).id);
  }
  return Array.from({ length: count }, (_, at) => weekOfDay(shiftDate(day, 7 * at)).id);
}

/** The periods that follow the rows of a schedule in their own step, or begin at a day where there are none. */
export function periodsAfter(rows: readonly ScheduleRow[], day: CalendarDate, count: number): string[] {
  const last = rows
    .flatMap(({ period }) => parseSchedulePeriod(period) ?? [])
    .sort((a, b) => (a.lastDay < b.lastDay ? -1 : 1))
    .at(-1);
  return last ? nextPeriods(shiftDate(last.lastDay, 1), count, last.step) : nextPeriods(day, count);
}

import { type CalendarDate, shiftDate, startOfShanghaiDay } from "./shanghai-date.ts";

/** How often a return is owed. */
export const returnFrequencies = ["monthly", "quarterly", "semiannual", "annual"] as const;
export type ReturnFrequency = (typeof returnFrequencies)[number];

/** A span for which figures are asked: "2026", "2026H1", "2026Q3" or "2026-09"; its days are those of Asia/Shanghai. */
export type Period = {
  readonly id: string;
  readonly frequency: ReturnFrequency;
  readonly year: number;
  /** Which one of its year, from 1. */
  readonly part: number;
  readonly firstDay: CalendarDate;
  readonly lastDay: CalendarDate;
};

const parts: Readonly<Record<ReturnFrequency, number>> = {
  monthly: 12,
  quarterly: 4,
  semiannual: 2,
  annual: 1,
};
const written = /^((?:19|20|21)\d\d)(?:(H)([12])|(Q)([1-4])|(-)(0[1-9]|1[0-2]))?$/;

/**
 * A period as it is written, or null where the text is none. [RT3]
 * @example parsePeriod("2026Q3")?.lastDay // "2026-09-30"
 */
export function parsePeriod(text: string): Period | null {
  const match = written.exec(text);
  if (!match) return null;
  const [, year, half, h, quarter, q, , month] = match;
  const frequency = half ? "semiannual" : quarter ? "quarterly" : month ? "monthly" : "annual";
  return toPeriod(frequency, Number(year), Number(h ?? q ?? month ?? 1));
}

/** The last day of a written period; of a text that is none, that of the year it begins with. @example lastDayOf("2026Q3") // "2026-09-30" */
export function lastDayOf(period: string): CalendarDate {
  return parsePeriod(period)?.lastDay ?? `${period.slice(0, 4)}-12-31`;
}

/** The period of a frequency that comes so many after another, before where the number is below zero. */
export function shiftPeriod(period: Period, by: number): Period {
  const count = parts[period.frequency];
  const at = period.year * count + period.part - 1 + by;
  return toPeriod(period.frequency, Math.floor(at / count), (((at % count) + count) % count) + 1);
}

/** How many periods of a frequency a year has: 12, 4, 2 or 1. */
export function periodsInYear(frequency: ReturnFrequency): number {
  return parts[frequency];
}

/** The period of a frequency in which a day of Asia/Shanghai lies. @example periodOfDay("2026-11-24", "quarterly").id // "2026Q4" */
export function periodOfDay(day: CalendarDate, frequency: ReturnFrequency): Period {
  const months = 12 / parts[frequency];
  return toPeriod(frequency, Number(day.slice(0, 4)), Math.ceil(Number(day.slice(5, 7)) / months));
}

/**
 * The instant at which a period is over: 24:00 of its last day in Asia/Shanghai, whatever zone the machine is in. [RT3]
 * @example periodEnd(parsePeriod("2026Q3")).toISOString() // "2026-09-30T16:00:00.000Z"
 */
export function periodEnd(period: Period): Date {
  return startOfShanghaiDay(shiftDate(period.lastDay, 1));
}

function toPeriod(frequency: ReturnFrequency, year: number, part: number): Period {
  const months = 12 / parts[frequency];
  const day = (y: number, month: number) =>
    `${String(y).padStart(4, "0")}-${String(month).padStart(2, "0")}-01`;
  const last = part * months;
  const next = last === 12 ? day(year + 1, 1) : day(year, last + 1);
  return {
    id: spell(frequency, year, part),
    frequency,
    year,
    part,
    firstDay: day(year, last - months + 1),
    lastDay: shiftDate(next, -1),
  };
}

function spell(frequency: ReturnFrequency, year: number, part: number): string {
  const y = String(year).padStart(4, "0");
  if (frequency === "annual") return y;
  if (frequency === "monthly") return `${y}-${String(part).padStart(2, "0")}`;
  return `${y}${frequency === "quarterly" ? "Q" : "H"}${part}`;
}

import { type CalendarDate, shiftDate, weekdayOf } from "./shanghai-date.ts";

/** A week of ISO 8601, Monday to Sunday: "2027-W05". */
export type IsoWeek = {
  readonly id: string;
  readonly year: number;
  readonly week: number;
  readonly firstDay: CalendarDate;
  readonly lastDay: CalendarDate;
};

/**
 * A week as it is written, or null where the text is none: 2027 has no week 53.
 * @example parseIsoWeek("2027-W05")?.firstDay // "2027-02-01"
 */
export function parseIsoWeek(text: string): IsoWeek | null {
  const match = /^((?:19|20|21)\d\d)-W(0[1-9]|[1-4]\d|5[0-3])$/.exec(text);
  if (!match) return null;
  const [year, week] = [Number(match[1]), Number(match[2])];
  const firstDay = shiftDate(mondayOf(`${year}-01-04`), (week - 1) * 7);
  // The Thursday of a week says to which year it belongs.
  if (!shiftDate(firstDay, 3).startsWith(String(year))) return null;
  return { id: text, year, week, firstDay, lastDay: shiftDate(firstDay, 6) };
}

/** The week in which a day lies. @example weekOfDay("2027-01-01").id // "2026-W53" */
export function weekOfDay(day: CalendarDate): IsoWeek {
  const firstDay = mondayOf(day);
  const year = Number(shiftDate(firstDay, 3).slice(0, 4));
  const first = mondayOf(`${year}-01-04`);
  const week = Math.round((Date.parse(firstDay) - Date.parse(first)) / (7 * 86_400_000)) + 1;
  const id = `${year}-W${String(week).padStart(2, "0")}`;
  return { id, year, week, firstDay, lastDay: shiftDate(firstDay, 6) };
}

function mondayOf(day: CalendarDate): CalendarDate {
  return shiftDate(day, -((weekdayOf(day) + 6) % 7));
}

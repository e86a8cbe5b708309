import { shiftMonths } from "../calendar/index.ts";
import type { RecordDuty, Values } from "./define-register.ts";

/**
 * Whether the duty of a record runs: where it is for recent events alone, not for what lies further back. An event without a day
 * counts as recent, and so does any day of a year or month of which the last day would be. [WA2]
 * @example isStillOwed(triage, { happenedOn: "2019-06-11" }, "2026-12-03") // false
 */
export function isStillOwed({ recent }: RecordDuty, values: Values, today: string): boolean {
  const day = recent && values[recent.field];
  if (!recent || typeof day !== "string") return true;
  return day >= shiftMonths(today, -12 * recent.years).slice(0, day.length);
}

import { shiftDate, weekdayOf } from "../calendar/index.ts";

/** How an entry of a calendar repeats, as far as it is read. */
export type RepeatRule = {
  readonly every: "DAILY" | "WEEKLY" | "MONTHLY" | "YEARLY";
  readonly interval: number;
  readonly count: number | null;
  /** The last day or second, as it is written. */
  readonly until: string | null;
  /** Days of the week, 0 is Sunday; `nth` counts them within a month, 0 where each is meant. */
  readonly days: readonly { readonly weekday: number; readonly nth: number }[];
  readonly weekStart: number;
};

const weekdays = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];
const readable = new Set(["FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "WKST"]);

/** Reads an RRULE of RFC 5545, or null where it has a part that is not read: whoever guesses would show busy hours as free. [AP1] */
export function readRule(text: string): RepeatRule | null {
  const parts = new Map(text.split(";").map((part) => part.split("=", 2) as [string, string]));
  if ([...parts.keys()].some((name) => !readable.has(name))) return null;
  const every = parts.get("FREQ");
  if (every !== "DAILY" && every !== "WEEKLY" && every !== "MONTHLY" && every !== "YEARLY") return null;
  const days = (parts.get("BYDAY")?.split(",") ?? []).map((day) => {
    const match = /^(-?\d)?([A-Z]{2})$/.exec(day);
    return { weekday: weekdays.indexOf(match?.[2] ?? ""), nth: Number(match?.[1] ?? 0) };
  });
  const isOdd = days.some(({ weekday, nth }) => weekday < 0 || (nth !== 0) !== (every === "MONTHLY"));
  const interval = Number(parts.get("INTERVAL") ?? 1);
  const count = parts.has("COUNT") ? Number(parts.get("COUNT")) : null;
  const weekStart = weekdays.indexOf(parts.get("WKST") ?? "MO");
  if (isOdd || (every === "YEARLY" && days.length > 0) || weekStart < 0) return null;
  if (!Number.isInteger(interval) || interval < 1 || (count !== null && !Number.isInteger(count)))
    return null;
  return { every, interval, count, until: parts.get("UNTIL") ?? null, days, weekStart };
}

const mostSteps = 20_000;

/**
 * The days on which an entry takes place, up to `last`, its first among them.
 * @example [...listDays(readRule("FREQ=WEEKLY;BYDAY=MO,WE;COUNT=3"), "2026-11-30", "2027-01-01")] // 30 November, 2 and 7 December
 */
export function* listDays(rule: RepeatRule, first: string, last: string): Generator<string> {
  let told = 0;
  for (let step = 0; step < mostSteps; step += 1) {
    const days = daysOfStep(rule, first, step);
    if ((days[0] ?? first) > last) return;
    for (const day of days) {
      if (day < first) continue;
      if (day > last || (rule.count !== null && told >= rule.count)) return;
      told += 1;
      yield day;
    }
  }
}

function daysOfStep({ every, interval, days, weekStart }: RepeatRule, first: string, step: number): string[] {
  const by = step * interval;
  if (every === "DAILY") {
    const day = shiftDate(first, by);
    return days.length === 0 || days.some(({ weekday }) => weekday === weekdayOf(day)) ? [day] : [];
  }
  if (every === "WEEKLY") {
    if (days.length === 0) return [shiftDate(first, by * 7)];
    const begin = shiftDate(first, -((weekdayOf(first) - weekStart + 7) % 7) + by * 7);
    return days.map(({ weekday }) => shiftDate(begin, (weekday - weekStart + 7) % 7)).sort();
  }
  const [year = 0, month = 1, ofMonth = 1] = first.split("-").map(Number);
  const begin = new Date(Date.UTC(year, month - 1 + (every === "YEARLY" ? 12 : 1) * by, 1));
  const length = new Date(Date.UTC(begin.getUTCFullYear(), begin.getUTCMonth() + 1, 0)).getUTCDate();
  const dayAt = (at: number) => `${begin.toISOString().slice(0, 8)}${String(at).padStart(2, "0")}`;
  if (days.length === 0) return ofMonth <= length ? [dayAt(ofMonth)] : [];
  return days
    .flatMap(({ weekday, nth }) => {
      const those = Array.from({ length }, (_, at) => dayAt(at + 1)).filter(
        (day) => weekdayOf(day) === weekday,
      );
      const day = those.at(nth > 0 ? nth - 1 : nth);
      return day ? [day] : [];
    })
    .sort();
}

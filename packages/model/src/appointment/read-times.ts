import { isCalendarDate } from "../calendar/index.ts";
import type { Quarter } from "./quarter.ts";
import { quartersOf } from "./zone.ts";

/** What is wrong with a line: its day, an hour, the order of two hours, or a time that no clock shows on that day. */
export type TimesFault = {
  readonly line: number;
  readonly text: string;
  readonly why: "day" | "hours" | "order" | "quarter" | "skipped";
};
export type ReadTimes = { readonly quarters: readonly Quarter[]; readonly faults: readonly TimesFault[] };

const dayPattern = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?[\s:：,，]*/u;
const hoursPattern = /^(\d{1,2})(?:[:：](\d{2}))?\s*(?:-|–|—|~|～|至|到|to)\s*(\d{1,2})(?:[:：](\d{2}))?$/iu;

/**
 * Free hours as a person types them, one day a line: the day, then from and to, separated by commas. Hours are those of `zone`. [AP1]
 * @example readTimes("2026-12-01 9:00-12:00, 14:00-16:30", "Asia/Shanghai").quarters.length // 22
 */
export function readTimes(text: string, zone: string): ReadTimes {
  const quarters = new Set<Quarter>();
  const faults: TimesFault[] = [];
  for (const [at, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.trim();
    if (line === "") continue;
    const fault = (why: TimesFault["why"]) => faults.push({ line: at + 1, text: line, why });
    const day = dayPattern.exec(line);
    const iso = day ? [day[1], day[2]?.padStart(2, "0"), day[3]?.padStart(2, "0")].join("-") : "";
    if (!day || !isCalendarDate(iso)) {
      fault("day");
      continue;
    }
    const spans = line
      .slice(day[0].length)
      .split(/[,，;；、]/u)
      .map((span) => readHours(span.trim()));
    for (const span of spans) {
      if (typeof span === "string") {
        fault(span);
        continue;
      }
      const found = quartersOf(zone, iso, span.from, span.to);
      if (found.length === 0) fault("skipped");
      for (const quarter of found) quarters.add(quarter);
    }
  }
  return { quarters: [...quarters].sort((a, b) => a - b), faults };
}

function readHours(text: string): { from: number; to: number } | "hours" | "order" | "quarter" {
  const match = hoursPattern.exec(text);
  if (!match) return "hours";
  const [from, to] = [minuteOf(match[1], match[2]), minuteOf(match[3], match[4])];
  if (from === null || to === null) return "hours";
  if (from >= to) return "order";
  return from % 15 || to % 15 ? "quarter" : { from, to };
}

function minuteOf(hour = "", minute = "0"): number | null {
  const [h, m] = [Number(hour), Number(minute)];
  return m > 59 || h * 60 + m > 1440 ? null : h * 60 + m;
}

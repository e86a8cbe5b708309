import type { Locale } from "../locale.ts";
import { dateFormatter } from "./formatter.ts";

/** Every date of the product is read in this zone, wherever the reader sits. */
export const timeZone = "Asia/Shanghai";

const styles = {
  date: { year: "numeric", month: "long", day: "numeric" },
  month: { year: "numeric", month: "long" },
  dayOfYear: { month: "long", day: "numeric" },
  time: {
    year: "numeric",
    month: "long",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;
export type DateStyle = keyof typeof styles;

const english = { date: "short", dayOfYear: "short", month: "long", time: "short" } as const;

/** 2026年11月24日 / 24 Nov 2026; as `dayOfYear`, where the year is plain, 11月24日 / 24 Nov. A plain `YYYY-MM-DD` is that day, not an instant. */
export function formatDate(value: Date | string, locale: Locale, style: DateStyle = "date"): string {
  const options: Intl.DateTimeFormatOptions =
    locale === "en" ? { ...styles[style], month: english[style] } : styles[style];
  const name = locale === "en" ? "en-GB" : "zh-CN";
  return dateFormatter(name, { ...options, timeZone }).format(toInstant(value));
}

/** 12月1日周二 09:00 / Tue 1 Dec, 09:00, as a clock of a named zone shows it: for what two people in different zones agree on. */
export function formatTimeIn(zone: string, value: Date, locale: Locale): string {
  return dateFormatter(locale === "en" ? "en-GB" : "zh-CN", {
    ...{ weekday: "short", month: locale === "en" ? "short" : "long", day: "numeric" },
    ...{ hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: zone },
  }).format(value);
}

/** 周二 1 / Tue 1: the head of a column of a week. The day is a plain `YYYY-MM-DD`. */
export function formatWeekday(day: string, locale: Locale): string {
  const options = { weekday: "short", day: "numeric", timeZone } as const;
  const parts = dateFormatter(locale === "en" ? "en-GB" : "zh-CN", options).formatToParts(toInstant(day));
  return ["weekday", "day"].map((part) => parts.find(({ type }) => type === part)?.value ?? "").join(" ");
}

/** The calendar day in the product's zone as `YYYY-MM-DD`. */
export function toDay(value: Date | string): string {
  return dateFormatter("sv-SE", { timeZone }).format(toInstant(value));
}

function toInstant(value: Date | string): Date {
  if (value instanceof Date) return value;
  return new Date(/^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T00:00:00+08:00` : value);
}

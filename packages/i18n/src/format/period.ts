import type { Locale } from "../locale.ts";
import { dateFormatter } from "./formatter.ts";

/**
 * A month or an ISO week in words; short for an axis, where the year stands beside. What is neither stays as typed.
 * @example formatPeriod("2027-W05", "en") // "week 5 of 2027"
 */
export function formatPeriod(period: string, locale: Locale, style: "full" | "short" = "full"): string {
  const [, year, , week] = /^(\d{4})-(W(\d{2}))$/.exec(period) ?? [];
  const isShort = style === "short";
  if (year && week) {
    const number = Number(week);
    if (locale === "en") return isShort ? `W${number}` : `week ${number} of ${year}`;
    return isShort ? `${number}周` : `${year}年第${number}周`;
  }
  if (!/^\d{4}-\d{2}$/.test(period)) return period;
  const options: Intl.DateTimeFormatOptions = isShort
    ? { month: "short" }
    : { year: "numeric", month: "short" };
  const name = locale === "en" ? "en-GB" : "zh-CN";
  return dateFormatter(name, { ...options, timeZone: "UTC" }).format(new Date(`${period}-15T00:00:00Z`));
}

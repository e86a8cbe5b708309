import type { Locale } from "../locale.ts";
import { dateFormatter } from "./formatter.ts";

/**
 * A month, a quarter, an ISO week, a year or a span of months in words; short for an axis, where the year stands beside.
 * What is none of these stays as typed.
 * @example formatPeriod("2027-W05", "en") // "week 5 of 2027"
 * @example formatPeriod("2023-01..2023-09", "en") // "Jan–Sept 2023"
 */
export function formatPeriod(period: string, locale: Locale, style: "full" | "short" = "full"): string {
  const [from = "", to] = period.split("..");
  if (to) return formatSpan(from, to, locale);
  const [, quarterYear, quarter] = /^(\d{4})-?Q([1-4])$/.exec(period) ?? [];
  if (quarterYear && quarter) return formatQuarter(quarterYear, quarter, locale, style);
  if (/^\d{4}$/.test(period) && locale === "zh-CN" && style === "full") return `${period}年`;
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

function formatQuarter(year: string, quarter: string, locale: Locale, style: "full" | "short"): string {
  if (locale === "en") return style === "short" ? `Q${quarter}` : `Q${quarter} ${year}`;
  const name = `${"一二三四".charAt(Number(quarter) - 1)}季度`;
  return style === "short" ? name : `${year}年${name}`;
}

/** The year stands once where both ends are months of it. */
function formatSpan(from: string, to: string, locale: Locale): string {
  const [year] = from.split("-");
  const isOneYear = /^\d{4}-\d{2}$/.test(from) && /^\d{4}-\d{2}$/.test(to) && to.startsWith(`${year}-`);
  if (/^\d{4}$/.test(from) && /^\d{4}$/.test(to)) return `${from}–${formatPeriod(to, locale)}`;
  if (!isOneYear) return `${formatPeriod(from, locale)}–${formatPeriod(to, locale)}`;
  if (locale === "en") return `${formatPeriod(from, locale, "short")}–${formatPeriod(to, locale)}`;
  return `${year}年${Number(from.slice(5))}–${Number(to.slice(5))}月`;
}

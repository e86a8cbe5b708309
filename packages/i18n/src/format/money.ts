import type { Locale } from "../locale.ts";
import { formatNumber } from "./quantity.ts";

/**
 * An amount of yuan as people say it: always in 万元, or in CNY million and below one million in full, so that the parts of a
 * small budget add up. @example formatMoney(120_000_000, "zh-CN") // "12,000 万元"
 */
export function formatMoney(value: number, locale: Locale): string {
  if (locale === "en" && Math.abs(value) < 1e6)
    return `CNY ${formatNumber(Math.round(value * 100) / 100, locale)}`;
  const amount = value / (locale === "en" ? 1e6 : 1e4);
  // A smaller sum would be rounded to nothing.
  const scale = Math.abs(amount) < 0.005 ? 1e6 : 100;
  const text = formatNumber(Math.round(amount * scale) / scale, locale);
  return locale === "en" ? `CNY ${text} m` : `${text} 万元`;
}

/** An amount of US dollars in the words that people say, to three figures. @example formatDollars(3_180_000_000, "zh-CN") // "31.8亿美元" */
export function formatDollars(value: number, locale: Locale): string {
  return new Intl.NumberFormat(locale, {
    style: "currency",
    currency: "USD",
    currencyDisplay: "name",
    notation: "compact",
    compactDisplay: "long",
    maximumSignificantDigits: 3,
  }).format(value);
}

import type { Locale } from "../locale.ts";
import { formatNumber } from "./quantity.ts";

/** An amount of yuan as people say it. @example formatMoney(120_000_000, "zh-CN") // "1.2 亿元" */
export function formatMoney(value: number, locale: Locale): string {
  const isEnglish = locale === "en";
  const [large, middle] = isEnglish ? [1e9, 1e6] : [1e8, 1e4];
  const say = (by: number) => formatNumber(Math.round((value / by) * 100) / 100, locale);
  if (value >= large) return isEnglish ? `CNY ${say(large)} bn` : `${say(large)} 亿元`;
  if (value >= middle) return isEnglish ? `CNY ${say(middle)} m` : `${say(middle)} 万元`;
  return isEnglish ? `CNY ${say(1)}` : `${say(1)} 元`;
}

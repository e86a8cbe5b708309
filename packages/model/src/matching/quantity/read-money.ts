import type { ReadNumber } from "./read-number.ts";
import type { ReadUnit } from "./read-unit.ts";

const amount = /^(?:\/|一|每)(吨|t|公斤|千克|kg)(?![A-Za-z])/;
const ends = /^(?:以[内上下]|之?内|左右|上下|起|封顶|打底|自提|出|[,，。;；)）|\n]|$)/;
const byAmount =
  /每(吨|公斤|千克)(?:的?[\p{Script=Han}]{0,4}(?:价|费|成本|补贴|利润))?(?:约|大概|不[超高低]于?过?|低于|高于|[降涨加补付报要给卖出到是为]|只要|能到|可谈到)*$/u;
const moneyWord =
  /(?:预算|经费|投资|拟投|造价|总价|打包价|转让[费价]?|合同价|一口价|包干价|费用?|年费|金额|成本|产值|营收|订金|定金|保证金|货款|货值|补[贴助]|资助|资金|资本|要价|开价|叫价|\b(?:budget(?:ed)?|asking|funding|investment|cost)|授信|贷款|融资|奖励|悬赏|罚款|酬金)[^,，。;；、\d\n]{0,8}$/;

// 报价7万: of what amount, is asked.
const priceWord = /价[格位]?[^,，。;；、\d\n]{0,8}$/;

/**
 * Money that names no currency: 1.8万/吨, 每吨四百, 预算不超过两万. By words of money before it and nothing else behind it. Null where
 * the words do not say so. [MT5]
 */
export function readMoney(text: string, start: number, first: ReadNumber): ReadUnit | null {
  const rest = text.slice(first.end, first.end + 12);
  const isLarge = /[万亿][\d一二三四五六七八九]?$/.test(text.slice(start, first.end)) || first.scale.gte(1e4);
  const later = isLarge ? amount.exec(rest) : null;
  if (later) return { end: first.end + later[0].length, unit: priceBy(later[1] ?? "") };
  if (!ends.test(rest)) return null;
  const before = text.slice(Math.max(0, start - 24), start);
  const each = byAmount.exec(before)?.[1];
  if (each !== undefined) return { end: first.end, unit: priceBy(each) };
  if (/(?:[$¥€£]|USD|EUR|CNY|RMB|GBP|JPY) ?$/.test(before)) return null;
  if (isLarge && moneyWord.test(before)) return { end: first.end, unit: "CNY" };
  return isLarge && priceWord.test(before) ? { end: first.end, unit: "CNY", doubt: "rate_unknown" } : null;
}

function priceBy(mass: string): string {
  return /^[吨t]/.test(mass) ? "CNY/t" : "CNY/kg";
}

/** A currency before a number, as in EUR 2,350 and £380k. */
export const currencyBefore =
  "(?:\\b(?:CNY|RMB|USD|EUR|GBP|CHF|SEK|NOK|DKK|PLN|JPY|KRW|AUD|CAD|HKD|SGD|INR)|US\\$|HK\\$|[¥$€£₩]|人民币)";
/** A currency behind a number, as in 2,350 euros and 800 英镑. */
export const currencyBehind =
  "(?:(?:CNY|RMB|USD|EUR|GBP|CHF|SEK|NOK|DKK|PLN|JPY|KRW|AUD|CAD|HKD|SGD|INR)(?![a-z])|[¥$€£₩]|元|块(?!状|料|煤|矿)|美元|美金|欧元|英镑|日元|韩元|港币|港元|澳元|加元|瑞士法郎|瑞郎|yuan|euros?|(?:US |Australian |Canadian )?dollars?|pounds? sterling|(?:Swiss )?francs|yen|zloty|kronor)";
const ofForeign =
  /USD|EUR|GBP|CHF|SEK|NOK|DKK|PLN|JPY|KRW|AUD|CAD|HKD|SGD|INR|[$€£₩]|美元|美金|欧元|英镑|日元|韩元|港币|港元|澳元|加元|瑞士法郎|瑞郎|euro|dollar|sterling|franc|yen|zloty|kron/i;

/** Whether a sum is of other money than yuan. @example isForeignSum("GBP 1.4 million") // true */
export const isForeignSum = (sum: string): boolean =>
  ofForeign.test(sum) || /^(?!CNY|RMB)[A-Z]{3} ?\d/.test(sum);

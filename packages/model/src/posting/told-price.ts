import { toPlainText } from "./find-contacts.ts";

const currency = "(?:CNY|RMB|USD|EUR|US\\$|[¥$€])";
const digits = "\\d[\\d,]{0,20}(?:\\.\\d{1,9})?";
const range = `${digits}(?:\\s?[-~—–至到]\\s?${digits})?`;
const size = "(?:[千百十]?[万亿]|thousand|million|k(?![a-z]))";
const unit =
  "(?:公?吨|公斤|千克|斤|tonnes?|tons?|t|kg|g|[kMG]?Wh|度|平方?米?|m2|m²|sqm|片|只|支|套|piece|cell|set)(?![a-z])";
/** Money by an amount: with its currency, or 8.5万/吨. */
const byAmount = new RegExp(
  `(?:${currency}\\s?${range}(?:\\s?${size})?|${range}\\s?[多余]?${size}?\\s?(?:${currency}|元|块|美元|美金|欧元|yuan|euros?|dollars?)|${range}\\s?[多余]?万)\\s?(?:[/每一]|per |an? )\\s?${unit}`,
  "gi",
);
const spoken = "[一二两三四五六七八九十]{1,2}[万千百](?:[一二三四五六七八九][千百])?[一二三四五六七八九半]?";
/** 一吨一万二上下, 一万二一吨: money by an amount in words, or said behind what it is by. */
const inWords = [
  /(?:一|每)(?:公?吨|公斤|千克|斤|套|只|片)[^\d一二两三四五六七八九十,，。;；\n]{0,4}(?:SPOKEN|\d[\d,]{0,12}(?:\.\d{1,4})?\s?[万千]|\d{4,9}(?![\d条只支片个件袋包]))(?:多|来)?(?:元|块)?(?:左右|上下|出头)?/g,
  /(?:SPOKEN)(?:多|来)?(?:元|块)?\s?(?:[/每一])\s?(?:公?吨|公斤|千克|斤)/g,
].map(({ source, flags }) => new RegExp(source.replaceAll("SPOKEN", spoken), flags));
const market =
  "(?:SMM|Fastmarkets|Argus|Mysteel|LME|Benchmark|上海有色网?|我的钢铁网?|百川盈孚|亚洲金属网|广期所)";
/** How a price is formed from that of a market. */
const formulas = [
  new RegExp(
    `${market}[^,。;\\n]{0,14}?(?:均价|价格|报价|指数|价)(?:[^,。;\\n]{0,10}(?:下浮|上浮|折|系数|结算|计价|贴水|升水|[加减])[^,。;\\n]{0,8})?`,
    "gi",
  ),
  new RegExp(
    `(?:price[sd]? (?:(?:as|at|by|is|on|follows|linked to|based on) )?(?:the )?)?${market}(?: [a-z]{1,12}){0,3} (?:average|index|price|quotation|mean)s?(?: (?:minus|less|plus|with|at) [^,.;。\\n]{1,24})?`,
    "gi",
  ),
  // 按镍钴 73 折、锂 70 折报; payable 68 % of the contained metal: how black mass is priced.
  /(?:[按以][^,。;\n\d]{0,8})?\d{2}(?:\.\d)?\s?折(?:、[^,。;\n\d]{0,6}\d{2}(?:\.\d)?\s?折){0,4}|(?:按)?[镍钴锂锰铜]{0,2}(?:折扣系数|计价系数|金属系数|系数)[^,。;\n\d]{0,4}\d{2}(?:\.\d{1,2})?\s?%?/g,
  /\bpayables?\b[^,.;\n\d]{0,16}\d{2}(?:\.\d{1,2})? ?%|\b(?:pay|paying) (?:up to |about )?\d{2}(?:\.\d{1,2})? ?% of (?:the )?(?:contained |metal |Ni |Co |nickel |cobalt )[^,.;\n]{0,24}/gi,
];
/** What is paid for something else than the goods. */
const other =
  /(?:保证金|押金|罚款?|违约金|扣款?|运费|检测费|标书|deposit|penalt(?:y|ies)|freight|fee)[^,。;\n]{0,8}$/i;

/**
 * The prices that a text tells, by an amount or as a formula of a market. [PO11]
 * @example listToldPrices("SMM月均价下浮5%，不高于 8.5 万元/吨") // ["8.5 万元/吨", "SMM月均价下浮5%"]
 */
export function listToldPrices(text: string, known: readonly string[] = []): string[] {
  const plain = toPlainText(text);
  const found = new Set<string>();
  for (const pattern of [byAmount, ...inWords, ...formulas])
    for (const match of plain.matchAll(pattern)) {
      const quote = match[0].trim();
      if (other.test(plain.slice(Math.max(0, match.index - 16), match.index))) continue;
      if (!known.some((one) => one.includes(quote) || quote.includes(one))) found.add(quote);
    }
  return [...found];
}

const sum = new RegExp(
  `(?:${currency}\\s?${range}\\s?${size}|${range}\\s?[多余]?${size}\\s?[多余]?\\s?(?:${currency}|元|美元|欧元|yuan|euros?|dollars?))`,
  "gi",
);
const otherSum =
  /(?:注册资[本金]|营业额|营收|销售额|产值|业绩|保证金|押金|罚款?|违约金|保险|registered capital|turnover|revenue|sales|deposit|bond|penalt(?:y|ies)|insurance)[^,。;\n]{0,12}$/i;

/**
 * The sums of money that the text of a project tells, whatever words stand before them. [PO11]
 * @example listToldSums("we can bring roughly 3 million yuan") // ["3 million yuan"]
 */
export function listToldSums(text: string, known: readonly string[] = []): string[] {
  const plain = toPlainText(text);
  const prices = listToldPrices(text);
  return [...plain.matchAll(sum)].flatMap((match) => {
    const quote = match[0].trim();
    if (otherSum.test(plain.slice(Math.max(0, match.index - 32), match.index))) return [];
    return [...prices, ...known].some((one) => one.includes(quote) || quote.includes(one)) ? [] : [quote];
  });
}

import { toPlainText } from "./find-contacts.ts";
import { currencyBefore, currencyBehind } from "./told-money.ts";
import { listTabled } from "./told-table.ts";

const digits = "\\d(?:[\\d,]{0,19}\\d)?(?:\\.\\d{1,9})?";
const range = `${digits}(?:\\s?[-~—–至到]\\s?${digits})?`;
const size = "(?:[千百十]?[万亿]|thousand|million|k(?![a-z]))";
const goods =
  "公?吨|公斤|千克|斤|(?:metric )?(?:tonnes?|tons?)|t|mt|kg|kilos?|g|lbs?|[kMG]?Wh|度|平方?米?|m2|m²|sqm|片|只|支|套|piece|cell|set|module|pack|unit";
/** What work is paid by. */
const work =
  "样品?|次|批次?|台|条|小时|天|方|立方米?|m3|m³|L|升|litre|liter|sample|batch|test|campaign|hour|h|day";
const unit = `(?:${goods})(?![a-z])`;
const anyUnit = `(?:${goods}|${work})(?![a-z])`;
const by = "(?:[/每一]|per |an? )";
const coin = `(?:${currencyBefore}\\s?${range}(?:\\s?${size})?|${range}\\s?[多余]?${size}?\\s?${currencyBehind})`;
/** Money by an amount: with its currency, or 8.5万/吨; 元/吨：85000. */
const byAmount = new RegExp(
  `(?:${coin}\\s?${by}\\s?${anyUnit}|${range}\\s?[多余]?万\\s?${by}\\s?${unit}|(?:${currencyBefore}|万?元)\\s?/\\s?${anyUnit}[)）]?[ \\t]?[:：为]?[ \\t]?${range}(?!\\s?(?:\\d|%|吨|t(?![a-z])|kg)))`,
  "gi",
);
/** Money behind the name of a price, whatever it is by: tolling fee EUR 2,350, 加工费1.2万. */
const named = new RegExp(
  `(?:(?:代?加工|代工|处理|处置|检测|测试|试验|[小中打试]试?[试样]|评测|服务|技术|许可|转让|租赁)费用?|租金|[价税]格?|带票|\\b(?:fees?|charges?|prices?|priced|quot(?:ed|ing|e|ation)|asking|TC|RC|(?:hourly|daily|day|toll|tolling) rate))(?: ?[（(][^（()）\\d\\n]{0,12}[)）])?(?:[:：为是在约,， ]|大概|大约|暂定|按|不[高低]于|不超过|\\b(?:is|of|at|about|around|approx\\.?|from|up to|currently|now|will be|would be|target|indication)\\b){0,5}(?<money>${coin}|${range}\\s?[多余]?万(?!\\s?(?:公?吨|[片只套台件平千]|[kMG]?Wh|t(?![a-z]))))`,
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
  /(?:[按以][^,。;\n\d]{0,8})?\d{2}(?:\.\d)?\s?折(?:、[^,。;\n\d]{0,6}\d{2}(?:\.\d)?\s?折){0,4}|(?:按)?[镍钴锂锰铜]{0,2}(?:折扣系数|计价系数|金属系数|系数)[^,。;\n\d]{0,8}\d{2}(?:\.\d{1,2})?\s?%?|[镍钴锂]{1,3}(?:按|计价|折扣)[^,。;\n\d]{0,10}\d{2}(?:\.\d)?\s?%(?:计价?|结算|以上|起)?/g,
  // … payables on Ni and Co against the LME, we expect 70 % or better.
  /\bpayab(?:les?|ility)\b[^,.;\n\d]{0,60}(?:,(?=[^,.;\n\d]{0,12}\b(?:expect|ask|want|aim|target|look|offer|pay|propose|minimum|at least))[^,.;\n\d]{0,32})?\d{2}(?:\.\d{1,2})? ?%(?: or (?:better|more|higher|above)| (?:min|minimum)\b)?|(?:\bwe (?:expect|want|ask|offer|pay) (?:for )?)?\b\d{2}(?:\.\d{1,2})? ?%(?: or (?:better|more|higher))? of (?:the )?(?:LME|SMM|Fastmarkets|Argus|metal value|market price)\b|\b(?:pay|paying) (?:up to |about )?\d{2}(?:\.\d{1,2})? ?% of (?:the )?(?:contained |metal |Ni |Co |nickel |cobalt )[^,.;\n]{0,24}/gi,
];
/** 加工费 | 元/kg | 32 | 17: the row or the column of a table that holds a price. */
const priceHead = new RegExp(
  `(?:[价费]用?|\\b(?:prices?|fees?|charges?)) ?[(（[,/]? ?(?:${currencyBefore}|万?元|¥)\\s?/\\s?${anyUnit}[)）\\]]?$`,
  "i",
);
/** What is paid for something else than the goods. */
const other =
  /(?:保证金|押金|罚款?|违约金|扣款?|运费|标书|deposit|penalt(?:y|ies)|freight|(?:registration|entry|participation|application|membership|document|tender|bid|bank|agency|conference) fee)[^,。;\n]{0,8}$/i;

/**
 * The prices that a text tells, by an amount or as a formula of a market. [PO11]
 * @example listToldPrices("SMM月均价下浮5%，不高于 8.5 万元/吨") // ["8.5 万元/吨", "SMM月均价下浮5%"]
 */
export function listToldPrices(text: string, known: readonly string[] = []): string[] {
  const plain = toPlainText(text);
  const found = new Set<string>();
  for (const pattern of [byAmount, ...inWords, ...formulas, named])
    for (const match of plain.matchAll(pattern)) {
      const quote = (match.groups?.money ?? match[0]).replace(/^[\s:：,，为]+/, "").trim();
      const start = match.index + match[0].lastIndexOf(quote);
      if (other.test(plain.slice(Math.max(0, start - 24), start))) continue;
      const told = pattern === named ? [...known, ...found] : known;
      if (!told.some((one) => one.includes(quote) || quote.includes(one))) found.add(quote);
    }
  for (const told of listTabled(plain, priceHead)) found.add(told);
  return [...found];
}

const sum = new RegExp(
  `(?:${currencyBefore}\\s?${range}\\s?${size}|${range}\\s?[多余]?${size}\\s?[多余]?\\s?${currencyBehind})`,
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

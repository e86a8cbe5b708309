import { toPlainText } from "./find-contacts.ts";
import { listTabled } from "./told-table.ts";

const digits = "\\d[\\d,]{0,20}(?:\\.\\d{1,9})?";
const han = "[零〇一二两三四五六七八九十百千万亿几数]{1,12}";
const english =
  "(?:(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|several|few|hundreds?|thousands?|dozens?|[mb]illion)(?: of)?[ -]){1,5}";
const goods = {
  // These are amounts of goods wherever they stand.
  always: "公?吨(?!级|位|[袋包桶箱])|(?:[km]|[wd]m)?t(?:onnes?|ons?|p[aym])?(?![a-z])|GWh",
  // Those need a word of rate or of the deal, or are many.
  counted:
    "公斤|千克|kg|kilo(?:gram)?s?(?![a-z])|MWh|兆瓦时|[车柜船]|[套台支只片件](?!装)|平(?:方米|米|方)?|m2|sqm|立方米?|方(?![案法式向便面])|m3|pcs|pieces|cells|packs|sets|containers?|trucks?|truckloads?|kWh",
};
const amounts = new RegExp(
  `(?<![\\d.A-Za-z-])(?:(${digits})(?:\\s?[-~—–至到±]\\s?${digits})?|${han}|${english})\\s?[多余来几]?(?:[百千万亿]|百万|k|thousand |[mb]illion )?\\s?[多余来几]?\\s?个?(?:(${goods.always})|${goods.counted})`,
  "gi",
);

const span = "年|月|周|季度?|星期|旬";
const rateBefore = new RegExp(
  `(?:每个?(?:${span})|一个?(?:${span})|(?<![\\d今明去后本当一二三四五六七八九十个])[年月周季](?:度)?(?:用|需|求|采|购|产|供|均|耗|销|总|出|要)|全年|\\b(?:annual|monthly|yearly|weekly|quarterly)|\\b(?:per|a|each|every) (?:year|month|week|quarter))[^,。;\\d\\n]{0,16}$`,
  "i",
);
const rateBehind = new RegExp(
  `^\\s?(?:[/每一]\\s?个?(?:${span})|\\/\\s?(?:a|y|yr|year|mo|month|week|quarter)(?![a-z])|p\\.?\\s?a(?![a-z])|(?:[a-z-]+ ){0,4}(?:per|a|each|every) (?:year|month|week|quarter|annum)|(?:monthly|yearly|annually|weekly|quarterly))`,
  "i",
);
const dealBefore =
  /(?:求购|采购|收购|需要?|需求|订购?|缺|可供|供应|现货|库存|数量|总量|\b(?:need|buy|want|order|supply|offer|sell|take|stock)(?:s|ing)?)[^,。;\d\n]{0,6}$/i;
/** What an amount may be of beside the goods: a packing, a sample, one piece, a reach, what was delivered so far, or what others use in all. */
const otherBefore =
  /(?:业绩|(?:每|一|单|整|per )(?:吨?[袋桶箱托柜卷瓶罐包件锭炉釜锅车]|批次|batch|bag|drum)|(?:投标人|供[应货]?[方商]|卖方|乙方|厂家|生产商|制造商|bidders?|suppliers?|vendors?)[^。;\n]{0,16}产能|产能(?:[应须需]|不[低少小]于|[≥>]|达到?)|(?:bidders?|suppliers?|vendors?)[^.;\n]{0,24} capacity|\b(?:pilot|trial|test)[- ](?:lines?|plants?|runs?|batch(?:es)?|series) (?:of|with)|包装|[袋桶箱瓶]装|净重|毛重|自重|重量?|载重|样品?|试样|打样|容积|占地|厂房|车间|仓库?|面积|(?<![年月周])[单能水汽]?耗|全球|全国|行业|weigh\w{0,5}|samples?|(?:bags?|drums?)(?: (?:of|in))?|(?:batches|packed) (?:of|in)|globally|world(?:wide)?)[^,。;\d\n]{0,8}$/i;
const otherBehind =
  /^\s?(?:(?:\/|每|一|装|的)?\s?(?:吨?[袋桶箱托卷瓶罐包件锭]|柜|[送打小试]?样)|(?:per|a|each) (?:bag|drum|pallet|batch)|(?:big |jumbo )?(?:bags?|drums?|sacks?|IBCs?)(?![a-z])|samples?|(?:\/|per )\s?(?:t|tonnes?|吨|h|hour|小时)(?![a-z])|(?:an|each) hour|每小时|标准?煤|(?:的|级)?(?:中试|产线|装置)|(?:\/[a-z]+ )?(?:pilot|plant|line)(?![a-z])|厂房|车间|仓库|(?:of )?(?:land|floor)|(?:行|吊|叉)车|压|拉力|crane|press)/i;
/** From so many on an amount needs no other word: of kilograms, of megawatt-hours, of what is counted. */
const many = { kg: 100, wh: 10, counted: 10_000 };
const manyWords = /[百千万亿]|hundred|thousand|million|billion/i;

/**
 * Every amount of goods that a text tells, in any notation: by its unit, by a rate, by a word of the deal. [PO11]
 * @example listToldVolumes("first 5 t, then 120 t per month") // ["5 t", "120 t"]
 */
export function listToldVolumes(text: string, known: readonly string[] = []): string[] {
  const told = new Set<string>();
  const plain = toPlainText(text);
  for (const match of plain.matchAll(amounts)) {
    const [quote, number, always] = match;
    const before = plain.slice(Math.max(0, match.index - 28), match.index);
    const behind = plain.slice(match.index + quote.length, match.index + quote.length + 48);
    if (otherBefore.test(before) || otherBehind.test(behind)) continue;
    if (known.some((one) => holds(one, quote) || holds(quote, one))) continue;
    const isRate = rateBefore.test(before) || rateBehind.test(behind);
    if (isRate || (always ? !isBase(quote) : isMany(quote, number) || isDealt(before, quote)))
      told.add(quote);
  }
  for (const number of listTabled(plain, amountHead))
    if (!known.some((one) => holds(one, number))) told.add(number);
  return [...told];
}

const amountHead =
  /(?:数量|用量|总量|产[能量]|供[货应]?量|库存|\bquantity|\bqty|\bamount|\bvolume|\bcapacity|\boutput|\bstock)\.? ?(?:[(（[,/]|in ) ?(?:万?吨|公斤|千克|m?t|kg|tonnes?|tons?|gwh|mwh)(?: ?\/ ?(?:[年月a]|year|month|mo|yr))?[)）\]]?$/i;

/** Whether words hold an amount as a number of its own: "125 t" does not hold "5 t". */
function holds(words: string, amount: string): boolean {
  const at = words.indexOf(amount);
  return at >= 0 && !/[\d.,]/.test(words.charAt(at - 1));
}

/** One tonne, or tonnes without a number, is what a rate or a price is by. */
const isBase = (quote: string) => /^(?:1|一|one|[百千万亿]+)[\s个公-]{0,2}(?:吨|t)/i.test(quote);

function isMany(quote: string, number: string | undefined): boolean {
  const isMass = /(?:公斤|千克|kg|kilos?|kilograms?)$/i.test(quote);
  const least = isMass ? many.kg : /(?:mwh|兆瓦时)$/i.test(quote) ? many.wh : many.counted;
  const size = Number((number ?? "").replaceAll(",", ""));
  if (size >= least) return true;
  return isMass ? manyWords.test(quote) : /[万亿]|million|billion/i.test(quote);
}

/** A lorry and a box at sea are goods where they are bought, other pieces are not. */
const isDealt = (before: string, quote: string) =>
  /(?:[车柜船]|containers?|truck\w{0,5}|mwh|兆瓦时)$/i.test(quote) && dealBefore.test(before);

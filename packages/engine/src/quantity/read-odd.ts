import { Decimal } from "decimal.js";
import { dimensionOf, type Quantity, type QuantityDoubt, type ReadUnit, type UnitBook } from "./quantity.ts";
import { factorOf } from "./read-chinese.ts";
import { readComparator } from "./read-comparator.ts";
import { matchAt, type ReadNumber } from "./read-number.ts";
import { rateUnit } from "./read-rate.ts";
import { readUnit } from "./read-unit.ts";

const amount = /^(?:\/|一|每)(吨|t|公斤|千克|kg)(?![A-Za-z])/;
const ends =
  /^(?:不?含税|未税|现[款汇金]|[带含]票|到厂|送到|出厂|以[内上下]|之?内|左右|上下|起|封顶|打底|自提|出|[,，。;；)）|\n]|$)/;
const byAmount =
  /[每一](吨|公斤|千克)(?:的?[\p{Script=Han}]{0,4}(?:价|费|成本|补贴|利润))?(?:约|大概|不[超高低]于?过?|低于|高于|[降涨加补付报要给卖出到是为]|只要|能到|可谈到)*$/u;
const moneyWord =
  /(?:预算|经费|投资|拟投|造价|总价|打包价|转让[费价]?|合同价|一口价|包干价|费用?|年费|金额|成本|产值|营收|订金|定金|保证金|货款|货值|补[贴助]|资助|资金|资本|要价|开价|叫价|\b(?:budget(?:ed)?|asking|funding|investment|cost)|授信|贷款|融资|奖励|悬赏|罚款|酬金)[^,，。;；、\d\n]{0,8}$/;

// 报价7万: of what amount, is asked.
const priceWord = /(?:价[格位]?[^,，。;；、\d\n]{0,8}|(?<![年月季申上汇预通简财])报[出到个]? ?)$/;
// 2.35万含税, 七万六出厂, 9万8以内,现款: what is taxed, paid or handed over is money.
const taxed =
  /^(?:(?:以[内下]|左右|上下)?[,，]?(?:不?含税|未税|现[款汇金]|[带含]票)|(?:以[内下]|左右|上下)?(?:到厂|送到|出厂|自提))/;

// What names its currency itself.
const named = /(?:[$¥€£]|USD|EUR|CNY|RMB|GBP|JPY) ?$/;

/**
 * Money that names no currency: 1.8万/吨, 每吨四百, 预算不超过两万. By words of money before it and nothing else behind it. Null where
 * the words do not say so. [MT5]
 */
export function readMoney(text: string, start: number, first: ReadNumber): ReadUnit | null {
  const rest = text.slice(first.end, first.end + 12);
  const isLarge = /[万亿][\d一二三四五六七八九]?$/.test(text.slice(start, first.end)) || first.scale.gte(1e4);
  const before = text.slice(Math.max(0, start - 24), start);
  const isNamed = named.test(before);
  // 73000一吨: so many thousands by the tonne are money.
  const later = isLarge || (first.value.gte(5000) && !isNamed) ? amount.exec(rest) : null;
  if (later) return { end: first.end + later[0].length, unit: priceBy(later[1] ?? "") };
  if (!ends.test(rest)) return null;
  const each = byAmount.exec(before)?.[1];
  if (each !== undefined) return { end: first.end, unit: priceBy(each) };
  if (isNamed) return null;
  if (isLarge && moneyWord.test(before)) return { end: first.end, unit: "CNY" };
  return isLarge && (priceWord.test(before) || taxed.test(rest))
    ? { end: first.end, unit: "CNY", doubt: "rate_unknown" }
    : null;
}

function priceBy(mass: string): string {
  return /^[吨t]/.test(mass) ? "CNY/t" : "CNY/kg";
}

const several =
  /(?:数|几|上|好几|成|若干)([十百千万亿]+)|([十百千万])几|(?<![零〇一二两三四五六七八九十百千万点])(?:三五|[一二两三四五六七八九](?=[二三四五六七八九][十百千万])|(?:一[两二]|[二两]三|三四|四五|五六|六七|七八|八九)(?![零〇一二两三四五六七八九十点]))/y;
const english =
  /(?:several|hundreds of|thousands of|dozens of|a few|a couple of|a dozen|tens of)(?: (?:hundred|thousand|tens of thousands|of))*(?= )/iy;
const nearly = /(?<=[近约])[百千万]+/y;
const bounded =
  /(?<![\d零一二两三四五六七八九十百千万亿几数上])[十百千万]+(?=[\p{Script=Han}A-Za-z]{1,3}(?:及?以[上下内]|起)|圈|次循环)/uy;
const half =
  /(?<![上下前后头])半(?!年[报度会])(?=个?[年月]|天|吨|公斤|小时)|half (?:an? )?(?=year|month|day|tonne|hour|per ?cent)/iy;
const grade = /([十百千万亿]+)(?=[^,，。\d]{0,8}?级)/y;

/**
 * What names no figure (数十吨, several hundred tonnes, 二三十吨) as a doubted quantity, its least value a guess; 半年 as half
 * a year and 万吨级 as about 10,000 t, which are figures. Null elsewhere. [MT40]
 */
export function readVague(book: UnitBook, text: string, at: number): Quantity | null {
  const halved = matchAt(half, text, at);
  if (halved) return halfOf(book, text, at, at + halved[0].length);
  const scale = matchAt(grade, text, at);
  const isClass = scale !== null && !/[\d零一二两三四五六七八九十百千万亿几数]/.test(text.charAt(at - 1));
  const near = matchAt(nearly, text, at) ?? matchAt(bounded, text, at);
  if (near) return classOf(book, text, at, at + near[0].length, near[0]);
  const match = isClass ? scale : (matchAt(several, text, at) ?? matchAt(english, text, at));
  if (!match) return null;
  const end =
    at + match[0].length + (!isClass && match[1] === undefined ? skipDigits(text, at + match[0].length) : 0);
  const unit = readUnit(book, text, end);
  const last = unit?.end ?? end;
  if (!unit?.unit && !(isClass && text.charAt(end) === "级")) return null;
  if (isClass && text.charAt(last) !== "级") return null;
  const core = { start: at, end: last };
  const rated = rateUnit(book, text, at, last, unit?.unit ?? null);
  const value = new Decimal(factorOf(match[1] ?? match[2] ?? "")).toFixed();
  const base = { ...core, core, value, unit: rated.unit, explicit: true };
  return isClass ? { ...base, end: last + 1, op: "about" } : { ...base, op: "about", doubt: "vague" };
}

/** 近百吨: about a hundred tonnes; 千吨以上: at least a thousand. */
function classOf(book: UnitBook, text: string, at: number, end: number, factor: string): Quantity | null {
  const unit = readUnit(book, text, end);
  if (!unit?.unit) return null;
  const core = { start: at, end: unit.end };
  const rated = rateUnit(book, text, at, unit.end, unit.unit);
  const words = readComparator(text, at, unit.end);
  const op = words.op ?? (unit.unit === "cycles" ? "=" : "about");
  return {
    start: at,
    end: words.end,
    core,
    op,
    value: factorOf(factor).toFixed(),
    unit: rated.unit,
    explicit: true,
  };
}

function skipDigits(text: string, at: number): number {
  return matchAt(/[一二两三四五六七八九十百千万亿几]+/y, text, at)?.[0].length ?? 0;
}

function halfOf(book: UnitBook, text: string, at: number, end: number): Quantity | null {
  const unit = readUnit(book, text, end) ?? readUnit(book, text, end + (text.charAt(end) === "个" ? 1 : 0));
  if (!unit?.unit) return null;
  const core = { start: at, end: unit.end };
  const { op, start, end: last } = readComparator(text, at, unit.end);
  return { start, end: last, core, op: op ?? "=", value: "0.5", unit: unit.unit, explicit: op !== null };
}

// Purity in nines: 四个九, 5N (as newtons do not).
const nines = /([二两三四五六七])个九(五)?|([2-7])N(5)?(?![A-Za-z\d/·.])/y;
const purityWord = /(?:纯度?|高纯|含量|主含|purity|pure|assay)[^,，。;；\d]{0,8}$/i;

/** 四个九 and 5N are 99.99 and 99.999 %, behind words of purity or of nines. Null elsewhere. [MT5] */
export function readNines(text: string, at: number, floor: number): Quantity | null {
  const match = matchAt(nines, text, at);
  if (!match || (match[3] && !purityWord.test(text.slice(Math.max(0, at - 16), at)))) return null;
  const count = match[3] ? Number(match[3]) : hanOf(match[1] ?? "");
  const digits = "9".repeat(count - 2) + (match[2] || match[4] ? "5" : "");
  const end = at + match[0].length;
  const words = readComparator(text, at, end, floor);
  // 5N级 is a grade, no "about".
  const op = words.op === "about" ? "=" : (words.op ?? "=");
  return {
    start: words.start,
    end: Math.max(end, words.end),
    core: { start: at, end },
    op,
    value: digits === "" ? "99" : `99.${digits}`,
    unit: "%",
    explicit: words.op !== null,
  };
}

const numerals = "一二三四五六七八九十";
const counts: Readonly<Record<string, number>> = { a: 1, an: 1, one: 1, two: 2, three: 3, four: 4 };
const parts: Readonly<Record<string, number>> = {
  half: 2,
  third: 3,
  quarter: 4,
  fifth: 5,
  sixth: 6,
  eighth: 8,
  tenth: 10,
  twentieth: 20,
};
const spoken =
  /\b(a|one|two|three|four)[ -](third|quarter|fifth|sixth|eighth|tenth|twentieth)s?(?![A-Za-z-]| ?(?:\d|of (?:20\d\d|a (?:year|century))|party|person|country|time|shift|year\b|lot\b|batch|line\b))/iy;
const written = /([一二两三四五六七八九十]{1,2})分之([一二两三四五六七八九十]{1,2})(?![点零百千万])/y;
// 300 t a quarter is by a span of time; what is a fifth must be said of something or limited.
const isOf =
  /^ of (?!20\d\d|an? (?:tonne|ton|kilo\w*|gram|litre|metre|million|year|percent\w*|per cent)\b|(?:the |our |its |this )?[\d.,]+)|^ (?:less|more|lower|higher|fewer|or (?:less|more))\b/i;
// Output rose by a fifth: of what, the words do not say for sure.
const changed = /\bby (?:about |at least |up to |roughly |some )?$/i;
const lead =
  /\b(?:than|exceeds?|exceeding|least|most|about|around|roughly|nearly|almost|under|over|below|above|up to|only|within|is|are|was|were|to|for|some|another|the (?:remaining|other)|contains?|holds?|loses?|lost|recycle[ds]?)\s$/i;

/**
 * A fraction in words: a fifth of the lithium, no more than a quarter, 四分之一. What a decimal holds is a share in per cent, what
 * none holds (a third, 三分之一) is asked about. Null where none starts, and for a quarter that is a span of time. [MT40]
 */
export function readFraction(text: string, at: number, floor: number): Quantity | null {
  const han = matchAt(written, text, at);
  const english = han ? null : matchAt(spoken, text, at);
  const match = han ?? english;
  if (!match) return null;
  const end = at + match[0].length;
  const before = text.slice(Math.max(0, at - 16), at);
  const isChange = english !== null && changed.test(before);
  const hasWhole = isOf.test(text.slice(end, end + 30));
  if (english && !hasWhole && (english[0].endsWith("s") || !(isChange || lead.test(before)))) return null;
  if (english && / of (?:the |our |its )?[\d.]|^ of an? /.test(text.slice(end, end + 12)) && !hasWhole)
    return null;
  if (english && /^quarters?$/i.test(match[2] ?? "") && /\d ?[A-Za-z%]* $/.test(before)) return null;
  const [first = "", second = ""] = [match[1], match[2]];
  const [over, under] = han
    ? [hanOf(second), hanOf(first)]
    : [counts[first.toLowerCase()] ?? 1, parts[second.toLowerCase()] ?? 1];
  if (over >= under) return null;
  const share = new Decimal(over).times(100).div(under);
  const isExact = share.decimalPlaces() <= 3 && !isChange;
  const words = readComparator(text, at, end, floor);
  return {
    start: words.start,
    end: Math.max(end, words.end),
    core: { start: at, end },
    op: words.op ?? "=",
    value: share.toDecimalPlaces(2).toFixed(),
    unit: "%",
    explicit: words.op !== null,
    ...(isExact ? {} : { doubt: "fraction" as const }),
  };
}

function hanOf(characters: string): number {
  const [first = "", second] = [...characters.replace("两", "二")];
  const tens = first === "十" ? 10 : numerals.indexOf(first) + 1;
  if (second === undefined) return tens;
  return second === "十" ? tens * 10 : 10 + numerals.indexOf(second) + 1;
}

const continental =
  /(?<![\d.,])\d{1,3}(?:,\d{1,2}(?= ?(?:%|ppm|t\b|kg|tonnes?|mm|µm|g\/))|(?:\.\d{3})+(?= ?(?:t\b|kg|tons?|tonnes?)))/g;
const grouped = /^[1-9]\d{0,2}(?:\.\d{3})+$/;

/** Where a text without Chinese writes two numbers so, 99,2 % is 99.2 % and 2.800 t two thousand eight hundred. [MT40] */
export function readContinental(text: string, at: number, first: ReadNumber): ReadNumber {
  if (first.high !== undefined || first.spelled || /\p{Script=Han}/u.test(text)) return first;
  const written = text.slice(at, first.end);
  const isGrouped = grouped.test(written);
  const decimals =
    isGrouped || !/^\d{1,3}$/.test(written) ? null : matchAt(/,(\d{1,2})(?![\d.,]*\d)/y, text, first.end);
  if (!(isGrouped || decimals) || (text.match(continental)?.length ?? 0) < 2) return first;
  const { doubt: _settled, ...sure } = first;
  return decimals
    ? { ...sure, end: first.end + decimals[0].length, value: new Decimal(`${written}.${decimals[1]}`) }
    : { ...sure, value: new Decimal(written.replaceAll(".", "")) };
}

/** 99,5 % · 2×500 t · 1/3 t: more than one reading, or none that a decimal holds. [MT40] */
export function readOdd(book: UnitBook, text: string, at: number, first: ReadNumber): Quantity | null {
  // 99.5,20吨 and 6.9万,20吨 are two numbers: the first has its decimals, or its multiplier, already.
  const isWhole = !/[.十百千万亿]/.test(text.slice(at, first.end));
  const comma = isWhole ? matchAt(/,\d{1,2}(?!\d)(?!\s?[,~-]?\s?\d)/y, text, first.end) : null;
  const times = comma
    ? null
    : matchAt(/\s?[×xX*]\s?(?!10\^)\d+(?:\.\d+)?(?:\s?[×xX*]\s?\d+(?:\.\d+)?)*/y, text, first.end);
  const fraction =
    comma || times
      ? null
      : matchAt(/(?:\+\d+(?:\.\d+)?|[/⁄]\d+|分之[一二两三四五六七八九十]+)(?![\d/])/y, text, first.end);
  const match = comma ?? times ?? fraction;
  if (!match) return null;
  const end = first.end + match[0].length;
  const unit = readUnit(book, text, end);
  if (!unit && !fraction?.[0].startsWith("分")) return null;
  const isSum = times !== null || fraction?.[0].startsWith("+") === true;
  const doubt: QuantityDoubt = comma ? "separator" : isSum ? "product" : "fraction";
  const core = { start: at, end: unit?.end ?? end };
  const guess =
    comma && first.value.isInteger()
      ? new Decimal(`${first.value.toFixed()}.${match[0].slice(1)}`)
      : first.value;
  return { ...core, core, op: "=", value: guess.toFixed(), unit: unit?.unit ?? null, explicit: false, doubt };
}

const sizes = /^(?: ?[×xX*] ?\d+(?:\.\d+)?(?!\d))+/;
const slashed = /^(?:\/\d+(?:\.\d+)?(?!\d))+/;
// Mg/Fe ≤ 2/3 ppm: as many names as numbers. Nobody writes a fraction of a ppm.
const namesBefore = /\p{L}[\p{L}\d]*(?:\/\p{L}[\p{L}\d]*)+(?=[^\d/]{0,14}$)/u;
const reachOfNames = 40;

/**
 * Whether a number opens a list that the unit at its end is of: 330×330×150 mm are three lengths and no product, 80/95/120 mm
 * three sizes; 2×500 t stays a product and 1/3 t a fraction. [MT51]
 */
export function isDimensions(book: UnitBook, text: string, start: number, end: number): boolean {
  const rest = text.slice(end, end + 40);
  const cross = sizes.exec(rest);
  if (cross)
    return dimensionOf(book, readUnit(book, text, end + cross[0].length) ?? { unit: null }) === "length";
  const slash = slashed.exec(rest);
  if (!slash) return false;
  const unit = readUnit(book, text, end + slash[0].length);
  if (!unit || unit.doubt) return false;
  const numbers = `${text.slice(start, end)}${slash[0]}`.split("/").map(Number);
  const names = namesBefore.exec(text.slice(Math.max(0, start - reachOfNames), start))?.[0].split("/");
  return (
    numbers.length > 2 ||
    numbers.every((number) => number >= 4) ||
    numbers.some((number) => number % 1 > 0) ||
    names?.length === numbers.length ||
    /^pp[mb]$/.test(unit.unit ?? "") ||
    /\d\/$/.test(text.slice(Math.max(0, start - 2), start))
  );
}

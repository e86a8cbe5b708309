import { Decimal } from "decimal.js";
import { readMarks } from "./normal-marks.ts";
import type { QuantityDoubt } from "./quantity.ts";

/** `scale`: the multiplier at the end of the number (二十万: 10000), which a range may share. */
type SpokenNumber = {
  readonly value: Decimal;
  readonly scale: Decimal;
  readonly isScaleShared: boolean;
};

const digits = "零一二三四五六七八九";
const tens: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const myriads: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };

function digitOf(character: string): number {
  if (character === "两") return 2;
  return character === "〇" ? 0 : digits.indexOf(character);
}

/** 十万 is 100000: the product of its characters, which must all be multipliers. */
export function factorOf(characters: string): Decimal {
  return [...characters].reduce(
    (product, character) => product.times(tens[character] ?? myriads[character] ?? 1),
    new Decimal(1),
  );
}

/**
 * A number in Chinese numerals. Null for what is no number, such as 万 alone. 两万五 is 25000, 二〇二七 is 2027. [MT5]
 * @example readChinese("一点五万")?.value // 15000
 */
export function readChinese(text: string): SpokenNumber | null {
  const [whole = "", fraction] = text.split("点");
  if (!/[零〇一二两三四五六七八九十]/.test(whole) || looksSpoken(whole)) return null;
  const tail = [...(fraction ?? "")].map(digitOf).filter((digit) => digit >= 0);
  const scale = factorOf((fraction ?? "").replaceAll(/[^十百千万亿]/g, ""));
  const isPlain = /^[零〇一二两三四五六七八九]{2,}$/.test(whole);
  const base = isPlain ? new Decimal([...whole].map(digitOf).join("")) : sumOf(whole);
  const number = tail.length > 0 ? base.plus(new Decimal(`0.${tail.join("")}`)) : base;
  const shared = sharedScaleOf(whole, fraction === undefined ? "" : text);
  return { value: number.times(scale), scale: shared, isScaleShared: shared.gt(1) };
}

/** 二十五六, 六万八一: two digits in a row that no multiplier parts are guesses or two numbers, never one. */
function looksSpoken(whole: string): boolean {
  return /[十百千万亿]/.test(whole) && /[一二两三四五六七八九]{2}/.test(whole);
}

function sumOf(whole: string): Decimal {
  let [total, section, digit, last] = [0, 0, 0, 1];
  const characters = [...whole];
  for (const character of characters) {
    const unit = tens[character];
    const myriad = myriads[character];
    if (unit !== undefined) section += (digit || 1) * unit;
    else if (myriad !== undefined) {
      total = (total + section + digit) * myriad;
      section = 0;
    }
    last = unit ?? myriad ?? (character === "零" || character === "〇" ? 1 : last);
    digit = Math.max(0, digitOf(character));
  }
  // 两万五, 三百二: a digit left at the end stands one order below the last multiplier.
  const isShort = digit > 0 && last > 10 && /[百千万亿]/.test(characters.at(-2) ?? "");
  return new Decimal(total).plus(section).plus(isShort ? (digit * last) / 10 : digit);
}

function sharedScaleOf(whole: string, fractional: string): Decimal {
  const ending = /[万亿]+$/.exec(fractional === "" ? whole : fractional)?.[0];
  if (ending) return factorOf(ending);
  const small = /^[一二两三四五六七八九]([百千])$/.exec(whole)?.[1];
  return factorOf(small ?? "");
}

const units =
  "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen";
const names = `${units} seventeen eighteen nineteen`.split(" ");
const tensWords = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const small = new Map([
  ...names.map((name, index) => [name, index + 1] as const),
  ...tensWords.map((name, index) => [name, index * 10 + 20] as const),
]);
const large = new Map([
  ["hundred", 100],
  ["thousand", 1e3],
  ["million", 1e6],
]);
const above = [...large.keys()].join("|");
const longestFirst = (words: readonly string[]) => [...words].sort((a, b) => b.length - a.length).join("|");
const below = `(?:(?:${tensWords.join("|")})(?:[ -](?:${longestFirst(names.slice(0, 9))}))?|${longestFirst(names)})(?![a-z])`;
const group = `(?:${below}|a)(?: (?:${above}))*(?:(?<=${above}) (?:and )?${below}(?: hundred)?(?: and ${below})?)?`;
const spoken = new RegExp(
  `(half )?(?:(a )(?=${above})|(?=${below}))((?:${above}|${group})(?: (?:${above}))?)( and a half)?(?![A-Za-z])`,
  "iy",
);

/** Whether a text begins with a number in English words. */
export const startsInEnglish = new RegExp(
  `^(?:half )?(?:(?:a )(?:${[...large.keys()].join("|")})|${[...small.keys()].join("|")})\\b`,
  "i",
);

/**
 * "two hundred and fifty" · "twenty-five thousand" · "a hundred" · "half a million" · "one and a half". Null where none
 * starts, or where only a multiplier stands.
 */
function readEnglishNumber(
  text: string,
  at: number,
): { readonly end: number; readonly value: Decimal; readonly scale: Decimal } | null {
  spoken.lastIndex = at;
  const match = spoken.exec(text);
  if (!match) return null;
  const [whole, isHalf, article, number = "", andHalf] = match;
  let total = new Decimal(0);
  let section = new Decimal(article ? 1 : 0);
  for (const part of number.toLowerCase().split(/[ -]/)) {
    const factor = large.get(part);
    if (factor === undefined) section = section.plus(small.get(part) ?? 0);
    else if (factor === 100) section = section.times(100);
    else {
      total = total.plus(section.times(factor));
      section = new Decimal(0);
    }
  }
  const sum = total.plus(section);
  const value = (isHalf ? sum.div(2) : sum).plus(andHalf ? "0.5" : 0);
  // Three to four thousand: a multiplier at the end is that of both.
  const scale = andHalf || isHalf ? 1 : (large.get(number.toLowerCase().split(/[ -]/).at(-1) ?? "") ?? 1);
  return value.isZero() ? null : { end: at + whole.length, value, scale: new Decimal(scale) };
}

/**
 * A number as written, its plain decimal value, and where it ends. `scale`: a multiplier at its end that a range may
 * share (2-3万). `spelled`: in words, so that a unit must follow. `leaning`: at least of 20余 and 20多, about of 20来.
 */
export type ReadNumber = {
  readonly end: number;
  readonly value: Decimal;
  readonly scale: Decimal;
  readonly spelled: boolean;
  readonly leaning?: ">=" | "about";
  readonly doubt?: QuantityDoubt;
};

const one = new Decimal(1);
const arabic =
  /[+-]?(?:\d{1,3}(?:[,'’]\d{3})+(?![\d])(?:\.\d+)?|\d{1,3}(?: \d{3})+(?![\d.M])|\d+(?:\.\d+)?|\.\d+)/y;
const chinese =
  /(?!零[上下])[零〇一二两三四五六七八九十](?:[零〇一二两三四五六七八九十百万亿]|千(?![克瓦米帕伏卡赫安焦牛]))*(?<!(?<=[万千百][二三四五六七八九]?)一(?=吨|公斤|平))(?:点[零〇一二三四五六七八九]+[十百千万亿]*)?/y;
const multiplier =
  /\s?([tT]housand|[mM]illion|[bB]illion|[bm]n)\b|([kK](?=\s[A-Za-z]|[次圈吨])|[wW](?=\+?(?:[吨元]|\/(?:吨|t\b))))|\s?((?:[十百万亿]|千(?![克瓦米帕伏卡赫安]))+)/y;
const power =
  /\s?[×xX*·]\s?10(?:\^\(?([+-]?\d{1,2})\)?|([\uE000-\uE00B]+)|(-\d{1,2})(?![\d.])|(\d{1,2})(?![\d.,]))/y;
// ½ as normal text has it; 2½ would be 21⁄2 and is left to be asked about.
const vulgar = /(?<!\d)([13])⁄([24])(?!\d)/y;
const tenTo = /10(?:\^\(?([+-]?\d{1,2})\)?|([\uE000-\uE00B]+))/y;
const scientific = /[eE]([+-]?\d{1,2})(?![\dA-Za-z.])/y;
const more = /[余多来](?=[\p{Script=Han}A-Za-z%])|\+(?=\s?[%A-Za-zμ°吨元])/uy;
const words: Readonly<Record<string, number>> = {
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  mn: 1e6,
  bn: 1e9,
};

/**
 * The number that starts at a place: 1,200 · 1.2万 · 1万2千 · 二十万 · 3 thousand · 1.2×10⁻³ · ten thousand. Null where none
 * starts. [MT5]
 * @example readNumber("二十万吨", 0)?.value // 200000
 */
export function readNumber(text: string, at: number): ReadNumber | null {
  const bare = matchAt(tenTo, text, at);
  if (bare) {
    const exponent = bare[1] === undefined ? readMarks(bare[2] ?? "") : Number(bare[1]);
    return numberOf(at + bare[0].length, new Decimal(10).pow(exponent));
  }
  const half = matchAt(vulgar, text, at);
  if (half) return numberOf(at + half[0].length, new Decimal(half[1] ?? 1).div(half[2] ?? 1));
  const written = matchAt(arabic, text, at);
  if (written) return readArabic(text, at, written[0]);
  const spoken = matchAt(chinese, text, at);
  const read = spoken ? readChinese(spoken[0]) : null;
  if (spoken && !read && looksSpoken(spoken[0])) {
    return { ...numberOf(at + spoken[0].length, one), spelled: true, doubt: "vague" };
  }
  if (spoken && read) {
    const end = at + spoken[0].length;
    const surplus = matchAt(more, text, end)?.[0] ?? "";
    return {
      ...numberOf(end + surplus.length, read.value, read.scale),
      spelled: true,
      ...leaningOf(surplus),
    };
  }
  const english = /[A-Za-z]/.test(text.charAt(at)) ? readEnglishNumber(text, at) : null;
  return english ? { ...numberOf(english.end, english.value, english.scale), spelled: true } : null;
}

function numberOf(end: number, value: Decimal, scale: Decimal = one): ReadNumber {
  return { end, value, scale, spelled: false };
}

function leaningOf(surplus: string): Pick<ReadNumber, "leaning"> {
  return surplus === "" ? {} : { leaning: surplus === "来" ? "about" : ">=" };
}

function readArabic(text: string, at: number, written: string): ReadNumber {
  const plain = new Decimal(written.replaceAll(/[,' ’]/g, ""));
  const end = at + written.length;
  // 148×27×102mm: the third side is no power of ten.
  const isSide = /\d\s?[×xX*]\s?$/.test(text.slice(Math.max(0, at - 4), at));
  const exponent = isSide ? null : readExponent(text, end);
  if (exponent) {
    const factor = new Decimal(10).pow(exponent.value);
    return { ...numberOf(exponent.end, plain.times(factor), factor), ...exponent.doubt };
  }
  const surplus = matchAt(more, text, end)?.[0] ?? "";
  const match = matchAt(multiplier, text, end + surplus.length);
  const scale = scaleOf(match);
  const value = plain.times(scale);
  const scaledEnd = end + surplus.length + (match?.[0].length ?? 0);
  // 7万2 is 72,000.
  const tail =
    match && scale.gte(1e4)
      ? /^\d(?=$|[,，。;；)一左以每/]|不)/.exec(text.slice(scaledEnd, scaledEnd + 2))
      : null;
  if (tail) return numberOf(scaledEnd + 1, value.plus(scale.times(tail[0]).div(10)), scale);
  const rest = match ? readRest(text, scaledEnd, scale) : null;
  if (rest) return numberOf(rest.end, value.plus(rest.value));
  const later = surplus === "" ? (matchAt(more, text, scaledEnd)?.[0] ?? "") : "";
  return { ...numberOf(scaledEnd + later.length, value, scale), ...leaningOf(surplus + later) };
}

function scaleOf(match: RegExpExecArray | null): Decimal {
  if (!match) return one;
  const [, word, thousand, characters] = match;
  if (word) return new Decimal(words[word.toLowerCase()] ?? 1);
  if (thousand) return new Decimal(/w/i.test(thousand) ? 10_000 : 1000);
  return factorOf(characters ?? "");
}

/** 1万2千 and 1亿2000万: what follows a multiplier with a smaller one of its own is added. */
function readRest(text: string, at: number, scale: Decimal): { end: number; value: Decimal } | null {
  const next = /^(\d+(?:\.\d+)?)([十百千万]+)/.exec(text.slice(at, at + 12));
  if (!next) return null;
  const factor = factorOf(next[2] ?? "");
  const value = new Decimal(next[1] ?? 0).times(factor);
  return value.lt(scale) ? { end: at + next[0].length, value } : null;
}

function readExponent(
  text: string,
  at: number,
): { end: number; value: number; doubt: { doubt?: QuantityDoubt } } | null {
  const match = matchAt(power, text, at);
  if (match) {
    const [whole, caret, marks, minus, unsure] = match;
    const value = marks ? readMarks(marks) : Number(caret ?? minus ?? unsure);
    return { end: at + whole.length, value, doubt: unsure === undefined ? {} : { doubt: "exponent" } };
  }
  const e = matchAt(scientific, text, at);
  return e ? { end: at + e[0].length, value: Number(e[1]), doubt: {} } : null;
}

export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

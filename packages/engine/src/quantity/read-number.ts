import { Decimal } from "decimal.js";
import { readMarks } from "./normal-marks.ts";
import type { QuantityDoubt } from "./quantity.ts";
import { factorOf, looksSpoken, readChinese, readSpread } from "./read-chinese.ts";
import { readEnglishNumber } from "./read-english.ts";

const one = new Decimal(1);

/**
 * A number as written, its plain decimal value, and where it ends. `scale`: a multiplier at its end that a range may
 * share (2-3万). `spelled`: in words, so that a unit must follow. `leaning`: at least of 20余 and 20多, about of 20来.
 */
export type ReadNumber = {
  readonly end: number;
  /** The upper end of two numbers said in a row: 两三百 is 200 to 300. */
  readonly high?: Decimal;
  readonly value: Decimal;
  readonly scale: Decimal;
  readonly spelled: boolean;
  readonly leaning?: ">=" | "about";
  readonly doubt?: QuantityDoubt;
};

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
const orNext = / or (?=[a-z])/iy;
const oddBehind = /-odd\b/iy;
const roundly = /([百千万])(?:[来把])(?=[\p{Script=Han}A-Za-z])/uy;
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
  const spread = spoken ? readSpread(spoken[0]) : null;
  if (spoken && spread)
    return { ...numberOf(at + spoken[0].length, spread.value), high: spread.high, spelled: true };
  if (spoken && !read && looksSpoken(spoken[0])) {
    return { ...numberOf(at + spoken[0].length, one), spelled: true, doubt: "vague" };
  }
  const round = matchAt(roundly, text, at);
  if (round)
    return { ...numberOf(at + round[0].length, factorOf(round[1] ?? "")), spelled: true, leaning: "about" };
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
  if (!english) return null;
  const { end, value, scale } = english;
  const next = matchAt(orNext, text, end);
  const after = next && scale.eq(1) ? readEnglishNumber(text, end + next[0].length) : null;
  // Two or three tonnes, two or three hundred.
  if (after?.value.div(after.scale).eq(value.plus(1)))
    return { ...numberOf(after.end, value.times(after.scale)), high: after.value, spelled: true };
  const odd = matchAt(oddBehind, text, end);
  return {
    ...numberOf(end + (odd?.[0].length ?? 0), value, scale),
    spelled: true,
    ...(odd ? { leaning: ">=" as const } : {}),
  };
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
    match && scale.gte(1e3) && /[千万亿]$/.test(match[0])
      ? /^\d(?=$|[,，。;；)一左以每/]|不|吨|公斤|元)/.exec(text.slice(scaledEnd, scaledEnd + 2))
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

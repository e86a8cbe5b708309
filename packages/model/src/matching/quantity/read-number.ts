import { Decimal } from "decimal.js";

/** A number as written, its plain decimal value, and where it ends. */
export type ReadNumber = { readonly end: number; readonly value: Decimal };

const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const tens: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const myriads: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };

const arabic = /[+-]?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?: \d{3})+(?![\d.])|\d+(?:\.\d+)?|\.\d+)/y;
const chinese = /[零〇一二两三四五六七八九十百千万亿]+(?:点[零〇一二三四五六七八九]+[十百千万亿]*)?/y;
const multiplier = /(?:\s?(thousand|million|billion)\b|([十百千万亿]+))/iy;
const words: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, billion: 1e9 };

/**
 * The number that starts at a place: 1,200 · 1.2万 · 二十万 · 3 thousand. Null where none starts. [MT5]
 * @example readNumber("二十万吨", 0)?.value // 200000
 */
export function readNumber(text: string, at: number): ReadNumber | null {
  const written = matchAt(arabic, text, at);
  if (written)
    return readMultiplier(text, at + written[0].length, new Decimal(written[0].replaceAll(/[, ]/g, "")));
  const spoken = matchAt(chinese, text, at);
  const value = spoken ? readChinese(spoken[0]) : null;
  return spoken && value ? { end: at + spoken[0].length, value } : null;
}

function readMultiplier(text: string, end: number, value: Decimal): ReadNumber {
  const match = matchAt(multiplier, text, end);
  if (!match) return { end, value };
  const word = match[1]?.toLowerCase();
  const factor = word === undefined ? factorOf(match[2] ?? "") : (words[word] ?? 1);
  return { end: end + match[0].length, value: value.times(factor) };
}

function factorOf(characters: string): number {
  return [...characters].reduce(
    (product, character) => product * (tens[character] ?? myriads[character] ?? 1),
    1,
  );
}

/** 一点五万 · 三百二十 · 二十万 · 十二. Null for what is no number, such as 万 alone. */
export function readChinese(text: string): Decimal | null {
  const [whole = "", fraction] = text.split("点");
  const scale = fraction === undefined ? 1 : factorOf(fraction.replaceAll(/[^十百千万亿]/g, ""));
  if (!/[零〇一二两三四五六七八九十]/.test(whole)) return null;
  let total = 0;
  let section = 0;
  let digit = 0;
  for (const character of whole) {
    const unit = tens[character];
    const myriad = myriads[character];
    if (unit !== undefined) section += (digit || 1) * unit;
    else if (myriad !== undefined) total = (total + section + digit) * myriad;
    if (myriad !== undefined) section = 0;
    digit = digits[character] ?? 0;
  }
  const tail = [...(fraction ?? "")]
    .map((character) => digits[character])
    .filter((value) => value !== undefined);
  return new Decimal(`${total + section + digit}${tail.length > 0 ? `.${tail.join("")}` : ""}`).times(scale);
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

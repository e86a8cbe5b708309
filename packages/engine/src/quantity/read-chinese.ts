import { Decimal } from "decimal.js";

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

/** Two digits in a row of which the second follows the first: 五六十 is 50 to 60, 十五六 15 to 16, 一万二三 12,000 to 13,000. */
const following =
  /^([零〇一二两三四五六七八九十百千万亿]*?)([一二两三四五六七八九])([二两三四五六七八九])([十百千万亿]*)$/;

/** Two numbers in a row are a range: 两三百吨. Null for one number and for what is none. @example readSpread("两三百")?.value // 200 */
export function readSpread(text: string): { readonly value: Decimal; readonly high: Decimal } | null {
  const [, lead = "", low = "", high = "", tail = ""] = following.exec(text) ?? [];
  if (low === "" || digitOf(high) !== digitOf(low) + 1 || (lead !== "" && !/[十百千万亿]$/.test(lead)))
    return null;
  // 十五六万: the multiplier is of the whole.
  const numberOfDigit = (digit: string) => readChinese(`${lead}${digit}${tail}`)?.value;
  const [least, most] = [numberOfDigit(low), numberOfDigit(high)];
  return least && most && least.lt(most) ? { value: least, high: most } : null;
}

/** 二十五六, 六万八一: two digits in a row that no multiplier parts are guesses or two numbers, never one. */
export function looksSpoken(whole: string): boolean {
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

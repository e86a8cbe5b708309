import type { Locale } from "../locale.ts";

const halves = /^(.*?\p{Script=Han}.*?) \/ (\P{Script=Han}+)$/su;
/** A word of a sentence; no formula, symbol or abbreviation is one. */
const word = /(?<![\p{L}\p{N}])[A-Z]?[a-z]{2,}(?![\p{L}\p{N}])/gu;
/** So few words are a formula, a unit or the name of a firm, and no second half. */
const fewest = 3;

/**
 * Of own words that say the same in Chinese and then in English, divided by " / ", the reader's half; all others whole. [OW1]
 * @example readerHalf("宜春锂电会展中心 / Yichun Battery Exhibition Centre", "en") // "Yichun Battery Exhibition Centre"
 */
export function readerHalf(text: string, locale: Locale): string {
  const [, zh, en] = halves.exec(text) ?? [];
  if (!zh || !en || (en.match(word) ?? []).length < fewest) return text;
  return locale === "en" ? en : zh;
}

/** Data to be read, with the reader's half of each text in it; never data that is saved again. [OW1] */
export function readerHalves<Data>(data: Data, locale: Locale): Data {
  if (typeof data === "string") return readerHalf(data, locale) as Data;
  if (Array.isArray(data)) return data.map((one) => readerHalves(one, locale)) as Data;
  if (typeof data !== "object" || data === null || data instanceof Date) return data;
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [name, readerHalves(value, locale)]),
  ) as Data;
}

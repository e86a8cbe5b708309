import countries from "i18n-iso-countries/index.js";
import en from "i18n-iso-countries/langs/en.json" with { type: "json" };
import zh from "i18n-iso-countries/langs/zh.json" with { type: "json" };

/** Two-letter codes of ISO 3166-1. */
export const countryCodes: readonly string[] = Object.keys(countries.getAlpha2Codes()).sort();

const isCode = new Set(countryCodes);

/** Names that statistics print and the list of names does not hold. */
const printed: Readonly<Record<string, string>> = {
  "korea, rep.": "KR",
  "rep. of korea": "KR",
  "south korea": "KR",
  "united states": "US",
  usa: "US",
  russia: "RU",
  "russian federation": "RU",
  "viet nam": "VN",
  "dr congo": "CD",
  "other asia, nes": "TW",
  刚果民主共和国: "CD",
  "刚果(金)": "CD",
  韩国: "KR",
  英国: "GB",
  中国香港: "HK",
  中国台湾: "TW",
  台湾省: "TW",
  中国澳门: "MO",
};

const fold = (name: string) => name.normalize("NFKC").trim().toLowerCase();

const byName = new Map<string, string>();
for (const { countries: names } of [en, zh] as unknown as { countries: Record<string, string | string[]> }[])
  for (const [code, name] of Object.entries(names))
    for (const one of Array.isArray(name) ? name : [name]) byName.set(fold(one), code);
for (const [name, code] of Object.entries(printed)) byName.set(fold(name), code);

/**
 * The ISO 3166-1 code of a country that is printed as a code of two or three letters, as a number of ISO 3166-1 or as a name in English or
 * Chinese; null where it names none. Names and numbers by i18n-iso-countries. [SU1]
 * @example countryOf("036") // "AU"
 */
export function countryOf(text: string): string | null {
  const name = fold(text);
  if (/^[a-z]{2}$/.test(name)) return isCode.has(name.toUpperCase()) ? name.toUpperCase() : null;
  if (/^[a-z]{3}$/.test(name))
    return countries.alpha3ToAlpha2(name.toUpperCase()) ?? byName.get(name) ?? null;
  if (/^\d{1,3}$/.test(name))
    return countries.numericToAlpha2(name.padStart(3, "0")) ?? oldNumbers[name] ?? null;
  return byName.get(name) ?? null;
}

/** Numbers by which UN Comtrade and BACI name a country where ISO has another one. */
const oldNumbers: Readonly<Record<string, string>> = {
  "56": "BE",
  "251": "FR",
  "381": "IT",
  "490": "TW",
  "579": "NO",
  "699": "IN",
  "757": "CH",
  "842": "US",
};

import countries from "i18n-iso-countries/index.js";
import en from "i18n-iso-countries/langs/en.json" with { type: "json" };
import zh from "i18n-iso-countries/langs/zh.json" with { type: "json" };
import { isPlace } from "./place.ts";

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
  印度尼西亚: "ID",
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

const escapeName = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Names of countries as they stand in a text, the longest first; what two countries share, and what is no more than two letters, is none. */
const namePattern = (() => {
  const names = [en, zh].flatMap(({ countries: listed }: { countries: Record<string, string | string[]> }) =>
    Object.entries(listed).flatMap(([code, name]) =>
      isPlace(code) ? (Array.isArray(name) ? name : [name]).map((one) => ({ code, one })) : [],
    ),
  );
  const shared = new Set(names.map(({ one }) => one).filter((one, at, all) => all.indexOf(one) !== at));
  const usable = names.map(({ one }) => one).filter((one) => !shared.has(one) && !/^[A-Z.]{2,4}$/.test(one));
  const sorted = [
    ...usable,
    ...Object.keys(printed).filter((name) => isPlace(printed[name] ?? "") && /\p{Script=Han}/u.test(name)),
    "UAE",
    "USA",
  ].sort((a, b) => b.length - a.length);
  const latin = sorted.filter((name) => /^\p{Script=Latin}/u.test(name)).map(escapeName);
  const han = sorted.filter((name) => !/^\p{Script=Latin}/u.test(name)).map(escapeName);
  return new RegExp(`(?<![\\p{L}])(?:${latin.join("|")})(?![\\p{L}])|${han.join("|")}`, "gu");
})();

/**
 * The countries that a text names, in their order; what GB/T 2260 has as a province is none. [PO24]
 * @example findCountries("位于津巴布韦的矿山").map(({ code }) => code) // ["ZW"]
 */
export function findCountries(
  text: string,
): readonly { readonly code: string; readonly start: number; readonly end: number }[] {
  return [...text.matchAll(namePattern)].flatMap((match) => {
    const code = byName.get(fold(match[0]));
    return code ? [{ code, start: match.index, end: match.index + match[0].length }] : [];
  });
}

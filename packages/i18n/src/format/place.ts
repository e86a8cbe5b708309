import { findProvince } from "@lilink/model/codes";
import { isLocale } from "../locale.ts";
import { officialNames } from "./country-names.ts";

const names = new Map<string, Intl.DisplayNames>();

/** The name of a country or region in a language; a code that has none is its own name. */
export function countryName(code: string, locale: string): string {
  const given = officialNames[isLocale(locale) ? locale : "en"][code];
  if (given !== undefined) return given;
  const known = names.get(locale) ?? new Intl.DisplayNames(locale, { type: "region" });
  names.set(locale, known);
  return (/^[A-Z]{2}$/.test(code) ? known.of(code) : undefined) ?? code;
}

/** The name of a place of a posting: a province or a country. [PO24] */
export function placeName(code: string, locale: string): string {
  const province = /^\d/.test(code) ? findProvince(code) : null;
  if (province) return locale === "en" ? province.en : province.zh;
  return countryName(code, locale);
}

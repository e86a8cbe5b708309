import { type CodeCheck, normalizeCode } from "./code-check.ts";

/**
 * Checks a CAS registry number by its check digit. [CO6]
 * @returns fault `badFormat` {typed}
 * @example checkCas("554-13-2").ok // true, lithium carbonate
 */
export function checkCas(typed: string): CodeCheck<{ readonly digits: string }> {
  const code = typed
    .normalize("NFKC")
    .replaceAll(/\s+/g, "")
    .replaceAll(/\p{Pd}/gu, "-");
  const digits = code.replaceAll("-", "");
  const sum = [...digits.slice(0, -1)]
    .reverse()
    .reduce((total, digit, at) => total + Number(digit) * (at + 1), 0);
  if (!/^\d{2,7}-\d{2}-\d$/.test(code) || sum % 10 !== Number(digits.at(-1)))
    return { ok: false, rule: "badFormat", params: { typed } };
  return { ok: true, code, flags: [], parts: { digits } };
}

const patentWeights = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5] as const;

/** `kind`: 1 invention, 2 utility model, 3 design, 8 PCT invention, 9 PCT utility model. The rule is recalled. */
export type PatentParts = { readonly year: string; readonly kind: string; readonly serial: string };

/**
 * Checks the number of a Chinese patent application since 2003 by its check character. [CO6]
 * @returns fault `badFormat` {typed}
 * @example checkPatentNumber("CN202010000001.6")
 */
export function checkPatentNumber(typed: string): CodeCheck<PatentParts> {
  const [, year = "", kind = "", serial = "", check] =
    /^(?:CN|ZL)?(\d{4})([12389])(\d{7})\.?([\dX])$/.exec(normalizeCode(typed)) ?? [];
  const digits = [...(year + kind + serial)];
  const sum = patentWeights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  if (check === undefined || "0123456789X".charAt(sum % 11) !== check)
    return { ok: false, rule: "badFormat", params: { typed } };
  return { ok: true, code: `CN${year}${kind}${serial}.${check}`, flags: [], parts: { year, kind, serial } };
}

const standard = /^(GB|GB\/T|YS\/T|HG\/T|QC\/T|SJ\/T|DB\d{2}(?:\/T)?|T\/[A-Z]+) ?(\d+(?:\.\d+)?)-(\d{4})$/;

/**
 * Reads the number of a Chinese standard: national, of an industry, local or of an association. The list is recalled. [CO6]
 * @returns fault `badFormat` {typed}
 * @example checkStandardNumber("gb/t34014－2017") // { ok: true, code: "GB/T 34014-2017", … }
 */
export function checkStandardNumber(
  typed: string,
): CodeCheck<{ readonly series: string; readonly number: string; readonly year: string }> {
  const plain = typed
    .normalize("NFKC")
    .trim()
    .toUpperCase()
    .replaceAll(/\p{Pd}/gu, "-")
    .replaceAll(/\s+/g, " ");
  const [, series, number, year] = standard.exec(plain) ?? [];
  if (series === undefined || number === undefined || year === undefined)
    return { ok: false, rule: "badFormat", params: { typed } };
  return { ok: true, code: `${series} ${number}-${year}`, flags: [], parts: { series, number, year } };
}

import unitEn from "../../messages/en/unit.json" with { type: "json" };
import unitZh from "../../messages/zh-CN/unit.json" with { type: "json" };
import type { Locale } from "../locale.ts";
import { numberFormatter } from "./formatter.ts";

type Scale = { readonly power: number; readonly suffix: string };

const scales: Readonly<Record<Locale, readonly Scale[]>> = {
  "zh-CN": [
    { power: 8, suffix: "亿" },
    { power: 4, suffix: "万" },
  ],
  en: [
    { power: 9, suffix: " billion" },
    { power: 6, suffix: " million" },
  ],
};

// Not from the catalogue: a browser that formats a figure would be sent all texts of both languages.
const unitLabels: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  "zh-CN": unitZh,
  en: unitEn,
};

/** How long a number may be: `short` scales by 万/亿 or million/billion, `exact` keeps every digit. */
export type NumberStyle = "short" | "exact";

/** A number for reading, from a number or a decimal string of any length; nothing is rounded in `exact`, and it has at least so many decimals. */
export function formatNumber(
  value: number | string,
  locale: Locale,
  style: NumberStyle = "exact",
  places = 0,
): string {
  const size = Math.abs(Number(value));
  const scale = style === "short" ? scales[locale].find(({ power }) => size >= 10 ** power) : undefined;
  const format = numberFormatter(locale, {
    maximumFractionDigits: scale ? 4 : 12,
    ...(places > 0 ? { minimumFractionDigits: places } : {}),
  });
  const amount = scale ? `${Number(value)}E-${scale.power}` : value;
  // A minus, not the hyphen of a range or of a code.
  return format.format(amount as Intl.StringNumericLiteral).replace("-", "−") + (scale?.suffix ?? "");
}

/**
 * A released figure as it is read: two decimals, or four digits below one. Files of figures and programs give every digit.
 * @example toReading("38.9178481841") // "38.92"
 */
export function toReading(value: string): string {
  const size = Math.abs(Number(value));
  if (size === 0 || !Number.isFinite(size)) return value;
  return String(size < 1 ? Number(Number(value).toPrecision(4)) : Number(Number(value).toFixed(2)));
}

/** The label of a unit code in a language: `t` is 吨 in Chinese; an unlisted code is its own label. */
export function formatUnit(unit: string, locale: Locale): string {
  const labels = unitLabels[locale];
  return labels[unit] ?? unit;
}

const unitParams: ReadonlySet<string> = new Set(["unit", "from", "to"]);

/** The params of a rule about a figure with the codes of units as their labels. */
export function nameUnits(params: Readonly<Record<string, string>>, locale: Locale): Record<string, string> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      unitParams.has(name) ? formatUnit(value, locale) : value,
    ]),
  );
}

const startsHan = /^[\p{Script=Han}（]/u;
const endsHan = /[\p{Script=Han}）]$/u;

/**
 * The label of so much of one thing for so much of another, word by word: `t ore / t concentrate` is 吨矿石/吨精矿. Formulae and
 * grades are their own labels.
 */
export function formatRatio(ratio: string, locale: Locale): string {
  const sides = ratio.split(" / ").map((side) => {
    const [, unit = side, rest = ""] = /^(\S+(?: LCE)?)(?: (.*))?$/.exec(side) ?? [];
    const words = rest
      .replaceAll(/\.(?=\d*H2O)/g, "·")
      .split(/ /)
      .filter(Boolean);
    return [unit, ...words].reduce((text, word) => {
      const label = formatUnit(word, locale);
      if (text === "") return label;
      return locale === "zh-CN" && endsHan.test(text) && startsHan.test(label)
        ? text + label
        : `${text} ${label}`;
    }, "");
  });
  return sides.join(locale === "zh-CN" ? "/" : " / ");
}

const joined = new Set(["%", "‰", "°C"]);

/** What an amount of goods is called that no attribute of the chain stands for. */
export const volumeName = { zh: "数量", en: "Volume" } as const;

/** What an amount is called once it is spread over a year: a firm can make more than what it offers. */
export const yearlyName = { zh: "年供应量", en: "amount a year" } as const;

/** What a buyer would pay at most, in place of a price. */
export const priceCeilingName = { zh: "价格上限", en: "price ceiling" } as const;

/** A number and the label of its unit: no space before a sign or, in Chinese, before a Chinese word; else one. */
export function joinUnit(number: string, label: string, locale: Locale): string {
  if (label === "") return number;
  if (locale === "en" && number === "1" && label === "persons") return "1 person";
  if (locale === "en" && /^−?1$/.test(number) && label === "percentage points")
    return `${number} percentage point`;
  // 5.8% Li₂O, as 8% stands beside it.
  const close =
    joined.has(label) ||
    /^% [A-Z]/.test(label) ||
    (locale === "zh-CN" && /^[\p{Script=Han}（]|^[%°‰]/u.test(label));
  return close ? `${number}${label}` : `${number} ${label}`;
}

/** "3,990 USD/t" per tonne of LCE is one unit: 3,990 USD/t LCE; null where the two do not meet. */
export function joinBasis(text: string, basis: string | null): string | null {
  const [, en] = /^per t(?:onne of)? (.+)$/.exec(basis ?? "") ?? [];
  const [, zh] = /^每吨 ?(.+)$/.exec(basis ?? "") ?? [];
  if (en && text.endsWith("/t")) return `${text} ${en}`;
  return zh && text.endsWith("/吨") ? text + (/^[A-Z]/.test(zh) ? ` ${zh}` : zh) : null;
}

/**
 * A share as percent, the one way in which percent is written.
 * @example formatShare(0.6637, "en") // "66%"
 */
export function formatShare(share: number, locale: Locale, places = 0): string {
  return joinUnit(formatNumber(Number((share * 100).toFixed(places)), locale), "%", locale);
}

/**
 * A chance to a tenth of a percent; what is all but sure or all but out of the question is no 100 and no 0.
 * @example formatChance(0.99999, "en") // "> 99.9%"
 */
export function formatChance(chance: number, locale: Locale): string {
  if (chance > 0.999) return `> ${formatShare(0.999, locale, 1)}`;
  return chance < 0.001 ? `< ${formatShare(0.001, locale, 1)}` : formatShare(chance, locale, 1);
}

/**
 * A value in the unit in which the language counts it: English has no ten thousands of yuan.
 * @example writeOut("5.1", "10k CNY/t", "en") // ["51000", "CNY/t"]
 */
export function writeOut(
  value: string,
  unit: string,
  locale: Locale,
): readonly [value: string, unit: string] {
  const [, single] = /^10k (CNY\/.+)$/.exec(unit) ?? [];
  // In decimal digits: 5.1 times ten thousand is 51,000 and no fraction beside it.
  return single && locale === "en" ? [String(Math.round(Number(value) * 1e6) / 100), single] : [value, unit];
}

/** Value and unit: 1.2万吨 / 12,000 t. `unit` is a code of the chain's attributes. */
export function formatQuantity(
  value: number | string,
  unit: string | null,
  locale: Locale,
  style: NumberStyle = "short",
): string {
  // A unit that is a power of ten itself is not scaled once more: 1.9968亿元, not 1.9968万万元; English has no such unit at all.
  if (unit === "10k CNY" && (style === "short" || locale === "en"))
    return formatQuantity(`${Number(value)}E4` as Intl.StringNumericLiteral, "CNY", locale, style);
  // As amounts of money are written elsewhere: CNY 163.42 million. Nobody reads a sixth digit of a short one.
  if (unit === "CNY" && locale === "en")
    return `CNY ${formatNumber(style === "short" ? Number(Number(value).toPrecision(5)) : value, locale, style)}`;
  const number = formatNumber(value, locale, unit?.startsWith("10^") ? "exact" : style);
  // What is counted has no unit in English: 57 projects, not 57 count.
  if (!unit || unit === "1" || (unit === "count" && locale === "en")) return number;
  // A scale is no unit: 0.52 (0–1).
  const [, scale] = /^index (0-[\d,]+)$/.exec(unit) ?? [];
  if (scale) return joinUnit(number, toScale(scale, locale), locale);
  if (unit === "rank" && locale === "en") return toOrdinal(number);
  return joinUnit(number, formatUnit(unit, locale), locale);
}

const toScale = (scale: string, locale: Locale) => {
  const ends = scale.replace("-", "–");
  return locale === "en" ? `(${ends})` : `（${ends}）`;
};

const endings: Readonly<Record<string, string>> = { 1: "st", 2: "nd", 3: "rd" };

/** 1st, 2nd, 3rd, 11th; what lies between two ranks has no ending. */
function toOrdinal(number: string): string {
  if (!/^\d+$/.test(number)) return number;
  const ending = /1\d$/.test(number) ? undefined : endings[number.at(-1) ?? ""];
  return `${number}${ending ?? "th"}`;
}

/** `lower` to `upper` of one unit, either of which may be open. */
export function formatRange(
  lower: number | string | null,
  upper: number | string | null,
  unit: string | null,
  locale: Locale,
): string {
  if (lower !== null && upper !== null) {
    const from = formatNumber(lower, locale, "exact");
    return `${from}–${formatQuantity(upper, unit, locale, "exact")}`;
  }
  if (lower !== null) return `≥ ${formatQuantity(lower, unit, locale, "exact")}`;
  if (upper !== null) return `≤ ${formatQuantity(upper, unit, locale, "exact")}`;
  return "";
}

import { formatDate, formatNumber, formatUnit, type Locale } from "@lilink/i18n";
import { isCalendarDate } from "@lilink/model/calendar";
import type { Baseline } from "@lilink/model/goals";
import { inLocale } from "#lib/in-locale.ts";

/** The section of the paper that a source names, or null where it is another source. */
export function sectionOf(source: string): string | null {
  return /^seed ([\d.]+)$/.exec(source)?.[1] ?? null;
}

export type SourceKey =
  | { readonly key: "section"; readonly params: { readonly section: string } }
  | { readonly key: "publishedFigure"; readonly params: Record<string, never> }
  | { readonly key: "computedFigure"; readonly params: { readonly bounds: string } };

/** Where a printed figure comes from, as a key of the texts and its params; null where it is told in words of its own. */
export function sourceKeyOf(source: string): SourceKey | null {
  const section = sectionOf(source);
  if (section) return { key: "section", params: { section } };
  if (/^published figure \w+$/.test(source)) return { key: "publishedFigure", params: {} };
  const bounds = /^computed from the published figure .*\(bounds ([\d.]+)-([\d.]+)\)$/.exec(source);
  return bounds ? { key: "computedFigure", params: { bounds: `${bounds[1]}–${bounds[2]}` } } : null;
}

const joinUnit = (number: string, unit: string) =>
  /^[%°‰（\p{Script=Han}]/u.test(unit) ? `${number}${unit}` : `${number} ${unit}`;

/** A printed figure in one line with its unit; the period stands apart. */
export function baselineText(baseline: Pick<Baseline, "value" | "unit">, locale: Locale): string {
  return joinUnit(formatNumber(baseline.value, locale), inLocale(baseline.unit, locale));
}

const tenThousandTonnes = "10^4 t";

/** The unit of a series as it is read; a bare ratio has none, and ten thousand tonnes are told in kilotonnes. */
export function seriesUnit(unit: string, locale: Locale): string {
  if (unit === "1" || unit === "count") return "";
  return formatUnit(unit === tenThousandTonnes ? "kt" : unit, locale);
}

/** A figure of a series in that unit. @example seriesValue("26.3", "10^4 t") // "263" */
export function seriesValue(value: string, unit: string): string {
  if (unit !== tenThousandTonnes) return value;
  const scaled = Number(value) * 10;
  return Number.isFinite(scaled) ? String(Number(scaled.toPrecision(12))) : value;
}

const asPublished = "as published";

/** The edition of a series in words: most are named by a day or a year, those of the paper's tables are as they were published. */
export function vintageText(
  vintage: string,
  locale: Locale,
  words: { readonly asPublished: string },
): string {
  if (vintage === asPublished) return words.asPublished;
  return isCalendarDate(vintage)
    ? formatDate(vintage, locale)
    : vintage.replace(/^(\d{4})-(\d{4})$/, "$1–$2");
}

/** A name at the head of a line: it begins with a capital, but for one like pH. */
export const headed = (name: string): string =>
  /^\p{Ll}(?:\p{Lu}|\d)/u.test(name) ? name : name.charAt(0).toLocaleUpperCase("en") + name.slice(1);

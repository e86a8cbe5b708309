import { formatNumber, formatUnit, type Locale } from "@lilink/i18n";
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

/** A period of the data as it is read: 2022Q1 stays, a span gets a dash. */
export function periodText(period: string): string {
  return period.replace("..", "–");
}

const tenThousandTonnes = "10^4 t";

/** The unit of a series as it is read; a bare ratio has none. */
export function seriesUnit(unit: string, locale: Locale): string {
  if (unit === "1") return "";
  if (unit === tenThousandTonnes)
    return locale === "en"
      ? "10,000 t"
      : formatNumber(10_000, locale, "short").slice(1) + formatUnit("t", locale);
  return formatUnit(unit, locale);
}

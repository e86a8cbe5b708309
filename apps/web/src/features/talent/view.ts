import { formatQuantity, formatRange, type Locale } from "@lilink/i18n";
import { boundsSay, findSkill } from "@lilink/model/people";

export type PeopleBand = { readonly low: number; readonly high: number | null; readonly withheld: boolean };

/** The name of a skill or of a field of skills. */
export function skillName(id: string, locale: Locale): string {
  const skill = findSkill(id);
  return skill ? (locale === "en" ? skill.en : skill.zh) : id;
}

/** Bounds in one line: 12, 3–9, or ≥ 3 where nothing bounds them above. */
export function bandText(band: Omit<PeopleBand, "withheld">, locale: Locale): string {
  return spanText(band, null, (value) => Math.round(value * 10) / 10, locale);
}

/** A cell of demand: its figure; of what is withheld its bounds where they say something, else nothing but W. [SK4] */
export function cellText(band: PeopleBand, locale: Locale): string {
  if (!band.withheld) return bandText(band, locale);
  return boundsSay(band) ? `W ${bandText(band, locale)}` : "W";
}

type Covered = { readonly coverage: { readonly low: number; readonly high: number | null } | null };

/** Skills by how much of the people wanted seats and graduates cover, least first and what is not known last. [SK6] */
export function byCoverage<Row extends Covered>(rows: readonly Row[]): readonly Row[] {
  const shareOf = ({ coverage }: Row) => (coverage ? (coverage.high ?? Number.MAX_VALUE) : Infinity);
  return rows.toSorted((a, b) => (shareOf(a) === shareOf(b) ? 0 : shareOf(a) - shareOf(b)));
}

/** The skills that are covered least, as far as they are covered in part. [SK6] */
export function leastCovered<Row extends Covered>(rows: readonly Row[], most: number): readonly Row[] {
  return byCoverage(rows)
    .filter(({ coverage }) => coverage !== null && (coverage.high ?? Infinity) < 1)
    .slice(0, most);
}

/** A share in whole percent; of bounds both. @example shareText({ low: 0.5, high: 0.75 }, "en") // "50–75%" */
export function shareText(share: Omit<PeopleBand, "withheld">, locale: Locale): string {
  return spanText(share, "%", (value) => Math.round(value * 100), locale);
}

function spanText(
  { low, high }: Omit<PeopleBand, "withheld">,
  unit: string | null,
  round: (value: number) => number,
  locale: Locale,
): string {
  const [from, to] = [round(low), high === null ? null : round(high)];
  return from === to ? formatQuantity(from, unit, locale, "exact") : formatRange(from, to, unit, locale);
}

/** How dark a published cell is: its figure against the largest, by the square root so that small ones show. */
export function shadeOf({ low }: PeopleBand, most: number): number {
  return most > 0 ? Math.sqrt(Math.min(1, low / most)) : 0;
}

/** A list in as few parts as need be, none above `most`, about as long as each other. @example toParts([1, 2, 3], 2) // [[1, 2], [3]] */
export function toParts<T>(list: readonly T[], most: number): readonly (readonly T[])[] {
  const count = Math.ceil(list.length / most);
  const size = Math.ceil(list.length / count);
  return Array.from({ length: count }, (_, at) => list.slice(at * size, (at + 1) * size));
}

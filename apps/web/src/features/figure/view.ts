import { formatNumber, formatQuantity, formatUnit, joinUnit, type Locale, toReading } from "@lilink/i18n";
import { parsePeriod, shiftPeriod } from "@lilink/model/return";
import type { Band } from "@lilink/ui/chart";
import type { ReleasedFigure } from "./queries.ts";

/** The most decimals that figures have as they are read: in one column all shares have as many. */
export function placesOf(figures: readonly Pick<ReleasedFigure, "value">[]): number {
  return Math.max(
    0,
    ...figures.map(({ value }) => (value === null ? 0 : (toReading(value).split(".")[1]?.length ?? 0))),
  );
}

/** A figure in one line: its value, W where it is withheld, or the words for none. */
export function figureLine(
  figure: Pick<ReleasedFigure, "status" | "value">,
  unit: string,
  locale: Locale,
  none: string,
  places = 0,
): string {
  if (figure.value !== null && unit === "%" && places > 0)
    return joinUnit(
      formatNumber(toReading(figure.value), locale, "exact", places),
      formatUnit(unit, locale),
      locale,
    );
  if (figure.value !== null) return formatQuantity(toReading(figure.value), unit, locale, "exact");
  return figure.status === "withheld" ? "W" : none;
}

/** A figure as a chart draws it: its value, or the field between the bounds of a withheld one. */
export function toDrawn({ value, low, high }: Pick<ReleasedFigure, "value" | "low" | "high">): {
  readonly y: number | null;
  readonly band?: Band;
} {
  if (value !== null) return { y: Number(value) };
  if (low === null || high === null) return { y: null };
  return { y: null, band: { low: Number(low), high: Number(high), why: "withheld" } };
}

const parts: Readonly<Record<string, (text: string) => number>> = {
  Q: (text) => (Number(text) - 1) / 4,
  H: (text) => (Number(text) - 1) / 2,
  "-": (text) => (Number(text) - 1) / 12,
};

/** Where a period stands on an axis of years. @example toAxis("2026Q3") // 2026.5 */
export function toAxis(period: string): number {
  const part = parts[period.charAt(4)];
  return Number(period.slice(0, 4)) + (part ? part(period.slice(5)) : 0);
}

const halves: Readonly<Record<string, number>> = { Q: 1 / 8, H: 1 / 4, "-": 1 / 24 };

/** The middle of a period on that axis: a whole year does not stand where its first quarter does. @example toMiddle("2026") // 2026.5 */
export function toMiddle(period: string): number {
  return toAxis(period) + (halves[period.charAt(4)] ?? 1 / 2);
}

/** The figures of the latest period among them. */
export function ofLastPeriod<F extends { readonly period: string }>(figures: readonly F[]): readonly F[] {
  const last = figures.reduce(
    (latest, { period }) => (toAxis(period) > toAxis(latest) ? period : latest),
    "0000",
  );
  return figures.filter(({ period }) => period === last);
}

type Placed = { readonly x: number; readonly at: string; readonly y: number | null };

/** The same points with an empty one where a period between two has no figure, so that no line is drawn across it. */
export function withGaps<P extends Placed>(
  points: readonly P[],
): readonly (P | (Placed & { text: string }))[] {
  return points.flatMap((point, index) => {
    const before = points[index - 1];
    const last = before ? parsePeriod(before.at) : null;
    if (!before || !last || shiftPeriod(last, 1).id === point.at) return [point];
    return [{ x: (before.x + point.x) / 2, at: "", y: null, text: "" }, point];
  });
}

/** Columns and rows of the provinces, from 1: where they lie roughly, each as large as the others. */
export const provinceTiles: Readonly<Record<string, readonly [column: number, row: number]>> = {
  "23": [8, 1],
  "15": [6, 2],
  "22": [8, 2],
  "65": [1, 3],
  "62": [3, 3],
  "64": [4, 3],
  "14": [5, 3],
  "11": [6, 3],
  "12": [7, 3],
  "21": [8, 3],
  "63": [2, 4],
  "61": [4, 4],
  "41": [5, 4],
  "13": [6, 4],
  "37": [7, 4],
  "54": [1, 5],
  "51": [3, 5],
  "50": [4, 5],
  "42": [5, 5],
  "34": [6, 5],
  "32": [7, 5],
  "31": [8, 5],
  "53": [3, 6],
  "52": [4, 6],
  "43": [5, 6],
  "36": [6, 6],
  "33": [7, 6],
  "45": [4, 7],
  "44": [5, 7],
  "35": [6, 7],
  "71": [8, 7],
  "46": [4, 8],
  "82": [5, 8],
  "81": [6, 8],
};

/** Two letters for a province, as ISO 3166-2:CN has them, by its GB/T 2260 code: its English name has no room on a tile. */
export const provinceLetters: Readonly<Record<string, string>> = Object.fromEntries(
  `11:BJ 12:TJ 13:HE 14:SX 15:NM 21:LN 22:JL 23:HL 31:SH 32:JS 33:ZJ 34:AH 35:FJ 36:JX 37:SD 41:HA 42:HB 43:HN 44:GD 45:GX 46:HI 50:CQ 51:SC 52:GZ 53:YN 54:XZ 61:SN 62:GS 63:QH 64:NX 65:XJ 71:TW 81:HK 82:MO`
    .split(" ")
    .map((one) => one.split(":")),
);

/** How strong a tile is shaded: by its share of the largest told figure; null where none is told. */
export function levelOf(value: string | null, largest: number): number | null {
  if (value === null) return null;
  return largest > 0 ? Math.max(0, Number(value)) / largest : 0;
}

/** What is reached anywhere of an indicator, in the unit of its source. */
export type Best = {
  readonly publicId: string;
  readonly title: string;
  readonly unit: string;
  readonly value: string;
  readonly holder: string;
};

/** From so many provinces on a map says more than a list. */
export const mapFrom = 5;

/** The counts of each shade that has any. @example toScale(6) // ["0", "1", "2–3", "4", "5–6"] */
export function toScale(largest: number): readonly (string | null)[] {
  return [0, 1, 2, 3, 4].map((shade) => {
    if (shade === 0) return "0";
    const [from, to] = [Math.floor(((shade - 1) * largest) / 4) + 1, Math.floor((shade * largest) / 4)];
    return from > to ? null : from === to ? `${to}` : `${from}–${to}`;
  });
}

import { concentrationOfSums, type SourceConcentration } from "./concentration.ts";
import { OTHER, WORLD } from "./trade/layout.ts";

/** Imports of a period by partner; WLD is a published total, OTHER what nobody is named for. */
export type PartnerAmount = { readonly period: string; readonly partner: string; readonly amount: number };

export const spans = ["month", "twelve", "year"] as const;
export type Span = (typeof spans)[number];

export type SourceWindow = {
  /** The month, the last of twelve months, or the year. */
  readonly period: string;
  readonly sources: readonly { readonly source: string; readonly amount: number }[];
  /** What is printed for all partners, where it is more than they are. */
  readonly total: number;
  readonly concentration: SourceConcentration | null;
};

type Sums = { readonly named: Map<string, number>; other: number; total: number };

/**
 * Sums by partner over months, over twelve months that all have figures, or over calendar years; a year printed as one row counts unless its
 * twelve months are there. Shares are of sums, never means of shares. Sorted by period. [SU2]
 */
export function windowsOf(rows: readonly PartnerAmount[], span: Span): readonly SourceWindow[] {
  const byPeriod = new Map<string, Sums>();
  for (const { period, partner, amount } of rows) {
    const sums = byPeriod.get(period) ?? { named: new Map(), other: 0, total: 0 };
    if (partner === WORLD) sums.total += amount;
    else if (partner === OTHER) sums.other += amount;
    else sums.named.set(partner, (sums.named.get(partner) ?? 0) + amount);
    byPeriod.set(period, sums);
  }
  const months = [...byPeriod.keys()].filter((period) => period.length === 7).sort();
  const wanted = periodsOf([...byPeriod.keys()], months, span);
  return wanted.map(([period, parts]) =>
    toWindow(
      period,
      parts.flatMap((part) => byPeriod.get(part) ?? []),
    ),
  );
}

/** The last twelve months that are known whole, else the last year. [SU2] */
export const latestWindow = (rows: readonly PartnerAmount[]): SourceWindow | null =>
  windowsOf(rows, "twelve").at(-1) ?? windowsOf(rows, "year").at(-1) ?? null;

/** The first period of which a window is made. @example firstOf("2026-02", "twelve") // "2025-03" */
export const firstOf = (period: string, span: Span): string =>
  span === "twelve" ? monthBefore(period, 11) : period;

type Parts = readonly [period: string, parts: readonly string[]];

function periodsOf(periods: readonly string[], months: readonly string[], span: Span): readonly Parts[] {
  if (span === "month") return months.map((month) => [month, [month]]);
  const known = new Set(months);
  if (span === "twelve")
    return months.flatMap((month) => {
      const parts = Array.from({ length: 12 }, (_, back) => monthBefore(month, 11 - back));
      return parts.every((part) => known.has(part)) ? [[month, parts] as const] : [];
    });
  const years = [...new Set(periods.map((period) => period.slice(0, 4)))].sort();
  return years.flatMap((year): readonly Parts[] => {
    const parts = Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, "0")}`);
    if (parts.every((part) => known.has(part))) return [[year, parts]];
    return periods.includes(year) ? [[year, [year]]] : [];
  });
}

/** @example monthBefore("2023-02", 3) // "2022-11" */
function monthBefore(month: string, back: number): string {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 - back;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, "0")}`;
}

function toWindow(period: string, parts: readonly Sums[]): SourceWindow {
  const [first, ...rest] = parts;
  const named = new Map(first?.named);
  for (const part of rest)
    for (const [source, amount] of part.named) named.set(source, (named.get(source) ?? 0) + amount);
  let [total, told] = [0, 0];
  for (const part of parts) {
    let own = part.other;
    for (const amount of part.named.values()) own += amount;
    // Rounding makes some totals smaller than their parts.
    total += Math.max(own, part.total);
    told += own;
  }
  const whole = Math.max(total, told);
  const concentration = concentrationOfSums(named, whole);
  // By share is by amount.
  const sources = (concentration?.shares ?? []).map(({ source }) => ({
    source,
    amount: named.get(source) ?? 0,
  }));
  return { period, sources, total: whole, concentration };
}

import { concentrationOfSums, type Peak, peakOfSums, type SourceConcentration } from "./concentration.ts";
import { OTHER, WORLD } from "./trade/layout.ts";

/** Amounts of a period by partner; WLD is a published total, OTHER what nobody is named for. A period may stand in several rows. */
export type PeriodAmounts = { readonly period: string; readonly amounts: ReadonlyMap<string, number> };

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

/** What a course over time needs of a window: its largest source, and the bounds of its concentration. */
export type SourcePoint = Pick<SourceWindow, "period" | "total"> & Peak;

/**
 * Sums by partner over months, over twelve months that all have figures, or over calendar years; a year printed as one row counts unless its
 * twelve months are there. Shares are of sums, never means of shares. Sorted by period. [SU2]
 */
export const windowsOf = (rows: readonly PeriodAmounts[], span: Span): readonly SourceWindow[] =>
  listParts(rows, span).map(toWindow);

/** One of these windows: of a period, or the last. */
export function windowAt(rows: readonly PeriodAmounts[], span: Span, wanted?: string): SourceWindow | null {
  const parts = listParts(rows, span);
  const found = wanted === undefined ? parts.at(-1) : parts.find(([period]) => period === wanted);
  return found ? toWindow(found) : null;
}

/** The windows that name a source, each as its point: sources are not put in order. [SU2] */
export const pointsOf = (rows: readonly PeriodAmounts[], span: Span): readonly SourcePoint[] =>
  listParts(rows, span).flatMap(([period, parts]) => {
    const { named, total } = sumUp(parts);
    const peak = peakOfSums(named, total);
    return peak ? [{ period, total, ...peak }] : [];
  });

/** The last twelve months that are known whole, else the last year. [SU2] */
export const latestWindow = (rows: readonly PeriodAmounts[]): SourceWindow | null =>
  windowAt(rows, "twelve") ?? windowAt(rows, "year");

/** The first period of which a window is made. @example firstOf("2026-02", "twelve") // "2025-03" */
export const firstOf = (period: string, span: Span): string =>
  span === "twelve" ? monthBefore(period, 11) : period;

type Amounts = PeriodAmounts["amounts"];

/** Each window with the amounts of the periods that it is made of. */
function listParts(
  rows: readonly PeriodAmounts[],
  span: Span,
): readonly (readonly [period: string, parts: readonly Amounts[]])[] {
  const byPeriod = new Map<string, Amounts>();
  for (const { period, amounts } of rows) {
    const before = byPeriod.get(period);
    byPeriod.set(period, before ? added(before, amounts) : amounts);
  }
  const months = [...byPeriod.keys()].filter((period) => period.length === 7).sort();
  return periodsOf([...byPeriod.keys()], months, span).map(([period, parts]) => [
    period,
    parts.flatMap((part) => byPeriod.get(part) ?? []),
  ]);
}

function added(one: Amounts, other: Amounts): Amounts {
  const sums = new Map(one);
  for (const [partner, amount] of other) sums.set(partner, (sums.get(partner) ?? 0) + amount);
  return sums;
}

type Periods = readonly [period: string, parts: readonly string[]];

function periodsOf(periods: readonly string[], months: readonly string[], span: Span): readonly Periods[] {
  if (span === "month") return months.map((month) => [month, [month]]);
  const known = new Set(months);
  if (span === "twelve")
    return months.flatMap((month) => {
      const parts = Array.from({ length: 12 }, (_, back) => monthBefore(month, 11 - back));
      return parts.every((part) => known.has(part)) ? [[month, parts] as const] : [];
    });
  const years = [...new Set(periods.map((period) => period.slice(0, 4)))].sort();
  return years.flatMap((year): readonly Periods[] => {
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

/** Named sources over several periods, and what is printed for all: rounding makes some totals smaller than their parts. */
function sumUp(parts: readonly Amounts[]) {
  const named = new Map<string, number>();
  let [told, printed] = [0, 0];
  for (const amounts of parts) {
    let own = 0;
    for (const [partner, amount] of amounts) {
      if (partner === WORLD) continue;
      own += amount;
      if (partner !== OTHER) named.set(partner, (named.get(partner) ?? 0) + amount);
    }
    told += own;
    printed += Math.max(own, amounts.get(WORLD) ?? 0);
  }
  return { named, total: Math.max(told, printed) };
}

function toWindow([period, parts]: readonly [string, readonly Amounts[]]): SourceWindow {
  const { named, total } = sumUp(parts);
  const concentration = concentrationOfSums(named, total);
  // By share is by amount.
  const sources = (concentration?.shares ?? []).map(({ source }) => ({
    source,
    amount: named.get(source) ?? 0,
  }));
  return { period, sources, total, concentration };
}

import { Decimal } from "decimal.js";

/** What period a definition is judged by; `year_to_date` runs from the first of January. [PG10] */
export const judgedPeriods = ["year", "quarter", "month", "year_to_date"] as const;
export type JudgedPeriod = (typeof judgedPeriods)[number];

/** A released figure of a period: a value, or bounds where it is withheld, or neither. */
export type PeriodFigure = {
  readonly period: string;
  readonly value: string | null;
  readonly low: string | null;
  readonly high: string | null;
  /** Verified among owed returns in percent; null or absent where none is owed. */
  readonly coverage?: number | null;
  /** How far figures of this measure have moved between editions so far, as a share of the figure. */
  readonly revised?: string | null;
};

/** The figure that stands for a year; `period` is what it was measured over. `value` is null where it is known by bounds alone. */
export type YearFigure = PeriodFigure & { readonly year: number };

const amountUnits = /^(t|kt|GWh|MWh|count|persons|10\^4 CNY|10k CNY|CNY)\b/;

/** Whether a unit counts what comes to pass in a period, so that a year is the sum of its periods. */
export function isAmount(unit: string): boolean {
  return amountUnits.test(unit) && !unit.includes("/");
}

type Kind = "year" | "half" | "quarter" | "month" | "span";
type Dated = {
  readonly figure: PeriodFigure;
  readonly year: number;
  readonly kind: Kind;
  readonly part: number;
};

const perYear: Readonly<Record<Kind, number>> = { year: 1, half: 2, quarter: 4, month: 12, span: 0 };

/** A period's year, kind and number in the year; a span counts by its last month. Null for anything else. */
function toDated(figure: PeriodFigure): Dated | null {
  const found =
    /^(?<year>\d{4})(?:Q(?<quarter>[1-4])|H(?<half>[12])|-01\.\.\k<year>-(?<span>\d\d)|-(?<month>\d\d))?$/.exec(
      figure.period,
    )?.groups;
  if (!found || (figure.value === null && figure.low === null && figure.high === null)) return null;
  const kind = (["quarter", "half", "span", "month"] as const).find((one) => found[one] !== undefined);
  const year = Number(found.year);
  return { figure, year, kind: kind ?? "year", part: Number((kind && found[kind]) ?? 1) };
}

/**
 * Of each year the one figure that is judged, oldest first: that of the whole year, which for an amount is also the sum of all
 * its parts; or the same quarter, month or months to date as of the last year that has one. A quarter never stands for a
 * year. [PG10]
 * @example toYearly([{ period: "2024", value: "25", low: null, high: null }], "%")[0]?.year // 2024
 * @example toYearly([{ period: "2024Q4", value: "25", low: null, high: null }], "%") // []
 */
export function toYearly(
  figures: readonly PeriodFigure[],
  unit: string,
  judgedBy: JudgedPeriod = "year",
): readonly YearFigure[] {
  const dated = figures.flatMap((figure) => toDated(figure) ?? []);
  const years = [...new Set(dated.map(({ year }) => year))].sort((a, b) => a - b);
  const within = (year: number) => dated.filter((one) => one.year === year);
  if (judgedBy === "year")
    return years.flatMap((year) => {
      const one = wholeYear(within(year), unit);
      return one ? [{ ...one, year }] : [];
    });
  const wanted =
    judgedBy === "year_to_date" ? toDate(dated, unit) : dated.filter(({ kind }) => kind === judgedBy);
  const last = wanted.reduce<Dated | null>((late, one) => (late && isLater(late, one) ? late : one), null);
  return wanted
    .filter(({ part }) => part === last?.part)
    .sort((a, b) => a.year - b.year)
    .map(({ figure, year }) => ({ ...figure, year }));
}

function isLater(one: Dated, other: Dated): boolean {
  return one.year > other.year || (one.year === other.year && one.part >= other.part);
}

function wholeYear(dated: readonly Dated[], unit: string): PeriodFigure | null {
  const whole = dated.find(({ kind }) => kind === "year");
  if (whole) return whole.figure;
  if (!isAmount(unit)) return null;
  for (const kind of ["half", "quarter", "month"] as const) {
    const parts = dated.filter((one) => one.kind === kind);
    if (parts.length === perYear[kind]) return sumOf(parts, String(parts[0]?.year));
  }
  return null;
}

/** Of each year what is known from its first day on: a span as it was told, or the sum of an amount's months or quarters. */
function toDate(dated: readonly Dated[], unit: string): readonly Dated[] {
  const spans = dated.filter(({ kind }) => kind === "span");
  if (spans.length > 0 || !isAmount(unit)) return spans;
  return [...new Set(dated.map(({ year }) => year))].flatMap((year) => {
    const quarters = dated
      .filter((one) => one.year === year && one.kind === "quarter")
      .sort((a, b) => a.part - b.part);
    const known = quarters.filter(({ part }, at) => part === at + 1);
    if (known.length === 0) return [];
    const month = String(3 * known.length).padStart(2, "0");
    const figure = sumOf(known, `${year}-01..${year}-${month}`);
    return [{ figure, year, kind: "span" as const, part: Number(month) }];
  });
}

/** The year that is not over yet, as far as it is known: shown as such, and not judged. [PG10] */
export function yearToDate(figures: readonly PeriodFigure[], unit: string, year: number): YearFigure | null {
  const dated = figures.flatMap((figure) => toDated(figure) ?? []).filter((one) => one.year === year);
  if (dated.some(({ kind }) => kind === "year")) return null;
  const sum = toDate(dated, unit).at(-1);
  const last = dated.reduce<Dated | null>((late, one) => (late && isLater(late, one) ? late : one), null);
  const one = sum ?? last;
  return one && { ...one.figure, year };
}

function sumOf(parts: readonly Dated[], period: string): PeriodFigure {
  const figures = parts.map(({ figure }) => figure);
  // One open end leaves the sum open there.
  const add = (pick: (figure: PeriodFigure) => string | null) => {
    const ends = figures.map((one) => one.value ?? pick(one));
    return ends.includes(null)
      ? null
      : ends.reduce((sum, end) => sum.plus(end ?? 0), new Decimal(0)).toString();
  };
  const coverages = figures.flatMap(({ coverage }) => coverage ?? []);
  const rest = {
    period,
    coverage: coverages.length === 0 ? null : Math.min(...coverages),
    revised: figures.find(({ revised }) => revised)?.revised ?? null,
  };
  const isKnown = figures.every(({ value }) => value !== null);
  if (isKnown) return { ...rest, value: add(({ value }) => value), low: null, high: null };
  return { ...rest, value: null, low: add(({ low }) => low), high: add(({ high }) => high) };
}

import { Decimal } from "decimal.js";

/** A released figure of a period: a value, or bounds where it is withheld, or neither. */
export type PeriodFigure = {
  readonly period: string;
  readonly value: string | null;
  readonly low: string | null;
  readonly high: string | null;
};

/** A year's figure; `period` is the last that entered. `value` is null where the year is known by bounds alone. */
export type YearFigure = PeriodFigure & { readonly year: number };

const amountUnits = /^(t|kt|GWh|MWh|count|persons|10\^4 CNY|CNY)\b/;
const parts: Readonly<Record<string, number>> = { Q: 4, H: 2, "-": 12 };

/** Whether a unit counts what comes to pass in a period, so that a year is the sum of its periods. */
export function isAmount(unit: string): boolean {
  return amountUnits.test(unit) && !unit.includes("/");
}

/**
 * Figures of periods as figures of years, oldest first. Of an amount a year is the sum of all its periods, and is left
 * out while one is missing; of anything else the last period of a year stands for it. [PG10]
 * @example toYearly([{ period: "2024Q4", value: "25", low: null, high: null }], "%")[0]?.year // 2024
 */
export function toYearly(figures: readonly PeriodFigure[], unit: string): readonly YearFigure[] {
  const years = new Map<number, PeriodFigure[]>();
  for (const figure of figures) {
    if (figure.value === null && (figure.low === null || figure.high === null)) continue;
    const year = Number(figure.period.slice(0, 4));
    years.set(year, [...(years.get(year) ?? []), figure]);
  }
  return [...years]
    .sort(([a], [b]) => a - b)
    .flatMap(([year, list]) => {
      const ordered = list.toSorted((a, b) => (a.period < b.period ? -1 : 1));
      const whole = ordered.find(({ period }) => period.length === 4);
      if (whole) return [{ ...whole, year }];
      const one = isAmount(unit) ? sumOf(ordered) : (ordered.at(-1) ?? null);
      return one ? [{ ...one, year }] : [];
    });
}

function sumOf(figures: readonly PeriodFigure[]): PeriodFigure | null {
  const last = figures.at(-1);
  if (!last || figures.length < (parts[last.period.charAt(4)] ?? 1)) return null;
  const add = (pick: (figure: PeriodFigure) => string | null) =>
    figures.reduce((sum, figure) => sum.plus(pick(figure) ?? figure.value ?? 0), new Decimal(0)).toString();
  const known = figures.every(({ value }) => value !== null);
  if (known) return { period: last.period, value: add(({ value }) => value), low: null, high: null };
  return { period: last.period, value: null, low: add(({ low }) => low), high: add(({ high }) => high) };
}

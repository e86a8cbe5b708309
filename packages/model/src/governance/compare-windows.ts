/** A figure of a series; `period` is a year, a quarter (2024Q3), a half year (2024H1) or a month (2024-05). */
export type PeriodValue = { readonly period: string; readonly value: number };

/** Figures before a window and in it, and how far their means lie apart. It compares and says nothing of reasons. [PY7] */
export type WindowComparison = {
  readonly before: readonly PeriodValue[];
  readonly within: readonly PeriodValue[];
  /** Periods in which the window begins or ends: they belong to neither side. */
  readonly across: readonly PeriodValue[];
  readonly meanBefore: number | null;
  readonly meanWithin: number | null;
  readonly difference: number | null;
  /** The difference in standard deviations of the figures before; null with fewer than two of them or where they do not differ. */
  readonly standardised: number | null;
};

/**
 * Compares the figures in a window with as many before it. Periods that lie across its first or last day count for neither side.
 * @example compareWindows([{ period: "2023", value: 1 }, { period: "2024", value: 3 }], { from: "2024-01-01", to: "2024-12-31" }).difference // 2
 */
export function compareWindows(
  given: readonly PeriodValue[],
  window: { readonly from: string; readonly to: string },
): WindowComparison {
  const dated = given
    .flatMap((one) => {
      const days = daysOf(one.period);
      return days ? [{ ...one, ...days }] : [];
    })
    .sort((a, b) => (a.first < b.first ? -1 : 1));
  const plain = ({ period, value }: PeriodValue) => ({ period, value });
  const within = dated.filter(({ first, last }) => first >= window.from && last <= window.to);
  const earlier = dated.filter(({ last }) => last < window.from);
  const before = within.length === 0 ? [] : earlier.slice(-within.length);
  const across = dated.filter(
    ({ first, last }) =>
      (first < window.from && last >= window.from) || (first <= window.to && last > window.to),
  );
  const [meanBefore, meanWithin] = [meanOf(before), meanOf(within)];
  const difference = meanBefore === null || meanWithin === null ? null : meanWithin - meanBefore;
  const deviation = meanBefore === null ? null : deviationOf(before, meanBefore);
  return {
    before: before.map(plain),
    within: within.map(plain),
    across: across.map(plain),
    meanBefore,
    meanWithin,
    difference,
    standardised:
      difference === null || deviation === null || deviation === 0 ? null : difference / deviation,
  };
}

function meanOf(values: readonly PeriodValue[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, { value }) => sum + value, 0) / values.length;
}

/** Of a sample. */
function deviationOf(values: readonly PeriodValue[], mean: number): number | null {
  if (values.length < 2) return null;
  return Math.sqrt(values.reduce((sum, { value }) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}

/** The first and the last day of a period, or null where it is none of these. @example daysOf("2024Q3") // { first: "2024-07-01", last: "2024-09-30" } */
export function daysOf(period: string): { readonly first: string; readonly last: string } | null {
  const match = /^(\d{4})(?:(Q[1-4])|(H[12])|-(0[1-9]|1[0-2]))?$/.exec(period);
  if (!match) return null;
  const [, year = "", quarter, half, month] = match;
  const [from, count] = quarter
    ? [Number(quarter[1]) * 3 - 2, 3]
    : half
      ? [Number(half[1]) * 6 - 5, 6]
      : month
        ? [Number(month), 1]
        : [1, 12];
  const last = new Date(Date.UTC(Number(year), from - 1 + count, 0)).toISOString().slice(0, 10);
  return { first: `${year}-${String(from).padStart(2, "0")}-01`, last };
}

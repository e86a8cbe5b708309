import { Decimal } from "decimal.js";
import type { Observation } from "./series.ts";

/**
 * How a figure of a measure follows from the rows of a series in one period. value: of one region. share: of one region in
 * the total. largest_share: of the largest single region. concentration: the sum of squared shares.
 */
export const seriesReadings = ["value", "share", "largest_share", "concentration"] as const;
export type SeriesReading = (typeof seriesReadings)[number];

/** The unit of what is read; a value has that of its series. */
const unitOf: Readonly<Record<Exclude<SeriesReading, "value">, string>> = {
  share: "%",
  largest_share: "%",
  concentration: "index 0-1",
};

/** Readings of a series that give figures of a unit. @example readingsFor("%", "t") // ["share", "largest_share"] */
export function readingsFor(unit: string, seriesUnit: string): readonly SeriesReading[] {
  return seriesReadings.filter((one) => (one === "value" ? seriesUnit : unitOf[one]) === unit);
}

/** Whether a reading asks for one region. */
export function asksRegion(reading: SeriesReading): boolean {
  return reading === "value" || reading === "share";
}

type Row = Pick<Observation, "region" | "value">;
/** Both bounds are inclusive decimal strings of 12 digits, rounded outward; a figure that is known has equal ones. */
export type SeriesFigure = { readonly low: string; readonly high: string };

const Exact = Decimal.clone({ precision: 50 });
const digits = 12;
const world = "WLD";
const rest = "OTHER";

/**
 * Reads a figure from the rows of one edition in one period. The total is the row of the world, or the sum of all rows. What
 * the total has beyond the named regions is of unknown regions: it is spread thin at one bound and one region at the other.
 * Null where a row is missing, the total is not above 0, or the named regions exceed it. [GO12]
 * @example readSeriesFigure([{ region: "AU", value: "3" }, { region: "WLD", value: "4" }], "concentration")
 *   // { low: "0.5625", high: "0.625" }
 */
export function readSeriesFigure(
  rows: readonly Row[],
  reading: SeriesReading,
  region?: string,
): SeriesFigure | null {
  const own = rows.find((row) => row.region === region);
  if (reading === "value") return own ? between(new Exact(own.value), new Exact(own.value)) : null;
  const named = rows.filter((row) => row.region !== world && row.region !== rest);
  const sum = (list: readonly Row[]) => list.reduce((total, row) => total.plus(row.value), new Exact(0));
  const whole = rows.find((row) => row.region === world);
  const total = whole ? new Exact(whole.value) : sum(rows);
  const unnamed = total.minus(sum(named));
  if (total.lte(0) || unnamed.lt(0) || named.some(({ value }) => new Exact(value).lt(0))) return null;
  if (reading === "share") {
    const share = own && new Exact(own.value).div(total).times(100);
    return share ? between(share, share) : null;
  }
  if (named.length === 0) return null;
  const shares = named.map(({ value }) => new Exact(value).div(total));
  const other = unnamed.div(total);
  if (reading === "largest_share") {
    const largest = Decimal.max(...shares);
    return between(largest.times(100), Decimal.max(largest, other).times(100));
  }
  const squares = shares.reduce((all, share) => all.plus(share.pow(2)), new Exact(0));
  return between(squares, squares.plus(other.pow(2)));
}

function between(low: Decimal, high: Decimal): SeriesFigure {
  return {
    low: low.toSignificantDigits(digits, Decimal.ROUND_FLOOR).toFixed(),
    high: high.toSignificantDigits(digits, Decimal.ROUND_CEIL).toFixed(),
  };
}

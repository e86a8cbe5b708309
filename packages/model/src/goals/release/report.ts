import { Decimal } from "decimal.js";
import type { FigureCell } from "./figure.ts";

/** What a release costs its readers, counted from what they see: how many figures of each kind. */
export type ReleaseReport = {
  readonly cells: number;
  readonly published: number;
  readonly withheld: number;
  readonly absent: number;
  /**
   * Of a published total, the part that the figures of a breakdown do not tell: the mean over all breakdowns in whole
   * percent, null where no such total is published.
   */
  readonly untoldPercent: number | null;
};

/**
 * Counts the figures of a release and what its breakdowns leave untold. Nothing enters but what every reader sees, so
 * that the report tells nobody more. [RL9]
 * @param isFinest whether a code of a dimension has no parts
 * @param isSum whether a measure of an indicator is a component's sum, whose parts add up to it
 */
export function reportRelease(
  cells: readonly FigureCell[],
  isFinest: (dimension: string, code: string) => boolean,
  isSum: (indicator: string, measure: string) => boolean,
): ReleaseReport {
  const countOf = (status: FigureCell["status"]) => cells.filter((cell) => cell.status === status).length;
  const totals = new Map<string, Decimal>();
  const told = new Map<string, { readonly of: string; sum: Decimal }>();
  for (const { indicator, measure, dimensions, value } of cells) {
    if (dimensions.length > 0 || value === null || !isSum(indicator, measure)) continue;
    if (new Decimal(value).gt(0)) totals.set(`${indicator} ${measure}`, new Decimal(value));
  }
  for (const { indicator, measure, dimensions, place, value } of cells) {
    const of = `${indicator} ${measure}`;
    if (dimensions.length === 0 || !totals.has(of)) continue;
    const table = told.get(`${of} ${dimensions}`) ?? { of, sum: new Decimal(0) };
    told.set(`${of} ${dimensions}`, table);
    if (value !== null && place.every((code, at) => isFinest(dimensions[at] ?? "", code)))
      table.sum = table.sum.plus(value);
  }
  const shares = [...told.values()].map(({ of, sum }) => sum.div(totals.get(of) ?? 1));
  const mean = shares.reduce((sum, share) => sum.plus(share), new Decimal(0)).div(shares.length || 1);
  return {
    cells: cells.length,
    published: countOf("published"),
    withheld: countOf("withheld"),
    absent: countOf("absent"),
    untoldPercent: shares.length === 0 ? null : Math.round(100 - 100 * mean.toNumber()),
  };
}

import { series, seriesAdoption } from "@lilink/db/schema";
import type { SeriesReading } from "@lilink/model/goals";
import { and, asc, eq, inArray, isNull, type SQL } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";

/** A figure of a measure that stands on an edition of a series; equal bounds are a figure. [GO12] */
export type Adoption = {
  readonly publicId: string;
  readonly indicator: string;
  readonly measure: string;
  readonly period: string;
  readonly series: string;
  readonly vintage: string;
  readonly source: string;
  readonly reading: SeriesReading;
  readonly region: string | null;
  readonly low: string;
  readonly high: string;
  readonly reason: string;
  readonly adoptedAt: Date;
};

/** What stands now, by indicator, measure and period. */
export async function listAdoptionsOf(ctx: Context, where?: SQL): Promise<Adoption[]> {
  const rows = await ctx.db
    .select({
      publicId: seriesAdoption.publicId,
      indicator: seriesAdoption.indicator,
      measure: seriesAdoption.measure,
      period: seriesAdoption.period,
      series: series.code,
      vintage: series.vintage,
      source: series.source,
      reading: seriesAdoption.reading,
      region: seriesAdoption.region,
      low: seriesAdoption.low,
      high: seriesAdoption.high,
      reason: seriesAdoption.reason,
      adoptedAt: seriesAdoption.adoptedAt,
    })
    .from(seriesAdoption)
    .innerJoin(series, eq(series.id, seriesAdoption.seriesId))
    .where(and(isNull(seriesAdoption.withdrawnAt), where))
    .orderBy(asc(seriesAdoption.indicator), asc(seriesAdoption.measure), asc(seriesAdoption.period));
  return rows as Adoption[];
}

/** What measures of these indicators take from series. */
export function readAdoptions(ctx: Context, indicators: readonly string[]): Promise<Adoption[]> {
  return indicators.length === 0
    ? Promise.resolve([])
    : listAdoptionsOf(ctx, inArray(seriesAdoption.indicator, [...indicators]));
}

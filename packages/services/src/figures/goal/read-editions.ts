import { observation, series } from "@lilink/db/schema";
import { asc, desc, inArray } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";

/** One edition of a series with its figures. */
export type SeriesEdition = {
  readonly code: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly unit: string;
  readonly source: string;
  readonly address: string | null;
  readonly licence: string;
  readonly vintage: string;
  readonly confidence: string;
  readonly importedAt: Date;
  readonly figures: readonly {
    readonly region: string;
    readonly year: number;
    readonly period: string;
    readonly value: string;
    readonly note: string | null;
  }[];
};

/** Every edition of these series, newest import first. [GO5] */
export async function readEditions(ctx: Context, codes: readonly string[]): Promise<SeriesEdition[]> {
  if (codes.length === 0) return [];
  const heads = await ctx.db
    .select()
    .from(series)
    .where(inArray(series.code, [...codes]))
    .orderBy(desc(series.importedAt), desc(series.vintage));
  if (heads.length === 0) return [];
  const ids = heads.map(({ id }) => id);
  const figures = await ctx.db
    .select({
      seriesId: observation.seriesId,
      region: observation.region,
      year: observation.year,
      period: observation.period,
      value: observation.value,
      note: observation.note,
    })
    .from(observation)
    .where(inArray(observation.seriesId, ids))
    .orderBy(asc(observation.year), asc(observation.period), asc(observation.region));
  return heads.map(({ id, nameZh, nameEn, ...head }) => ({
    ...head,
    name: { zh: nameZh, en: nameEn },
    figures: figures
      .filter(({ seriesId }) => seriesId === id)
      .map(({ seriesId: _series, ...figure }) => figure),
  }));
}

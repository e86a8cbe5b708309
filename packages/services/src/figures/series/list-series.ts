import { seriesListSchema, seriesRefSchema } from "@lilink/contract";
import * as shape from "@lilink/contract/rest";
import { observation, series } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { and, asc, desc, eq, gt, ilike, or, sql } from "drizzle-orm";
import { defineQuery } from "../../kernel/define.ts";
import { readKeyCursor, toPage } from "../../kernel/key-cursor.ts";
import { type Adoption, listAdoptionsOf } from "../goal/read-adoptions.ts";
import { readEditions, type SeriesEdition } from "../goal/read-editions.ts";

type LastFigure = { readonly value: string; readonly period: string; readonly region: string };

/** Every published series that the exchange holds, by code: its latest edition, its last figure, and what years and regions it covers. [GO5] */
export const listSeries = defineQuery({
  name: "series.list",
  input: seriesListSchema,
  rest: { tag: "goals", method: "GET", path: "/series", open: true, output: shape.seriesPage },
  authorize: { action: "goal.browse" },
  run: async (ctx, { q, cursor, limit }) => {
    const words = q.normalize("NFKC").trim().split(/\s+/).filter(Boolean);
    const latest = ctx.db
      .selectDistinctOn([series.code])
      .from(series)
      .orderBy(series.code, desc(series.importedAt), desc(series.vintage))
      .as("latest");
    const rows = await ctx.db
      .select({
        id: latest.id,
        code: latest.code,
        nameZh: latest.nameZh,
        nameEn: latest.nameEn,
        unit: latest.unit,
        source: latest.source,
        licence: latest.licence,
        vintage: latest.vintage,
        confidence: latest.confidence,
        importedAt: latest.importedAt,
        editions: sql<number>`(select count(*)::int from ${series} s where s.code = "latest"."code")`,
        figures: sql<number>`(select count(*)::int from ${observation} o where o.series_id = "latest"."id")`,
        // The sum over all regions is none of them.
        regions: sql<number>`(select count(distinct o.region)::int from ${observation} o where o.series_id = "latest"."id" and o.region <> 'WLD')`,
        period: sql<
          string | null
        >`(select min(o.period) from ${observation} o where o.series_id = "latest"."id" having count(distinct o.period) = 1)`,
        // The sum of the last period; where the series has none, the largest of its regions.
        last: sql<LastFigure | null>`(select json_build_object('value', o.value::text, 'period', o.period, 'region', o.region)
          from ${observation} o where o.series_id = "latest"."id"
          order by o.year desc, o.period desc, (o.region = 'WLD') desc, o.value desc, o.region limit 1)`,
        firstYear: sql<
          number | null
        >`(select min(o.year) from ${observation} o where o.series_id = "latest"."id")`,
        lastYear: sql<
          number | null
        >`(select max(o.year) from ${observation} o where o.series_id = "latest"."id")`,
      })
      .from(latest)
      .where(
        and(
          cursor ? gt(latest.code, readKeyCursor(cursor)[0]) : undefined,
          ...words.map((word) => {
            const like = `%${word.replaceAll(/[\\%_]/g, "\\$&")}%`;
            const columns = [latest.code, latest.nameZh, latest.nameEn, latest.source, latest.unit];
            return or(...columns.map((column) => ilike(column, like)));
          }),
        ),
      )
      .orderBy(asc(latest.code))
      .limit(limit + 1);
    return toPage(
      rows,
      limit,
      ({ id, code }) => [code, id],
      ({ id: _id, nameZh, nameEn, ...row }) => ({ ...row, name: { zh: nameZh, en: nameEn } }),
    );
  },
});

/** One series: every edition with its figures, newest import first, and what measures take from it. [GO5], [GO12] */
export const loadSeries = defineQuery({
  name: "series.load",
  input: seriesRefSchema,
  rest: { tag: "goals", method: "GET", path: "/series/{code}", open: true, output: shape.seriesCard },
  authorize: { action: "goal.browse" },
  run: async (
    ctx,
    { code },
  ): Promise<{
    readonly code: string;
    readonly editions: readonly SeriesEdition[];
    readonly adoptions: readonly Adoption[];
  }> => {
    const editions = await readEditions(ctx, [code]);
    if (editions.length === 0) throw new LilinkError("NOT_FOUND", { kind: "series", id: code });
    return { code, editions, adoptions: await listAdoptionsOf(ctx, eq(series.code, code)) };
  },
});

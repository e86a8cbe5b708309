import * as shape from "@lilink/contract/rest";
import { toShanghaiDate } from "@lilink/model/calendar";
import {
  askedIndicators,
  conformitySeries,
  type RateFigure,
  rateDefinitions,
} from "@lilink/model/trace/rate";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { readLatest } from "../../figures/release/latest-figures.ts";
import { defineQuery } from "../../kernel/define.ts";
import { rateYears } from "./read-rates.ts";

export type ReturnedRate = {
  readonly indicator: string;
  readonly measure: string;
  readonly period: string;
  /** As returns say, in percent; null where it is withheld or missing. */
  readonly value: number | null;
};

/** Which measure of its indicator says the same as a rate. */
const measureOf: Readonly<Record<string, string>> = { "REC-10": "formal" };

const ofRates = new Set<string>(rateDefinitions.map(({ indicator }) => indicator));

const codes = [...rateDefinitions, conformitySeries.low, conformitySeries.high].map(({ series }) => series);

/**
 * The three rates of the last edition beside what returns say, never mixed. They are read and not computed here: anybody may open this page,
 * and computing reads every event. [TR95] [TR91]
 */
export const loadRates = defineQuery({
  name: "rate.load",
  input: z.object({}),
  rest: { tag: "goals", method: "GET", path: "/rates", open: true, output: shape.recoveryRates },
  authorize: { action: "goal.browse" },
  run: async (ctx) => {
    const indicators = [...new Set([...ofRates, ...askedIndicators])];
    const latest = await readLatest(ctx, { indicators, dimensions: [], measures: null });
    const returned = latest
      .filter(({ indicator, measure, headline }) =>
        ofRates.has(indicator) ? measure === (measureOf[indicator] ?? "rate") : headline,
      )
      .flatMap(({ indicator, measure, figures }) =>
        figures
          .filter(({ period }) => /^\d{4}$/.test(period))
          .map(
            ({ period, value }): ReturnedRate => ({
              indicator,
              measure,
              period,
              value: value === null ? null : Number(value),
            }),
          ),
      );
    const { rows } = await ctx.db.execute<{
      code: string;
      vintage: string;
      year: number;
      value: number;
      note: string | null;
    }>(
      sql`select s.code, s.vintage, o.year, o.value::float8 as value, o.note from series s join observation o on o.series_id = s.id
        where s.code in (select jsonb_array_elements_text(${JSON.stringify(codes)}::jsonb))
          and s.vintage = (select max(l.vintage) from series l where l.code in (select jsonb_array_elements_text(${JSON.stringify(codes)}::jsonb)))
        limit 1000`,
    );
    const last = Number(toShanghaiDate(ctx.now).slice(0, 4)) - 1;
    const figures = rateYears(last).flatMap((year) =>
      rateDefinitions.map(({ id, series }): RateFigure => {
        const row = rows.find((one) => one.code === series && one.year === year);
        return { year, rate: id, value: row ? row.value / 100 : null, bodies: Number(row?.note ?? 0) };
      }),
    );
    const bound = (at: "low" | "high") => rows.find(({ code }) => code === conformitySeries[at].series);
    const [low, high] = [bound("low"), bound("high")];
    return {
      figures,
      returned,
      /** In percent of so many firms; null where it is kept back. */
      conformity: low && high ? { low: low.value, high: high.value, firms: Number(low.note ?? 0) } : null,
      publishedOn: rows[0]?.vintage ?? null,
    };
  },
});

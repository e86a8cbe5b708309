import { rateDefinitions } from "@lilink/model/trace/rate";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { readLatest } from "../../figures/release/latest-figures.ts";
import { defineQuery } from "../../kernel/define.ts";
import { readRates } from "./read-rates.ts";

export type ReturnedRate = {
  readonly indicator: string;
  readonly measure: string;
  readonly period: string;
  /** As returns say, in percent; null where it is withheld or missing. */
  readonly value: number | null;
};

/** Which measure of its indicator says the same as a rate. */
const measureOf: Readonly<Record<string, string>> = { "REC-10": "formal" };

/** The three rates beside what returns say, never mixed, with the day of their last published edition. [TR95] [TR91] */
export const loadRates = defineQuery({
  name: "rate.load",
  input: z.object({}),
  authorize: { action: "goal.browse" },
  run: async (ctx) => {
    const indicators = [...new Set(rateDefinitions.map(({ indicator }) => indicator))];
    const latest = await readLatest(ctx, { indicators, dimensions: [], measures: null });
    const returned = latest
      .filter(({ indicator, measure }) => measure === (measureOf[indicator] ?? "rate"))
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
    const codes = JSON.stringify(rateDefinitions.map(({ series }) => series));
    const { rows } = await ctx.db.execute<{ vintage: string | null }>(
      sql`select max(vintage) as vintage from series where code in (select jsonb_array_elements_text(${codes}::jsonb))`,
    );
    return { figures: await readRates(ctx), returned, publishedOn: rows[0]?.vintage ?? null };
  },
});

import { observation, reserveCover, series } from "@lilink/db/schema";
import { lastDayOf } from "@lilink/model/return";
import { latestWindow, priceSwing, type Tension, type TensionFact, tensionOf } from "@lilink/model/supply";
import { and, asc, desc, eq, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { defineQuery } from "../../kernel/define.ts";
import { lithiumProducts } from "./load-supply.ts";
import { readAmounts } from "./read-amounts.ts";

/** An imported series of this code holds monthly prices; the gauge reads how much they swing. [TG1] */
export const priceSeries = "lithium-carbonate-price";

export type Cover = { readonly month: string; readonly low: number; readonly high: number | null };

/** What everybody may know of reserves: days of cover by band, month by month, and how tight supply is with each part and its age. [RS2] [TG1] */
export const loadReserve = defineQuery({
  name: "reserve.load",
  input: z.object({}),
  authorize: { action: "goal.browse" },
  run: async (ctx): Promise<{ readonly covers: readonly Cover[]; readonly tension: Tension }> => {
    const covers = await ctx.db
      .select({ month: reserveCover.month, low: reserveCover.low, high: reserveCover.high })
      .from(reserveCover)
      .orderBy(asc(reserveCover.month))
      .limit(240);
    const latest = covers.at(-1);
    const tension = tensionOf({
      cover: latest
        ? { low: latest.low, high: latest.high ?? 90, asOf: `${latest.month}-01`, source: "reserve" }
        : null,
      price: (await readSwing(ctx)) ?? (await readToldSwing(ctx)),
      utilization: await readUtilization(ctx),
      concentration: await readConcentration(ctx),
    });
    return { covers, tension };
  },
});

async function readConcentration(ctx: Context): Promise<TensionFact | null> {
  const sums = await readAmounts(ctx, "CN", lithiumProducts, "lce");
  const imports = sums.filter(({ flow }) => flow === "import");
  const latest = latestWindow(imports);
  if (!latest?.concentration) return null;
  const { low, high } = latest.concentration;
  return { low, high, asOf: lastDayOf(latest.period), source: "trade" };
}

async function readSwing(ctx: Context): Promise<TensionFact | null> {
  const rows = await ctx.db
    .select({ period: observation.period, value: observation.value })
    .from(observation)
    .innerJoin(series, eq(series.id, observation.seriesId))
    .where(
      and(
        eq(series.code, priceSeries),
        eq(observation.region, "CN"),
        // Months of one edition alone: another one may have been revised.
        eq(series.vintage, sql`(select max(s.vintage) from series s where s.code = ${priceSeries})`),
      ),
    )
    .orderBy(desc(observation.period))
    .limit(12);
  const swing = priceSwing(rows.map(({ value }) => Number(value)).reverse());
  const last = rows[0]?.period;
  return swing === null || !last
    ? null
    : { low: swing, high: swing, asOf: lastDayOf(last), source: "series" };
}

/** Where no series of prices is here, the swing that a release tells: of a year there, of a month here. */
async function readToldSwing(ctx: Context): Promise<TensionFact | null> {
  const cell = await readCell(ctx, sql`f.indicator = 'RES-15' and f.measure = 'volatility'`);
  if (!cell || cell.value === null) return null;
  const swing = cell.value / Math.sqrt(12);
  return { low: swing, high: swing, asOf: lastDayOf(cell.period), source: "toldSwing" };
}

type Cell = {
  readonly period: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
};

/** The last figure for everyone that a frozen release has. */
async function readCell(ctx: Context, which: SQL): Promise<Cell | undefined> {
  const { rows } = await ctx.db.execute<Cell>(
    sql`select f.period, f.value::float8 as value, f.low::float8 as low, f.high::float8 as high
      from figure_release r join figure_cell f on f.release_id = r.id
      where r.state = 'frozen' and r.audience = 'everyone' and f.audience = 'everyone' and f.status <> 'absent'
        and ${which} and f.dimensions = '{}' order by f.period desc, r.edition desc limit 1`,
  );
  return rows[0];
}

/** The use of capacity of lithium salts in the last release; of a withheld figure its printed bounds. */
async function readUtilization(ctx: Context): Promise<TensionFact | null> {
  const cell = await readCell(ctx, sql`f.indicator = 'SME-04' and f.unit = '%'`);
  if (!cell) return null;
  const [low, high] = [cell.value ?? cell.low ?? 0, cell.value ?? cell.high ?? 100];
  return { low: low / 100, high: high / 100, asOf: lastDayOf(cell.period), source: "release" };
}

import { toShanghaiDate } from "@lilink/model/calendar";
import { type RateFigure, type RateId, rateDefinitions } from "@lilink/model/trace/rate";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { isApart } from "../battery/act-in-trace.ts";

const firstYear = 2020;

/** The finished years of which rates are told. */
export const rateYears = (last: number): readonly number[] =>
  Array.from({ length: Math.max(0, last - firstYear + 1) }, (_, at) => firstYear + at);

/** Every rate of every finished year; what is kept back or has nothing behind it is null. [TR91] */
export async function readRates(ctx: Context): Promise<readonly RateFigure[]> {
  const today = toShanghaiDate(ctx.now);
  const figures: RateFigure[] = [];
  for (const year of rateYears(Number(today.slice(0, 4)) - 1)) {
    const told = isApart(ctx)
      ? (await ctx.trace.execute(sql`select * from trace.rate_parts(${year})`)).rows
      : null;
    const { rows } = await ctx.db.execute<{ rate: RateId; bodies: number; value: number | null }>(
      sql`select rate, bodies, value::float8 as value from app.recovery_rates(${year}, ${today}::date, ${told && JSON.stringify(told)}::jsonb)`,
    );
    for (const { id } of rateDefinitions) {
      const row = rows.find(({ rate }) => rate === id);
      figures.push({ year, rate: id, value: row?.value ?? null, bodies: row?.bodies ?? 0 });
    }
  }
  return figures;
}

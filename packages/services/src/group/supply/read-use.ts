import { observation, series } from "@lilink/db/schema";
import { type LinkYear, latestWindow } from "@lilink/model/supply";
import type { TradeProductId } from "@lilink/model/supply/trade";
import { and, desc, eq, inArray } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { type FlowSum, readAmounts } from "./read-amounts.ts";

export const salts: readonly TradeProductId[] = ["carbonate", "hydroxide", "chloride", "metal"];

/** t LCE in a tonne of lithium. Atomic weights. */
const lceOfLithium = 5.3233;

/** Imports and exports of the last twelve months, or of the last year where there are no months. */
export function lastYearOf(sums: readonly FlowSum[]): LinkYear & { readonly period: string | null } {
  const lastOf = (flow: string) => {
    const own = sums.filter((one) => one.flow === flow);
    return latestWindow(own);
  };
  const imports = lastOf("import");
  const rest = (imports?.total ?? 0) - (imports?.sources ?? []).reduce((sum, { amount }) => sum + amount, 0);
  return {
    period: imports?.period ?? null,
    imports: Object.fromEntries([
      ...(imports?.sources ?? []).map(({ source, amount }) => [source, amount] as const),
      ...(rest > 0 ? [["OTHER", rest] as const] : []),
    ]),
    exports: lastOf("export")?.total ?? 0,
  };
}

/** The last printed mine production, in t LCE, of some years alone where they are given. */
export async function readMined(ctx: Context, reporter: string, years?: readonly number[]) {
  const [row] = await ctx.db
    .select({ value: observation.value, year: observation.year, source: series.source })
    .from(observation)
    .innerJoin(series, eq(series.id, observation.seriesId))
    .where(
      and(
        eq(series.code, "usgs-lithium-production"),
        eq(observation.region, reporter),
        years && inArray(observation.year, [...years]),
      ),
    )
    .orderBy(desc(observation.year))
    .limit(1);
  return row ? { year: row.year, source: row.source, lce: Number(row.value) * lceOfLithium } : null;
}

/** What the country uses a day in t LCE: what it mines and what comes in, less what goes out. Zero where nothing is known. [RS2] */
export async function readDailyUse(ctx: Context, reporter: string): Promise<number> {
  const [ore, salt, mined] = [
    lastYearOf(await readAmounts(ctx, reporter, ["ore"], "lce")),
    lastYearOf(await readAmounts(ctx, reporter, salts, "lce")),
    await readMined(ctx, reporter),
  ];
  const net = ({ imports, exports }: LinkYear) =>
    Object.values(imports).reduce((sum, one) => sum + one, 0) - exports;
  return Math.max(0, (mined?.lce ?? 0) + net(ore) + net(salt)) / 365;
}

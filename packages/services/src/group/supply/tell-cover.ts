import { jobPayloads } from "@lilink/contract";
import { reserveCover, reserveMovement, reserveStock } from "@lilink/db/schema";
import { toShanghaiDate } from "@lilink/model/calendar";
import { coverBand, type ReserveEntry, stateOfReserve } from "@lilink/model/supply";
import { tradeProduct } from "@lilink/model/supply/trade";
import { lte } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { readDailyUse } from "./read-use.ts";

export type StockRow = typeof reserveStock.$inferSelect;
export type MoveRow = typeof reserveMovement.$inferSelect;

/** Every stock with its moves up to a day. */
export async function readStocks(ctx: Context, on: string) {
  const stocks = await ctx.db
    .select()
    .from(reserveStock)
    .orderBy(reserveStock.product, reserveStock.openedAt);
  const moves = await ctx.db
    .select()
    .from(reserveMovement)
    .where(lte(reserveMovement.occurredOn, on))
    .orderBy(reserveMovement.occurredOn, reserveMovement.recordedAt);
  return stocks.map((stock) => ({ stock, moves: moves.filter(({ stockId }) => stockId === stock.id) }));
}

export const toEntry = ({ kind, tonnes, occurredOn }: MoveRow): ReserveEntry => ({
  kind: kind as ReserveEntry["kind"],
  tonnes,
  on: occurredOn,
});

/** t LCE of an amount of a product. */
export const lceOf = (product: string, tonnes: number) =>
  tonnes * (tradeProduct(product as Parameters<typeof tradeProduct>[0]).factor ?? 0);

/**
 * Tells days of cover as a band, once a month as of its first day: what happens in between does not show, so nobody reads a single move from
 * it. [RS2]
 */
export const tellCover = defineMutation({
  name: "reserve.cover",
  input: jobPayloads["reserve.cover"],
  authorize: { action: "goal.import" },
  run: async (ctx): Promise<{ readonly month: string | null }> => {
    const month = toShanghaiDate(ctx.now).slice(0, 7);
    const stocks = await readStocks(ctx, `${month}-01`);
    if (stocks.length === 0) return { month: null };
    const lce = stocks.reduce(
      (sum, { stock, moves }) => sum + lceOf(stock.product, stateOfReserve(moves.map(toEntry)).tonnes),
      0,
    );
    const band = coverBand(lce, await readDailyUse(ctx, "CN"));
    if (band === null) return { month: null };
    const made = await ctx.db
      .insert(reserveCover)
      .values({ month, ...band, madeAt: ctx.now })
      .onConflictDoNothing()
      .returning({ month: reserveCover.month });
    return { month: made[0]?.month ?? null };
  },
  audit: (_input, { month }) =>
    month === null ? null : { subjectKind: "reserve_cover", subjectId: null, detail: { month } },
});

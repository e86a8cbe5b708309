import { closeTradeSchema, openTradeSchema, takeTradeSchema, tradeLoadRefSchema } from "@lilink/contract";
import { tradeLoad } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { tradeFileMachine } from "@lilink/model/supply/trade";
import { eq, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { addTradeRows, closeTradeLoad, openTradeLoad } from "./trade-load.ts";

/** Begins to bring in a file of trade. Nothing of it counts before it is closed. [SU1] [SU3] */
export const openTrade = defineMutation({
  name: "supply.openTrade",
  input: openTradeSchema,
  authorize: { action: "series.adopt" },
  run: (ctx, input) => openTradeLoad(ctx, input),
  audit: ({ layout, fileName, source }, { id }) => ({
    subjectKind: "trade_load",
    subjectId: id,
    detail: { layout, fileName, source },
  }),
});

async function requireOpen(ctx: Context, publicId: string) {
  const [load] = await ctx.db
    .select({ id: tradeLoad.id, state: tradeLoad.state, reporter: tradeLoad.reporter })
    .from(tradeLoad)
    .where(eq(tradeLoad.publicId, publicId))
    .for("update");
  if (!load) throw new LilinkError("NOT_FOUND");
  if (load.state !== tradeFileMachine.start) throw new LilinkError("WRONG_STATE", { state: load.state });
  return load;
}

/** Adds rows to a file that is open. A row that is there already is named. [SU1] */
export const takeTrade = defineMutation({
  name: "supply.takeTrade",
  input: takeTradeSchema,
  authorize: { action: "series.adopt" },
  run: async (ctx, { publicId, rows }) => {
    const load = await requireOpen(ctx, publicId);
    await addTradeRows(ctx, load, rows);
    return { id: load.id, rows: rows.length };
  },
  // A file is one entry, when it is opened and when it ends; its pieces are not.
  audit: () => null,
});

/**
 * Takes a file whole: its rows count from now on and go before older ones of the same month and line. Months that are there already are
 * refused unless the file is said to revise them. [SU3]
 */
export const closeTrade = defineMutation({
  name: "supply.closeTrade",
  input: closeTradeSchema,
  authorize: { action: "series.adopt" },
  run: async (ctx, { publicId, ...end }) => closeTradeLoad(ctx, await requireOpen(ctx, publicId), end),
  audit: (_input, { id, rows, revision }) => ({
    subjectKind: "trade_load",
    subjectId: id,
    detail: { rows, revision },
  }),
});

/** Gives up a file that is open: its rows are gone, that it was there stays in the log. */
export const dropTrade = defineMutation({
  name: "supply.dropTrade",
  input: tradeLoadRefSchema,
  authorize: { action: "series.adopt" },
  run: async (ctx, { publicId }) => {
    const { id } = await requireOpen(ctx, publicId);
    await ctx.db.execute(sql`delete from trade_flow where load_id = ${id}::uuid`);
    await ctx.db
      .update(tradeLoad)
      .set({ state: tradeFileMachine.steps.drop.to, endedAt: ctx.now })
      .where(eq(tradeLoad.id, id));
    return { id };
  },
  audit: (_input, { id }) => ({ subjectKind: "trade_load", subjectId: id }),
});

import { closeTradeSchema, openTradeSchema, takeTradeSchema, tradeLoadRefSchema } from "@lilink/contract";
import { tradeLoad } from "@lilink/db/schema";
import { LilinkError, toInputError } from "@lilink/model/error";
import { personOf } from "@lilink/model/policy";
import { productOfLine, tradeFileMachine } from "@lilink/model/supply/trade";
import { and, eq, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";

/** Begins to bring in a file of trade. Nothing of it counts before it is closed. [SU1] [SU3] */
export const openTrade = defineMutation({
  name: "supply.openTrade",
  input: openTradeSchema,
  authorize: { action: "series.adopt" },
  run: async (ctx, input) => {
    const row = { id: ctx.newId(), publicId: ctx.newPublicId() };
    await ctx.db.insert(tradeLoad).values({
      ...row,
      ...input,
      reason: input.reason ?? null,
      state: tradeFileMachine.start,
      rows: 0,
      skipped: 0,
      openedBy: personOf(ctx.actor),
      openedAt: ctx.now,
    });
    return row;
  },
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
    const { id, reporter } = await requireOpen(ctx, publicId);
    const counted = rows.map((row, at) => {
      const product = productOfLine(row.line)?.id;
      if (!product) throw toInputError([{ field: `rows.${at}.line`, rule: "notInList" }]);
      return { ...row, product };
    });
    const { rows: added } = await ctx.db.execute(
      sql`insert into trade_flow (load_id, period, reporter, partner, line, product, flow, tonnes, usd, factor, factor_source, current)
        select ${id}::uuid, period, ${reporter}, partner, line, product, flow, tonnes, usd, factor, "factorSource", false
        from jsonb_to_recordset(${JSON.stringify(counted)}::jsonb) as r (period text, partner text, line text, product text, flow text,
          tonnes float8, usd float8, factor float8, "factorSource" text)
        on conflict do nothing returning 1`,
    );
    if (added.length < rows.length) throw toInputError([{ field: "rows", rule: "duplicate" }]);
    await ctx.db
      .update(tradeLoad)
      .set({ rows: sql`${tradeLoad.rows} + ${rows.length}` })
      .where(eq(tradeLoad.id, id));
    return { id, rows: rows.length };
  },
  // A file is one entry, when it is opened and when it ends; its pieces are not.
  audit: () => null,
});

/** So many periods are named where a file brings what is there. */
const namedPeriods = 12;

/**
 * Takes a file whole: its rows count from now on and go before older ones of the same month and line. Months that are there already are
 * refused unless the file is said to revise them. [SU3]
 */
export const closeTrade = defineMutation({
  name: "supply.closeTrade",
  input: closeTradeSchema,
  authorize: { action: "series.adopt" },
  run: async (ctx, { publicId, skipped, revises }) => {
    const { id, reporter } = await requireOpen(ctx, publicId);
    await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`trade ${reporter}`}, 0))`);
    const { rows: there } = await ctx.db.execute<{ period: string }>(
      sql`select distinct old.period from trade_flow own join trade_flow old
          on old.reporter = own.reporter and old.period = own.period and old.line = own.line and old.current
        where own.load_id = ${id}::uuid order by old.period`,
    );
    if (there.length > 0 && !revises) {
      const periods = there
        .slice(0, namedPeriods)
        .map(({ period }) => period)
        .join(", ");
      throw toInputError([
        { field: "revises", rule: "alreadyUsed", params: { found: periods, count: there.length } },
      ]);
    }
    await ctx.db.execute(
      sql`update trade_flow old set current = false from (select distinct period, line from trade_flow where load_id = ${id}::uuid) own
        where old.current and old.reporter = ${reporter} and old.period = own.period and old.line = own.line`,
    );
    await ctx.db.execute(sql`update trade_flow set current = true where load_id = ${id}::uuid`);
    const [{ revision } = { revision: 1 }] = await ctx.db
      .select({ revision: sql<number>`coalesce(max(${tradeLoad.revision}), 0) + 1` })
      .from(tradeLoad)
      .where(eq(tradeLoad.reporter, reporter));
    const [taken] = await ctx.db
      .update(tradeLoad)
      .set({ state: tradeFileMachine.steps.take.to, revision, skipped, endedAt: ctx.now })
      .where(and(eq(tradeLoad.id, id), sql`${tradeLoad.rows} > 0`))
      .returning({ rows: tradeLoad.rows });
    if (!taken) throw toInputError([{ field: "rows", rule: "required" }]);
    await ctx.enqueue("supply.publish", {});
    return { id, rows: taken.rows, revision, revised: there.length };
  },
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

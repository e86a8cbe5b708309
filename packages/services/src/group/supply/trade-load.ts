import type { openTradeSchema, takeTradeSchema } from "@lilink/contract";
import { tradeLoad } from "@lilink/db/schema";
import { toInputError } from "@lilink/model/error";
import { personOf } from "@lilink/model/policy";
import { productOfLine, tradeFileMachine } from "@lilink/model/supply/trade";
import { and, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Context } from "../../kernel/context.ts";

export type OpenLoad = { readonly id: string; readonly reporter: string };
type Row = z.output<typeof takeTradeSchema>["rows"][number];

export async function openTradeLoad(ctx: Context, input: z.output<typeof openTradeSchema>) {
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
}

/** Rows of one statement: what is made for it is gone before it grows old, so that a long file needs no more memory than a short one. */
const rowsAtOnce = 1000;

/**
 * Adds rows to a file. What is added and taken in one transaction counts from the start: nobody sees it before the end, and no row is written twice.
 * @throws LilinkError INVALID_INPUT for a line that is not counted, and for a row that is there already
 */
export async function addTradeRows(
  ctx: Context,
  { id, reporter }: OpenLoad,
  rows: readonly Row[],
  counts = false,
): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const counted = rows.slice(from, from + rowsAtOnce).map((row, at) => {
      const product = productOfLine(row.line)?.id;
      if (!product) throw toInputError([{ field: `rows.${from + at}.line`, rule: "notInList" }]);
      return { ...row, product };
    });
    const { rowCount } = await ctx.db.execute(
      sql`insert into trade_flow (load_id, period, reporter, partner, line, product, flow, tonnes, usd, factor, factor_source, current)
        select ${id}::uuid, period, ${reporter}, partner, line, product, flow, tonnes, usd, factor, "factorSource", ${counts}
        from jsonb_to_recordset(${JSON.stringify(counted)}::jsonb) as r (period text, partner text, line text, product text, flow text,
          tonnes float8, usd float8, factor float8, "factorSource" text)
        on conflict do nothing`,
    );
    if ((rowCount ?? 0) < counted.length) throw toInputError([{ field: "rows", rule: "duplicate" }]);
  }
  await ctx.db
    .update(tradeLoad)
    .set({ rows: sql`${tradeLoad.rows} + ${rows.length}` })
    .where(eq(tradeLoad.id, id));
}

/** So many periods are named where a file brings what is there. */
const namedPeriods = 12;

export async function closeTradeLoad(
  ctx: Context,
  { id, reporter }: OpenLoad,
  { skipped, revises }: { readonly skipped: number; readonly revises: boolean },
) {
  // A file of a million rows takes longer than any page may: all of it counts at once, or nothing.
  await ctx.db.execute(sql`set local statement_timeout = '10min'`);
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`trade ${reporter}`}, 0))`);
  const { rows: there } = await ctx.db.execute<{ period: string }>(
    sql`select distinct own.period from (select distinct period, product, line from trade_flow where load_id = ${id}::uuid) own
      cross join lateral (select from trade_flow old where old.reporter = ${reporter} and old.product = own.product and old.period = own.period
        and old.line = own.line and old.current and old.load_id <> ${id}::uuid limit 1) old
      order by own.period`,
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
  if (there.length > 0)
    await ctx.db.execute(
      sql`update trade_flow old set current = false from (select distinct period, product, line from trade_flow where load_id = ${id}::uuid) own
        where old.current and old.load_id <> ${id}::uuid and old.reporter = ${reporter} and old.product = own.product and old.period = own.period and old.line = own.line`,
    );
  await ctx.db.execute(sql`update trade_flow set current = true where load_id = ${id}::uuid and not current`);
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
}

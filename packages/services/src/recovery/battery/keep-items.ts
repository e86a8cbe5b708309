import { listItems, type OpenItem, stillOpen, type World } from "@lilink/model/trace";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { isApart } from "./act-in-trace.ts";
import type { Judgement } from "./judge-told.ts";
import { listOf } from "./list-of.ts";
import { readReportingSets } from "./read-rules.ts";

/** What is open about batteries after events; deadlines as officers confirmed them. [TR17] */
export async function findItems(
  ctx: Context,
  judgements: readonly Judgement[],
  world: World,
): Promise<readonly (readonly OpenItem[])[]> {
  // Only a hand-over has a last day.
  const hands = judgements.some(({ entries }) => entries.some(({ event }) => event.to !== undefined));
  const sets = hands ? await readReportingSets(ctx) : undefined;
  return judgements.map(({ judged, entries, before }) => {
    const open = listItems(entries, judged.flags, world, sets);
    const code = entries[0]?.event.code;
    return before && code !== undefined ? [...stillOpen(code, before, entries), ...open] : open;
  });
}

/**
 * Opens what the sides of the told batteries have to look into from now on, and closes what is settled. [TR17] Only what was told just now is
 * looked at: `own` are its batteries.
 */
export async function keepItems(
  ctx: Context,
  open: readonly OpenItem[],
  own: ReadonlySet<string>,
): Promise<void> {
  if (own.size === 0) return;
  const items = open
    .filter(({ code }) => own.has(code))
    .map(({ dueOn, ...item }) => ({ ...item, due_on: dueOn }));
  const noted = isApart(ctx) ? await findSides(ctx, items) : null;
  await ctx.db.execute(
    sql`select app.note_battery_items(${listOf([...own])}::text[], ${JSON.stringify(items)}::jsonb, ${ctx.now.toISOString()}::timestamptz,
      ${noted && JSON.stringify(noted)}::jsonb)`,
  );
}

/** Whom each item is for, as the worker reads it on the server of batteries. */
async function findSides(ctx: Context, items: readonly object[]): Promise<readonly object[]> {
  const { rows } = await ctx.trace.execute<Record<string, unknown>>(
    sql`select holder, other, kind, code, hash, province, occurred_on::text, due_on::text, rule from trace.item_sides(${JSON.stringify(items)}::jsonb)`,
  );
  return rows;
}

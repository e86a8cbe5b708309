import { type DueGroup, dueBounds, dueGroups, type Register } from "@lilink/model/register";
import { sql } from "drizzle-orm";
import type { Context } from "../kernel/context.ts";
import { facetMatches, fromRecords, type RecordQuery, whereOf } from "./record-filter.ts";

export type DutyCounts = Readonly<Record<DueGroup, number>>;

/** How many of all found records are overdue, due soon, due later or owe nothing; whatever page is shown. [RG12] */
export async function countDuties(ctx: Context, register: Register, query: RecordQuery): Promise<DutyCounts> {
  const { today, later } = dueBounds(ctx.now);
  const facets = register.facets.map((name) => facetMatches(register, name, query));
  const { rows } = await ctx.db.execute<{ name: DueGroup; count: number }>(
    sql`select case when next_due.due_at is null then 'none' when next_due.due_at < ${today.toISOString()}::timestamptz then 'overdue'
        when next_due.due_at < ${later.toISOString()}::timestamptz then 'week' else 'later' end as name, count(*)::int as count
      from ${fromRecords(register, query)} where ${sql.join([whereOf(register, query), ...facets], sql` and `)} group by 1`,
  );
  const found = new Map(rows.map(({ name, count }) => [name, count]));
  return Object.fromEntries(dueGroups.map((name) => [name, found.get(name) ?? 0])) as DutyCounts;
}

import { batteryItem } from "@lilink/db/schema";
import { endOfShanghaiDay, toShanghaiDate } from "@lilink/model/calendar";
import { heldKinds, overseenKinds } from "@lilink/model/trace";
import { and, count, eq, inArray, isNull, max, min, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import type { DeskItem } from "./item.ts";

/**
 * What waits for the organization about batteries, as one item: due on the next last day that is still ahead, else on the last that passed;
 * how many are late stands beside. [TR17]
 */
export async function listBatteryItems(ctx: Context, organizationId: string): Promise<DeskItem[]> {
  const today = toShanghaiDate(ctx.now);
  const isLate = sql`${batteryItem.dueOn} < ${today}`;
  const rows = await ctx.db
    .select({
      kind: batteryItem.kind,
      count: count(),
      late: sql<number>`(count(*) filter (where ${isLate}))::int`,
      next: sql<string | null>`(min(${batteryItem.dueOn}) filter (where not ${isLate}))::text`,
      last: max(batteryItem.dueOn),
      since: min(batteryItem.openedAt),
    })
    .from(batteryItem)
    .where(
      and(
        eq(batteryItem.organizationId, organizationId),
        isNull(batteryItem.closedAt),
        inArray(batteryItem.kind, [...heldKinds]),
      ),
    )
    .groupBy(batteryItem.kind)
    .orderBy(sql`count(*) desc`, batteryItem.kind);
  const since = rows.flatMap((row) => (row.since === null ? [] : [row.since])).sort((a, b) => +a - +b)[0];
  if (since === undefined) return [];
  const days = (which: "next" | "last") => rows.flatMap((row) => row[which] ?? []).sort();
  const due = days("next")[0] ?? days("last").at(-1) ?? null;
  return [
    {
      kind: "battery",
      title: null,
      count: rows.reduce((sum, row) => sum + row.count, 0),
      parts: rows.map(({ kind, count: own, late }) => ({ kind, count: own, late })),
      path: "/batteries#waiting",
      due: due === null ? null : endOfShanghaiDay(due),
      since,
    },
  ];
}

type Seen = { readonly kind: string; readonly count: number; readonly late: number; readonly since: string };

/** What a regulator has to look into about batteries of its province, as one item: late hand-overs, and what is flagged. [TR23] */
export async function listOverseenItems(ctx: Context): Promise<DeskItem[]> {
  const today = toShanghaiDate(ctx.now);
  const { rows } = await ctx.db.execute<Seen>(
    sql`select i.kind, count(*)::int as count, (count(*) filter (where i.due_on < ${today}::date))::int as late, min(i.opened_at)::text as since
      from battery_item i where i.closed_at is null and i.province = (select app.regulates())
        and i.kind = any (${sql.param([...overseenKinds])}::text[])
        and (i.kind <> 'handover' or i.due_on is null or i.due_on < ${today}::date)
      group by i.kind order by count(*) desc, i.kind`,
  );
  if (rows.length === 0) return [];
  return [
    {
      kind: "oversight",
      title: null,
      count: rows.reduce((sum, row) => sum + row.count, 0),
      parts: rows.map(({ kind, count: seen, late }) => ({ kind, count: seen, late })),
      path: "/batteries/oversight",
      due: null,
      since: new Date(Math.min(...rows.map((row) => Date.parse(row.since)))),
    },
  ];
}

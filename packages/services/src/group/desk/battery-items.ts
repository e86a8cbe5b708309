import { batteryItem } from "@lilink/db/schema";
import { endOfShanghaiDay } from "@lilink/model/calendar";
import { and, asc, count, desc, eq, isNull, min } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import type { DeskItem } from "./item.ts";

/** What waits for the organization about batteries, as one item: due when the first hand-over is. [TR17] */
export async function listBatteryItems(ctx: Context, organizationId: string): Promise<DeskItem[]> {
  const rows = await ctx.db
    .select({
      kind: batteryItem.kind,
      count: count(),
      due: min(batteryItem.dueOn),
      since: min(batteryItem.openedAt),
    })
    .from(batteryItem)
    .where(and(eq(batteryItem.organizationId, organizationId), isNull(batteryItem.closedAt)))
    .groupBy(batteryItem.kind)
    .orderBy(desc(count()), asc(batteryItem.kind));
  const first = (days: readonly (Date | string | null)[]) =>
    days.flatMap((day) => (day === null ? [] : [day])).sort((a, b) => (a < b ? -1 : 1))[0] ?? null;
  const [due, since] = [
    first(rows.map((row) => row.due)) as string | null,
    first(rows.map((row) => row.since)),
  ];
  if (since === null) return [];
  return [
    {
      kind: "battery",
      title: null,
      count: rows.reduce((sum, row) => sum + row.count, 0),
      parts: rows.map(({ kind, count: own }) => ({ kind, count: own })),
      path: "/batteries#waiting",
      due: due === null ? null : endOfShanghaiDay(due),
      since: new Date(since),
    },
  ];
}

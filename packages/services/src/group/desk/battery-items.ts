import { batteryItem } from "@lilink/db/schema";
import { endOfShanghaiDay } from "@lilink/model/calendar";
import { and, count, eq, isNull, min } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import type { DeskItem } from "./item.ts";

/** What waits for the organization about batteries, as one item: due when the first hand-over is. [TR17] */
export async function listBatteryItems(ctx: Context, organizationId: string): Promise<DeskItem[]> {
  const [row] = await ctx.db
    .select({ count: count(), due: min(batteryItem.dueOn), since: min(batteryItem.openedAt) })
    .from(batteryItem)
    .where(and(eq(batteryItem.organizationId, organizationId), isNull(batteryItem.closedAt)));
  if (!row?.count || !row.since) return [];
  const { due, since } = row;
  return [
    {
      kind: "battery",
      title: null,
      count: row.count,
      path: "/batteries#waiting",
      due: due === null ? null : endOfShanghaiDay(due),
      since: new Date(since),
    },
  ];
}

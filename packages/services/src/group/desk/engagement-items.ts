import { engagement, organization } from "@lilink/db/schema";
import { toShanghaiDate } from "@lilink/model/calendar";
import { engagementMachine } from "@lilink/model/engagement";
import { and, asc, eq, gte } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import type { DeskItem } from "./item.ts";

/** Engagements in which the person was named as adviser and has not answered; row security keeps it to their own address. [AV1] [DK1] */
export async function listEngagementItems(ctx: Context, organizationId: string): Promise<DeskItem[]> {
  const rows = await ctx.db
    .select({
      client: { nameZh: organization.nameZh, nameEn: organization.nameEn },
      publicId: engagement.publicId,
      since: engagement.namedAt,
    })
    .from(engagement)
    .innerJoin(organization, eq(organization.id, engagement.organizationId))
    .where(
      and(
        eq(engagement.adviserOrg, organizationId),
        eq(engagement.state, engagementMachine.start),
        gte(engagement.untilOn, toShanghaiDate(ctx.now)),
      ),
    )
    .orderBy(asc(engagement.namedAt));
  // Without a day, so that the desk does not fold what a client waits for until its engagement is nearly over.
  return rows.map(({ publicId, client, ...row }) => ({
    ...row,
    kind: "engagement",
    title: null,
    names: [client],
    count: 1,
    path: `/clients/${publicId}`,
    due: null,
  }));
}

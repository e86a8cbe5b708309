import { engagement, introductionAdviser, organization } from "@lilink/db/schema";
import { asc, eq, sql } from "drizzle-orm";
import { requireOwn } from "../../ground/actor/own.ts";
import type { Context } from "../../kernel/context.ts";

/** The advisers who read a thread now, to be told of a message. Whose engagement ended, or who came to compete, is not. [AV3] [AV6] */
export async function listPresent(ctx: Context, introductionId: string): Promise<{ personId: string }[]> {
  const { rows } = await ctx.db.execute<{ personId: string }>(
    sql`select t as "personId" from app.told_advisers(${introductionId}::uuid) t`,
  );
  return rows;
}

/** The advisers who take part in an introduction now; both sides read who and for whom. The engagement is named to its client alone. [AV6] */
export async function listAdvisersOf(ctx: Context, introductionId: string) {
  const rows = await ctx.db
    .select({
      name: introductionAdviser.adviserName,
      client: introductionAdviser.organizationId,
      letInAt: introductionAdviser.letInAt,
      engagement: engagement.publicId,
      body: {
        publicId: organization.publicId,
        nameZh: organization.nameZh,
        nameEn: organization.nameEn,
      },
    })
    .from(introductionAdviser)
    .innerJoin(organization, eq(organization.id, introductionAdviser.adviserOrg))
    .leftJoin(engagement, eq(engagement.id, introductionAdviser.engagementId))
    .where(sql`${introductionAdviser.id} in (select p from app.present_advisers(${introductionId}::uuid) p)`)
    .orderBy(asc(introductionAdviser.id));
  return rows.map(({ client, ...row }) => ({ ...row, ours: client === requireOwn(ctx) }));
}

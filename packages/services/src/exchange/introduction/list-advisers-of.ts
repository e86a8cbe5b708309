import { engagement, introductionAdviser, organization } from "@lilink/db/schema";
import { and, asc, eq, isNull } from "drizzle-orm";
import { requireOwn } from "../../ground/actor/own.ts";
import type { Context } from "../../kernel/context.ts";

/** The people who take part as advisers now, to be told of a message. */
export async function listPresent(ctx: Context, introductionId: string): Promise<{ personId: string }[]> {
  const rows = await ctx.db
    .selectDistinct({ personId: introductionAdviser.adviserId })
    .from(introductionAdviser)
    .where(and(eq(introductionAdviser.introductionId, introductionId), isNull(introductionAdviser.letOutAt)));
  return rows.flatMap(({ personId }) => (personId ? [{ personId }] : []));
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
    .where(and(eq(introductionAdviser.introductionId, introductionId), isNull(introductionAdviser.letOutAt)))
    .orderBy(asc(introductionAdviser.id));
  return rows.map(({ client, ...row }) => ({ ...row, ours: client === requireOwn(ctx) }));
}

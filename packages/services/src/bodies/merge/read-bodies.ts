import { organization, organizationProfile } from "@lilink/db/schema";
import { eq, ne, type SQL, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";

/** What officers compare of two records, and what each of them does. Row security gives the codes to them. */
export function readBodies(ctx: Context, where: SQL = ne(organization.status, "withdrawn")) {
  const count = (from: SQL) => sql<number>`(select count(*)::int from ${from})`;
  return ctx.db
    .select({
      id: organization.id,
      publicId: organization.publicId,
      kind: organization.kind,
      status: organization.status,
      nameZh: organization.nameZh,
      nameEn: organization.nameEn,
      fictional: organization.fictional,
      country: organization.country,
      province: organization.province,
      links: organization.links,
      website: organization.website,
      seed: organization.seed,
      createdAt: organization.createdAt,
      code: organizationProfile.code,
      codeScheme: organizationProfile.codeScheme,
      members: count(sql`membership m where m.organization_id = ${organization.id} and m.active`),
      claims: count(sql`claim c where c.organization_id = ${organization.id} and c.state = 'open'`),
    })
    .from(organization)
    .leftJoin(organizationProfile, eq(organizationProfile.organizationId, organization.id))
    .where(where);
}

export type ReadBody = Awaited<ReturnType<typeof readBodies>>[number];

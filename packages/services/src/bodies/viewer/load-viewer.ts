import { membership, notice, organization, person, session } from "@lilink/db/schema";
import type { SessionLimit } from "@lilink/model/identity";
import type { OrganizationDuty } from "@lilink/model/organization";
import { organizationOf, personOf } from "@lilink/model/policy";
import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { defineQuery } from "../../kernel/define.ts";

/** Who looks: the person, the organization acted for and those that could be, in one round trip each. Null for visitors. */
export const loadViewer = defineQuery({
  name: "viewer.load",
  input: z.object({}).default({}),
  authorize: { action: "organization.browse" },
  run: async (ctx) => {
    const personId = personOf(ctx.actor);
    if (!personId) return null;
    const [self] = await ctx.db
      .select({
        publicId: person.publicId,
        name: person.name,
        email: person.email,
        locale: person.locale,
        singleKeys: person.singleKeys,
        unreadNotices: sql<number>`(select count(*)::int from ${notice} where ${and(
          eq(notice.personId, personId),
          isNull(notice.readAt),
        )})`,
        limited: sql<SessionLimit | null>`(select ${session.limited} from ${session} where ${session.id} = app.session())`,
      })
      .from(person)
      .where(eq(person.id, personId));
    if (!self) return null;
    const rows = await ctx.db
      .select({
        id: organization.id,
        publicId: organization.publicId,
        nameZh: organization.nameZh,
        nameEn: organization.nameEn,
        kind: organization.kind,
        status: organization.status,
        province: organization.province,
        role: membership.role,
        duties: membership.duties,
      })
      .from(membership)
      .innerJoin(organization, eq(organization.id, membership.organizationId))
      .where(
        and(
          eq(membership.personId, personId),
          membership.active,
          inArray(organization.status, ["verified", "pending", "unclaimed"]),
        ),
      )
      .orderBy(asc(membership.createdAt));
    const organizations = rows.map(({ id, duties, ...row }) => ({
      ...row,
      duties: duties as OrganizationDuty[],
      verified: row.status === "verified",
      current: id === organizationOf(ctx.actor),
    }));
    return { ...self, organizations, organization: organizations.find((one) => one.current) ?? null };
  },
});

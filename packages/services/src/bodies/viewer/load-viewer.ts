import { membership, notice, organization, person, session } from "@lilink/db/schema";
import type { SessionLimit } from "@lilink/model/identity";
import type { OrganizationDuty } from "@lilink/model/organization";
import { organizationOf, personOf } from "@lilink/model/policy";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { defineQuery } from "../../kernel/define.ts";

type Row = Pick<
  typeof organization.$inferSelect,
  "id" | "publicId" | "nameZh" | "nameEn" | "kind" | "status" | "province"
> &
  Pick<typeof membership.$inferSelect, "role" | "duties">;

/** The organizations that a person may act for, the oldest membership first. */
const listBodies = (personId: string) => sql`select coalesce(jsonb_agg(jsonb_build_object(
    'id', ${organization.id}, 'publicId', ${organization.publicId}, 'nameZh', ${organization.nameZh},
    'nameEn', ${organization.nameEn}, 'kind', ${organization.kind}, 'status', ${organization.status},
    'province', ${organization.province}, 'role', ${membership.role}, 'duties', ${membership.duties}
  ) order by ${membership.createdAt}), '[]')
  from ${membership} join ${organization} on ${organization.id} = ${membership.organizationId}
  where ${membership.personId} = ${personId} and ${membership.active}
    and ${inArray(organization.status, ["verified", "pending", "unclaimed"])}`;

/** Who looks: the person, the organization acted for and those that could be, in one round trip. Null for visitors. */
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
        rows: sql<readonly Row[]>`(${listBodies(personId)})`,
      })
      .from(person)
      .where(eq(person.id, personId));
    if (!self) return null;
    const { rows, ...own } = self;
    const organizations = rows.map(({ id, duties, ...row }) => ({
      ...row,
      duties: duties as OrganizationDuty[],
      verified: row.status === "verified",
      current: id === organizationOf(ctx.actor),
    }));
    return { ...own, organizations, organization: organizations.find((one) => one.current) ?? null };
  },
});

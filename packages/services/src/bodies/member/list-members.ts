import { invitation, membership, person } from "@lilink/db/schema";
import type { OrganizationDuty } from "@lilink/model/organization";
import { personOf } from "@lilink/model/policy";
import { and, asc, desc, eq, gt, isNull } from "drizzle-orm";
import { z } from "zod";
import { ownOrganization, requireOwn } from "../../ground/actor/own.ts";
import { defineQuery } from "../../kernel/define.ts";

/** The people of the own organization; the open invitations arrive for its administrators alone. */
export const listMembers = defineQuery({
  name: "member.list",
  input: z.object({}).default({}),
  authorize: { action: "member.list", resource: ownOrganization },
  run: async (ctx) => {
    const organizationId = requireOwn(ctx);
    const rows = await ctx.db
      .select({
        publicId: person.publicId,
        name: person.name,
        email: person.email,
        role: membership.role,
        duties: membership.duties,
        active: membership.active,
        since: membership.createdAt,
        personId: person.id,
      })
      .from(membership)
      .innerJoin(person, eq(person.id, membership.personId))
      .where(eq(membership.organizationId, organizationId))
      .orderBy(desc(membership.active), asc(membership.createdAt))
      .limit(500);
    const invitations = await ctx.db
      .select({
        id: invitation.id,
        email: invitation.email,
        role: invitation.role,
        expiresAt: invitation.expiresAt,
      })
      .from(invitation)
      .where(
        and(
          eq(invitation.organizationId, organizationId),
          isNull(invitation.acceptedAt),
          isNull(invitation.revokedAt),
          gt(invitation.expiresAt, ctx.now),
        ),
      )
      .orderBy(desc(invitation.createdAt))
      .limit(200);
    return {
      members: rows.map(({ personId, duties, ...row }) => ({
        ...row,
        duties: duties as OrganizationDuty[],
        self: personId === personOf(ctx.actor),
      })),
      invitations,
    };
  },
});

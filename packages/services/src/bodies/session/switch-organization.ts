import { publicIdSchema } from "@lilink/contract";
import { membership, organization, session } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { personOf } from "@lilink/model/policy";
import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { defineMutation } from "../../kernel/define.ts";

/** Acts for another of the person's organizations from the next request on. */
export const switchOrganization = defineMutation({
  name: "session.switchOrganization",
  input: z.object({ publicId: publicIdSchema }),
  authorize: { action: "session.read" },
  run: async (ctx, input) => {
    const [target] = await ctx.db
      .select({ id: organization.id })
      .from(membership)
      .innerJoin(organization, eq(organization.id, membership.organizationId))
      .where(
        and(
          eq(organization.publicId, input.publicId),
          eq(membership.personId, personOf(ctx.actor) ?? ""),
          membership.active,
        ),
      );
    if (!target) throw new LilinkError("NOT_FOUND");
    await ctx.db.update(session).set({ organizationId: target.id }).where(eq(session.id, sql`app.session()`));
    return target;
  },
  audit: (_input, output) => ({ subjectKind: "organization", subjectId: output.id }),
});

import { memberRefSchema, memberRoleSchema } from "@lilink/contract";
import { membership, person } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { and, eq } from "drizzle-orm";
import type { Context } from "../kernel/context.ts";
import { defineMutation } from "../kernel/define.ts";
import { ownOrganization, requireOwn } from "../organization/own.ts";

/** Gives a member another role; it holds from that member's next request. */
export const changeRole = defineMutation({
  name: "member.changeRole",
  input: memberRoleSchema,
  authorize: { action: "member.manage", resource: ownOrganization },
  run: (ctx, input) => change(ctx, input.person, { role: input.role }, input.role !== "admin"),
  audit: (input, output) => ({
    subjectKind: "person",
    subjectId: output.personId,
    detail: { role: input.role },
  }),
});

/** Takes a member out; what the member wrote stays. */
export const deactivateMember = defineMutation({
  name: "member.deactivate",
  input: memberRefSchema,
  authorize: { action: "member.manage", resource: ownOrganization },
  run: (ctx, input) => change(ctx, input.person, { active: false }, true),
  audit: (_input, output) => ({ subjectKind: "person", subjectId: output.personId }),
});

/** Lets a former member in again, in the role held before. */
export const reactivateMember = defineMutation({
  name: "member.reactivate",
  input: memberRefSchema,
  authorize: { action: "member.manage", resource: ownOrganization },
  run: (ctx, input) => change(ctx, input.person, { active: true }, false),
  audit: (_input, output) => ({ subjectKind: "person", subjectId: output.personId }),
});

async function change(
  ctx: Context,
  personPublicId: string,
  to: { role: typeof membership.$inferSelect.role } | { active: boolean },
  mayLoseAdmin: boolean,
) {
  const organizationId = requireOwn(ctx);
  const [target] = await ctx.db
    .select({ personId: membership.personId })
    .from(membership)
    .innerJoin(person, eq(person.id, membership.personId))
    .where(and(eq(membership.organizationId, organizationId), eq(person.publicId, personPublicId)));
  if (!target) throw new LilinkError("NOT_FOUND");
  if (mayLoseAdmin) await keepOneAdmin(ctx, organizationId, target.personId);
  await ctx.db
    .update(membership)
    .set(to)
    .where(and(eq(membership.organizationId, organizationId), eq(membership.personId, target.personId)));
  return { personId: target.personId };
}

/** An organization never loses its last administrator. The lock makes two removals at once stand in line ([OR5]). */
async function keepOneAdmin(ctx: Context, organizationId: string, leaving: string): Promise<void> {
  const admins = await ctx.db
    .select({ personId: membership.personId })
    .from(membership)
    .where(
      and(eq(membership.organizationId, organizationId), eq(membership.role, "admin"), membership.active),
    )
    .orderBy(membership.personId)
    .for("update");
  if (admins.length === 1 && admins[0]?.personId === leaving) {
    throw new LilinkError("WRONG_STATE", { state: "lastAdmin" });
  }
}

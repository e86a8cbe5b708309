import { memberRefSchema, memberRoleSchema } from "@lilink/contract";
import { apiKey, invitation, membership, person, webhookEndpoint } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { personOf } from "@lilink/model/policy";
import { and, eq, isNull } from "drizzle-orm";
import { ownOrganization, requireOwn } from "../../ground/actor/own.ts";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { sendInvitation } from "../invitation/invite-member.ts";

const manage = { action: "member.manage", resource: ownOrganization, recent: true } as const;

/** Gives a member another role; it holds from that member's next request, and an administrator's doors close with it. */
export const changeRole = defineMutation({
  name: "member.changeRole",
  input: memberRoleSchema,
  authorize: manage,
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
  authorize: manage,
  run: (ctx, input) => change(ctx, input.person, { active: false }, true),
  audit: (_input, output) => ({ subjectKind: "person", subjectId: output.personId }),
});

/** Invites a former member again, in the role held before: whoever left comes back by their own word alone ([OR6]). */
export const reactivateMember = defineMutation({
  name: "member.reactivate",
  input: memberRefSchema,
  authorize: { ...manage, proof: true },
  run: async (ctx, input) => {
    const [former] = await ctx.db
      .select({
        personId: person.id,
        email: person.email,
        locale: person.locale,
        role: membership.role,
        active: membership.active,
      })
      .from(membership)
      .innerJoin(person, eq(person.id, membership.personId))
      .where(and(eq(membership.organizationId, requireOwn(ctx)), eq(person.publicId, input.person)));
    if (!former) throw new LilinkError("NOT_FOUND");
    if (former.active) throw new LilinkError("WRONG_STATE", { state: "active" });
    await sendInvitation(ctx, { ...former, locale: former.locale === "en" ? "en" : "zh-CN" });
    return { personId: former.personId };
  },
  audit: (_input, output) => ({ subjectKind: "person", subjectId: output.personId }),
});

async function change(
  ctx: Context,
  personPublicId: string,
  to: { role: typeof membership.$inferSelect.role } | { active: false },
  mayLoseAdmin: boolean,
) {
  const organizationId = requireOwn(ctx);
  const [target] = await ctx.db
    .select({ personId: membership.personId, duties: membership.duties })
    .from(membership)
    .innerJoin(person, eq(person.id, membership.personId))
    .where(and(eq(membership.organizationId, organizationId), eq(person.publicId, personPublicId)));
  if (!target) throw new LilinkError("NOT_FOUND");
  // No office removes another: the three are given and taken by whoever holds the machine ([ID8]).
  if (target.duties.some((duty) => duty.endsWith("_admin")) && target.personId !== personOf(ctx.actor))
    throw new LilinkError("FORBIDDEN");
  if (mayLoseAdmin) await keepOneAdmin(ctx, organizationId, target.personId);
  await ctx.db
    .update(membership)
    .set(to)
    .where(and(eq(membership.organizationId, organizationId), eq(membership.personId, target.personId)));
  if (mayLoseAdmin) await closeDoors(ctx, organizationId, target.personId);
  return { personId: target.personId };
}

/** What an administrator opened and still knows the secret of ends with the role: keys, webhooks, open invitations ([OR6], [PE5]). */
async function closeDoors(ctx: Context, organizationId: string, personId: string): Promise<void> {
  await ctx.db
    .update(apiKey)
    .set({ revokedAt: ctx.now })
    .where(
      and(
        eq(apiKey.organizationId, organizationId),
        eq(apiKey.createdBy, personId),
        isNull(apiKey.revokedAt),
      ),
    );
  await ctx.db
    .delete(webhookEndpoint)
    .where(and(eq(webhookEndpoint.organizationId, organizationId), eq(webhookEndpoint.createdBy, personId)));
  await ctx.db
    .update(invitation)
    .set({ revokedAt: ctx.now })
    .where(
      and(
        eq(invitation.organizationId, organizationId),
        eq(invitation.invitedBy, personId),
        isNull(invitation.acceptedAt),
        isNull(invitation.revokedAt),
      ),
    );
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

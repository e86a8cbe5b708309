import { memberInviteSchema } from "@lilink/contract";
import { invitation, membership, organization, person } from "@lilink/db/schema";
import { LilinkError, toInputError } from "@lilink/model/error";
import { personOf } from "@lilink/model/policy";
import { and, count, eq, gt, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { ownOrganization, requireOwn } from "../../ground/actor/own.ts";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { takeTurn } from "../../kernel/take-turn.ts";
import { hashToken, mintToken } from "../../kernel/token.ts";

const lifeMilliseconds = 7 * 86_400_000;
export const mostOpen = 100;
/** Letters a day: to one address, and in all. Invitations are no means of writing to strangers. */
const mostLetters = { toOne: 3, inAll: 100 };

/**
 * Invites one address, once, for seven days; an earlier invitation to it ends. Only the hash stays here: the token lives
 * in the letter, and in its job until the letter is written ([OR6]).
 */
export const inviteMember = defineMutation({
  name: "member.invite",
  input: memberInviteSchema,
  authorize: { action: "member.invite", resource: ownOrganization, recent: true, proof: true },
  run: sendInvitation,
  audit: (input, output) => ({
    subjectKind: "invitation",
    subjectId: output.id,
    detail: { role: input.role },
  }),
});

type Invited = Pick<z.output<typeof memberInviteSchema>, "email" | "role" | "locale">;

export async function sendInvitation(ctx: Context, input: Invited): Promise<{ id: string }> {
  const organizationId = requireOwn(ctx);
  const open = and(
    eq(invitation.organizationId, organizationId),
    isNull(invitation.acceptedAt),
    isNull(invitation.revokedAt),
    gt(invitation.expiresAt, ctx.now),
  );
  const [known] = await ctx.db
    .select({ id: person.id })
    .from(membership)
    .innerJoin(person, eq(person.id, membership.personId))
    .where(
      and(eq(membership.organizationId, organizationId), eq(person.email, input.email), membership.active),
    );
  if (known) throw toInputError([{ field: "email", rule: "alreadyUsed" }]);
  await takeTurn(ctx, "invitations", organizationId);
  await requireFewLetters(ctx, organizationId, input.email);
  // Run out or not, an earlier one ends: an address has one.
  await ctx.db
    .update(invitation)
    .set({ revokedAt: ctx.now })
    .where(
      and(
        eq(invitation.organizationId, organizationId),
        eq(invitation.email, input.email),
        isNull(invitation.acceptedAt),
        isNull(invitation.revokedAt),
      ),
    );
  const [pending] = await ctx.db.select({ count: count() }).from(invitation).where(open);
  if ((pending?.count ?? 0) >= mostOpen) throw new LilinkError("LIMIT_REACHED", { max: mostOpen });
  const [own] = await ctx.db
    .select({ name: organization.nameZh, nameEn: organization.nameEn })
    .from(organization)
    .where(eq(organization.id, organizationId));
  const [inviter] = await ctx.db
    .select({ name: person.name })
    .from(person)
    .where(eq(person.id, personOf(ctx.actor) ?? ""));
  const id = ctx.newId();
  const token = mintToken();
  await ctx.db.insert(invitation).values({
    id,
    organizationId,
    email: input.email,
    role: input.role,
    tokenHash: hashToken(token),
    invitedBy: personOf(ctx.actor),
    expiresAt: new Date(ctx.now.getTime() + lifeMilliseconds),
    createdAt: ctx.now,
  });
  await ctx.enqueue("notice.deliver", {
    kind: "member.invited",
    causeKey: id,
    path: `/invitation/${token}`,
    params: {
      organization: (input.locale === "en" ? own?.nameEn : null) ?? own?.name ?? "",
      inviter: inviter?.name ?? "",
      role: input.role,
    },
    email: input.email,
    locale: input.locale,
  });
  return { id };
}

async function requireFewLetters(ctx: Context, organizationId: string, email: string): Promise<void> {
  const [sent] = await ctx.db
    .select({
      inAll: count(),
      toOne: sql<number>`(count(*) filter (where ${invitation.email} = ${email}))::int`,
    })
    .from(invitation)
    .where(
      and(
        eq(invitation.organizationId, organizationId),
        gt(invitation.createdAt, new Date(ctx.now.getTime() - 86_400_000)),
      ),
    );
  for (const which of ["toOne", "inAll"] as const)
    if ((sent?.[which] ?? 0) >= mostLetters[which])
      throw new LilinkError("LIMIT_REACHED", { max: mostLetters[which] });
}

/** Ends an invitation; its letter opens nothing any more. */
export const revokeInvitation = defineMutation({
  name: "member.revokeInvitation",
  input: z.object({ id: z.uuid("badFormat") }),
  authorize: { action: "member.manage", resource: ownOrganization },
  run: async (ctx, input) => {
    const [row] = await ctx.db
      .update(invitation)
      .set({ revokedAt: ctx.now })
      .where(and(eq(invitation.id, input.id), isNull(invitation.acceptedAt), isNull(invitation.revokedAt)))
      .returning({ id: invitation.id });
    if (!row) throw new LilinkError("NOT_FOUND");
    return row;
  },
  audit: (input) => ({ subjectKind: "invitation", subjectId: input.id }),
});

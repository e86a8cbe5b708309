import { invitationAcceptSchema, invitationJoinSchema, invitationTokenSchema } from "@lilink/contract";
import { session, termsConsent } from "@lilink/db/schema";
import { LilinkError, toInputError } from "@lilink/model/error";
import type { OrganizationRole } from "@lilink/model/organization";
import { personOf } from "@lilink/model/policy";
import { eq, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { defineMutation, defineQuery } from "../../kernel/define.ts";
import { hashToken } from "../../kernel/token.ts";
import { hashPassword } from "../session/password.ts";
import { requireGoodPassword } from "../session/require-good-password.ts";

type Invitation = {
  readonly email: string;
  readonly role: OrganizationRole;
  readonly nameZh: string;
  readonly nameEn: string | null;
};

/** What an invitation offers to whoever holds its token; spent, withdrawn, late and invented ones are all not found. */
export const loadInvitation = defineQuery({
  name: "invitation.load",
  input: invitationTokenSchema,
  authorize: { action: "person.register" },
  run: async (ctx, input): Promise<Invitation> => {
    const row = await findInvitation(ctx, input.token);
    if (!row) throw new LilinkError("NOT_FOUND");
    return row;
  },
});

async function findInvitation(ctx: Context, token: string): Promise<Invitation | undefined> {
  const found = await ctx.db.execute<Invitation>(
    sql`select email, role, name_zh as "nameZh", name_en as "nameEn"
      from app.find_invitation(${hashToken(token)}, ${ctx.now.toISOString()}::timestamptz)`,
  );
  return found.rows[0];
}

/** Whoever is signed in under the invited address joins, and acts for the organization from the next request on. */
export const acceptInvitation = defineMutation({
  name: "invitation.accept",
  input: invitationAcceptSchema,
  authorize: { action: "invitation.accept" },
  run: async (ctx, input) => {
    const answer = await ctx.db.execute<{ id: string | null }>(
      sql`select app.accept_invitation(${hashToken(input.token)}, ${ctx.now.toISOString()}::timestamptz) as id`,
    );
    const organizationId = answer.rows[0]?.id;
    if (!organizationId) throw new LilinkError("NOT_FOUND");
    await ctx.db
      .insert(termsConsent)
      .values({ personId: personOf(ctx.actor) ?? "", version: input.terms, agreedAt: ctx.now })
      .onConflictDoNothing();
    await ctx.db.update(session).set({ organizationId }).where(eq(session.id, sql`app.session()`));
    return { organizationId };
  },
  audit: ({ terms }, output) => ({
    subjectKind: "organization",
    subjectId: output.organizationId,
    detail: { terms },
  }),
});

/** A stranger to the exchange makes an account and joins in one step; the token proves the address. */
export const joinByInvitation = defineMutation({
  name: "invitation.join",
  input: invitationJoinSchema,
  authorize: { action: "person.register", proof: true },
  run: async (ctx, input) => {
    const offer = await findInvitation(ctx, input.token);
    const own = [input.name, offer?.email ?? "", offer?.nameZh ?? "", offer?.nameEn ?? ""];
    requireGoodPassword(ctx, input.password, own);
    const id = ctx.newId();
    const answer = await ctx.db.execute<{ fault: string | null }>(
      sql`select app.join_by_invitation(${hashToken(input.token)}, ${id}::uuid, ${ctx.newPublicId()}, ${input.name},
        ${input.locale}, ${await hashPassword(input.password)}, ${input.terms}, ${ctx.now.toISOString()}::timestamptz) as fault`,
    );
    const fault = answer.rows[0]?.fault;
    if (fault === "taken") throw toInputError([{ field: "email", rule: "alreadyUsed" }]);
    if (fault) throw new LilinkError("NOT_FOUND");
    return { id };
  },
  audit: ({ terms }, output) => ({ subjectKind: "person", subjectId: output.id, detail: { terms } }),
});

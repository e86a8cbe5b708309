import { passwordChangeSchema } from "@lilink/contract";
import { membership, organization, person } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { personOf } from "@lilink/model/policy";
import { eq, sql } from "drizzle-orm";
import { defineMutation } from "../../kernel/define.ts";
import { tellOfChange } from "../factor/tell-of-change.ts";
import { requireProof } from "../session/confirm-session.ts";
import { findOwnHash } from "../session/find-own-hash.ts";
import { hashPassword, verifyPassword } from "../session/password.ts";
import { requireGoodPassword, requireNewPassword } from "../session/require-good-password.ts";

/**
 * Sets a new password for whoever knows the present one; the other sessions end. The present one is a proof of its own,
 * and wrong guesses at it slow down the next ([ID4]).
 */
export const changePassword = defineMutation({
  name: "person.changePassword",
  input: passwordChangeSchema,
  authorize: { action: "person.edit", resource: () => ({ self: true }), proof: true },
  run: async (ctx, input) => {
    const id = personOf(ctx.actor) ?? "";
    const [self] = await ctx.db
      .select({ email: person.email, name: person.name })
      .from(person)
      .where(eq(person.id, id));
    if (!self) throw new LilinkError("NOT_FOUND");
    const prove = async () => verifyPassword(await findOwnHash(ctx), input.current);
    await requireProof(ctx, prove, ["current", "wrongPassword"]);
    const bodies = await ctx.db
      .select({ zh: organization.nameZh, en: organization.nameEn })
      .from(membership)
      .innerJoin(organization, eq(organization.id, membership.organizationId))
      .where(eq(membership.personId, id));
    const own = [self.name, self.email, ...bodies.flatMap(({ zh, en }) => [zh, en ?? ""])];
    requireGoodPassword(ctx, input.next, own, "next");
    await requireNewPassword(ctx, input.next, null, "next");
    await ctx.db.execute(
      sql`select app.set_password(${id}::uuid, ${await hashPassword(input.next)}, ${ctx.now.toISOString()}::timestamptz)`,
    );
    await ctx.db.execute(sql`select app.close_other_sessions(${ctx.now.toISOString()}::timestamptz)`);
    await tellOfChange(ctx, id, "password");
    return { id };
  },
  audit: (_input, output) => ({ subjectKind: "person", subjectId: output.id }),
});

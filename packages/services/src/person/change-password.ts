import { passwordChangeSchema } from "@lilink/contract";
import { person } from "@lilink/db/schema";
import { LilinkError, toInputError } from "@lilink/model/error";
import { personOf } from "@lilink/model/policy";
import { eq, sql } from "drizzle-orm";
import { defineMutation } from "../kernel/define.ts";
import { hashPassword, verifyPassword } from "../session/password.ts";
import { requireGoodPassword } from "../session/require-good-password.ts";

/** Sets a new password for whoever knows the present one; the other sessions end. */
export const changePassword = defineMutation({
  name: "person.changePassword",
  input: passwordChangeSchema,
  authorize: { action: "person.edit", resource: () => ({ self: true }) },
  run: async (ctx, input) => {
    const id = personOf(ctx.actor) ?? "";
    const [self] = await ctx.db
      .select({ email: person.email, name: person.name })
      .from(person)
      .where(eq(person.id, id));
    if (!self) throw new LilinkError("NOT_FOUND");
    const found = await ctx.db.execute<{ password_hash: string }>(
      sql`select password_hash from app.find_credential(${self.email})`,
    );
    if (!(await verifyPassword(found.rows[0]?.password_hash ?? null, input.current))) {
      throw toInputError([{ field: "current", rule: "wrongPassword" }]);
    }
    requireGoodPassword(input.next, [self.name, self.email], "next");
    await ctx.db.execute(
      sql`select app.set_password(${id}::uuid, ${await hashPassword(input.next)}, ${ctx.now.toISOString()}::timestamptz)`,
    );
    await ctx.db.execute(sql`select app.close_other_sessions(${ctx.now.toISOString()}::timestamptz)`);
    return { id };
  },
  audit: (_input, output) => ({ subjectKind: "person", subjectId: output.id }),
});

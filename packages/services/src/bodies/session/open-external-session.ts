import { signInOriginSchema } from "@lilink/contract";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { defineMutation } from "../../kernel/define.ts";
import { enter, type SignInAnswer } from "./open-session.ts";

/**
 * Signs in whoever an identity provider has proved. A first sight is linked by an address that the provider calls
 * verified; a stranger is refused, for accounts come from registration or invitation.
 */
export const openExternalSession = defineMutation({
  name: "session.openExternal",
  input: signInOriginSchema.extend({
    issuer: z.string().min(1).max(400),
    subject: z.string().min(1).max(400),
    verifiedEmail: z.string().max(254).nullable(),
  }),
  rate: "signIn",
  authorize: { action: "session.open", proof: true },
  run: async (ctx, input): Promise<SignInAnswer> => {
    const found = await ctx.db.execute<{ person_id: string | null }>(
      sql`select app.find_external(${input.issuer}, ${input.subject}, ${input.verifiedEmail}, ${ctx.newId()}::uuid,
        ${ctx.now.toISOString()}::timestamptz) as person_id`,
    );
    const personId = found.rows[0]?.person_id;
    return personId ? enter(ctx, personId, input.userAgent) : { outcome: "refused" };
  },
  audit: (input, answer) =>
    answer.outcome === "opened" || answer.outcome === "factor"
      ? { subjectKind: "person", subjectId: answer.personId, detail: { issuer: input.issuer } }
      : null,
});

import { emailSchema, localeSchema, newPasswordSchema, tokenSchema } from "@lilink/contract";
import { LilinkError } from "@lilink/model/error";
import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { defineMutation, defineQuery } from "../../kernel/define.ts";
import { hashToken, mintToken } from "../../kernel/token.ts";
import { tellOfChange } from "../factor/tell-of-change.ts";
import { hashPassword } from "../session/password.ts";
import { requireGoodPassword, requireNewPassword } from "../session/require-good-password.ts";

const lifeMilliseconds = 30 * 60_000;

/** Sends a link to an address that has an account, and the same answer to all ([PE1]). */
export const requestReset = defineMutation({
  name: "person.requestReset",
  input: z.object({ email: emailSchema, locale: localeSchema.default("zh-CN") }),
  rate: "register",
  authorize: { action: "person.register", proof: true },
  run: async (ctx, input) => {
    const id = ctx.newId();
    const token = mintToken();
    const answer = await ctx.db.execute<{ known: boolean | null }>(
      sql`select app.send_mail_token(${id}::uuid, 'reset', ${input.email}, '{}'::jsonb, ${hashToken(token)},
        ${ctx.now.toISOString()}::timestamptz,
        ${new Date(ctx.now.getTime() + lifeMilliseconds).toISOString()}::timestamptz) as known`,
    );
    const known = answer.rows[0]?.known ?? null;
    // For an unknown address the same job is written, with nobody to write to: the time tells nothing either.
    if (known !== null) {
      await ctx.enqueue("notice.deliver", {
        kind: "account.reset",
        causeKey: id,
        path: `/reset/${token}`,
        params: {},
        ...(known ? { email: input.email } : {}),
        locale: input.locale,
      });
    }
    return {};
  },
  audit: () => null,
});

/** Whether a letter's token still opens the form; spent and late ones are not found. */
export const loadReset = defineQuery({
  name: "person.loadReset",
  input: z.object({ token: tokenSchema }),
  rate: "register",
  authorize: { action: "person.register" },
  run: async (ctx, input) => {
    if ((await findAddress(ctx, input.token)) === null) throw new LilinkError("NOT_FOUND");
    return {};
  },
});

/** Sets a new password by the letter's token; every session of the account ends. */
export const resetPassword = defineMutation({
  name: "person.resetPassword",
  input: z.object({ token: tokenSchema, password: newPasswordSchema }),
  rate: "register",
  authorize: { action: "person.register", proof: true },
  run: async (ctx, input) => {
    requireGoodPassword(ctx, input.password, [(await findAddress(ctx, input.token)) ?? ""]);
    await requireNewPassword(ctx, input.password, hashToken(input.token));
    const answer = await ctx.db.execute<{ id: string | null }>(
      sql`select app.finish_reset(${hashToken(input.token)}, ${await hashPassword(input.password)},
        ${ctx.now.toISOString()}::timestamptz) as id`,
    );
    const id = answer.rows[0]?.id;
    if (!id) throw new LilinkError("NOT_FOUND");
    await tellOfChange(ctx, id, "password");
    return { id };
  },
  audit: (_input, output) => ({ subjectKind: "person", subjectId: output.id }),
});

async function findAddress(ctx: Context, token: string): Promise<string | null> {
  const { rows } = await ctx.db.execute<{ email: string | null }>(
    sql`select app.find_mail_token(${hashToken(token)}, 'reset', ${ctx.now.toISOString()}::timestamptz) as email`,
  );
  return rows[0]?.email ?? null;
}

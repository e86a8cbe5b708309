import { accountConfirmSchema, registrationSchema, tokenSchema } from "@lilink/contract";
import { LilinkError } from "@lilink/model/error";
import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { defineMutation, defineQuery } from "../../kernel/define.ts";
import { hashToken, mintToken } from "../../kernel/token.ts";
import { hashPassword } from "../session/password.ts";
import { requireGoodPassword } from "../session/require-good-password.ts";

const lifeMilliseconds = 86_400_000;

/**
 * Asks for an account by an address alone. It is made by whoever opens the link in the letter, who names and secures it, so that
 * nobody holds another's address. A taken address gets the same answer in the same time, and its holder a letter that says so ([PE1]).
 */
export const registerPerson = defineMutation({
  name: "person.register",
  input: registrationSchema,
  rate: "register",
  authorize: { action: "person.register", proof: true },
  run: async (ctx, input) => {
    const id = ctx.newId();
    const token = mintToken();
    const answer = await ctx.db.execute<{ known: boolean | null }>(
      sql`select app.send_mail_token(${id}::uuid, 'register', ${input.email}, '{}'::jsonb,
        ${hashToken(token)}, ${ctx.now.toISOString()}::timestamptz,
        ${new Date(ctx.now.getTime() + lifeMilliseconds).toISOString()}::timestamptz) as known`,
    );
    const known = answer.rows[0]?.known ?? null;
    // An address gets five letters an hour, whoever asks for them; the answer is the same.
    if (known === null) return {};
    await ctx.enqueue("notice.deliver", {
      kind: known ? "account.exists" : "account.confirm",
      causeKey: id,
      path: known ? "/signin" : `/register/${token}`,
      params: {},
      email: input.email,
      locale: input.locale,
    });
    return {};
  },
  audit: () => null,
});

/** The address that a letter's token proves; spent and late ones are not found. */
export const loadRegistration = defineQuery({
  name: "person.loadRegistration",
  input: z.object({ token: tokenSchema }),
  rate: "register",
  authorize: { action: "person.register" },
  run: async (ctx, input) => ({ email: await findRegistered(ctx, input.token) }),
});

/** Makes the account of whoever opened the letter, once. */
export const confirmPerson = defineMutation({
  name: "person.confirm",
  input: accountConfirmSchema,
  rate: "register",
  authorize: { action: "person.register", proof: true },
  run: async (ctx, input) => {
    const email = await findRegistered(ctx, input.token);
    requireGoodPassword(ctx, input.password, [input.name, email]);
    const answer = await ctx.db.execute<{ id: string | null }>(
      sql`select app.make_account(${hashToken(input.token)}, ${ctx.newId()}::uuid, ${ctx.newPublicId()}, ${input.name},
        ${input.locale}, ${await hashPassword(input.password)}, ${input.terms}, ${ctx.now.toISOString()}::timestamptz) as id`,
    );
    const id = answer.rows[0]?.id;
    if (!id) throw new LilinkError("NOT_FOUND");
    return { id };
  },
  audit: ({ terms }, output) => ({ subjectKind: "person", subjectId: output.id, detail: { terms } }),
});

async function findRegistered(ctx: Context, token: string): Promise<string> {
  const found = await ctx.db.execute<{ email: string | null }>(
    sql`select app.find_mail_token(${hashToken(token)}, 'register', ${ctx.now.toISOString()}::timestamptz) as email`,
  );
  const email = found.rows[0]?.email;
  if (!email) throw new LilinkError("NOT_FOUND");
  return email;
}

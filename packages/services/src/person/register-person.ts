import { registrationSchema, tokenSchema } from "@lilink/contract";
import { LilinkError } from "@lilink/model/error";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { defineMutation, defineQuery } from "../kernel/define.ts";
import { hashToken, mintToken } from "../kernel/token.ts";
import { hashPassword } from "../session/password.ts";
import { requireGoodPassword } from "../session/require-good-password.ts";

const lifeMilliseconds = 86_400_000;

/**
 * Asks for an account. It is made when the address is proved by the link in a letter, so that nobody holds another's
 * address. A taken address gets the same answer in the same time, and its holder a letter that says so ([PE1]).
 */
export const registerPerson = defineMutation({
  name: "person.register",
  input: registrationSchema,
  authorize: { action: "person.register" },
  run: async (ctx, input) => {
    requireGoodPassword(ctx, input.password, [input.name, input.email]);
    const id = ctx.newId();
    const token = mintToken();
    const payload = {
      name: input.name,
      locale: input.locale,
      terms: input.terms,
      agreedAt: ctx.now.toISOString(),
      passwordHash: await hashPassword(input.password),
    };
    const answer = await ctx.db.execute<{ known: boolean | null }>(
      sql`select app.send_mail_token(${id}::uuid, 'register', ${input.email}, ${JSON.stringify(payload)}::jsonb,
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
      params: { name: input.name },
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
  authorize: { action: "person.register" },
  run: async (ctx, input) => {
    const found = await ctx.db.execute<{ email: string | null }>(
      sql`select app.find_mail_token(${hashToken(input.token)}, 'register', ${ctx.now.toISOString()}::timestamptz) as email`,
    );
    const email = found.rows[0]?.email;
    if (!email) throw new LilinkError("NOT_FOUND");
    return { email };
  },
});

/** Makes the account, once. */
export const confirmPerson = defineMutation({
  name: "person.confirm",
  input: z.object({ token: tokenSchema }),
  authorize: { action: "person.register" },
  run: async (ctx, input) => {
    const answer = await ctx.db.execute<{ id: string | null }>(
      sql`select app.finish_registration(${hashToken(input.token)}, ${ctx.newId()}::uuid, ${ctx.newPublicId()},
        ${ctx.now.toISOString()}::timestamptz) as id`,
    );
    const id = answer.rows[0]?.id;
    if (!id) throw new LilinkError("NOT_FOUND");
    return { id };
  },
  // Which terms were agreed to, and when, is kept with the person by the same statement.
  audit: (_input, output) => ({ subjectKind: "person", subjectId: output.id }),
});

import { toInputError } from "@lilink/model/error";
import { passwordRules } from "@lilink/model/identity";
import { faultOfPassword } from "@lilink/model/identity/password";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { verifyPassword } from "./password.ts";

/** Refuses what the profile of this exchange does not take. `own` is what a guesser knows of the person. [ID6] */
export function requireGoodPassword(
  ctx: Context,
  password: string,
  own: readonly string[],
  field = "password",
): void {
  const rule = faultOfPassword(password.normalize("NFKC"), ctx.identity.passwordProfile, own);
  if (rule) throw toInputError([{ field, rule }]);
}

/** Refuses a password that was used before, where the profile keeps count. `letter` is the hash of a reset's token. [ID7] */
export async function requireNewPassword(
  ctx: Context,
  password: string,
  letter: string | null,
  field = "password",
): Promise<void> {
  const { history } = passwordRules[ctx.identity.passwordProfile];
  if (history === 0) return;
  const { rows } = await ctx.db.execute<{ password_hash: string }>(
    sql`select password_hash from app.earlier_passwords(${letter}, ${history}, ${ctx.now.toISOString()}::timestamptz)`,
  );
  for (const { password_hash: hash } of rows)
    if (await verifyPassword(hash, password)) throw toInputError([{ field, rule: "alreadyUsed" }]);
}

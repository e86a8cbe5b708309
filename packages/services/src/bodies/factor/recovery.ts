import { sql } from "drizzle-orm";
import { customAlphabet } from "nanoid";
import type { Context } from "../../kernel/context.ts";

const howMany = 10;
// Sixty bits without letters that are taken for one another.
const mintCode = customAlphabet("23456789ABCDEFGHJKLMNPQRSTUVWXYZ", 12);

/** What is kept of a code: it is random, and the key of the digest is not in the database. */
export function recoveryHash(ctx: Context, personId: string, code: string): string {
  return ctx.identity.digest(`${personId} ${code.replace(/[\s-]/g, "").toUpperCase()}`);
}

/** Makes ten new codes; the earlier ones end. The answer is the only place where they are ever seen. [ID1] */
export async function renewCodes(ctx: Context, personId: string): Promise<string[]> {
  const codes = Array.from({ length: howMany }, () => mintCode());
  const ids = `{${codes.map(() => ctx.newId()).join(",")}}`;
  const hashes = `{${codes.map((code) => recoveryHash(ctx, personId, code)).join(",")}}`;
  await ctx.db.execute(
    sql`select app.set_recovery(${ids}::uuid[], ${hashes}::text[], ${ctx.now.toISOString()}::timestamptz)`,
  );
  return codes.map((code) => code.replace(/.{4}(?=.)/g, "$&-"));
}

export async function countCodes(ctx: Context): Promise<number> {
  const { rows } = await ctx.db.execute<{ left: number }>(sql`select app.recovery_left() as left`);
  return rows[0]?.left ?? 0;
}

import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";

/** The request by which both bodies agreed that one record gives way to the other, or null. [BD8] */
export async function findSigned(ctx: Context, from: string, into: string): Promise<string | null> {
  const { rows } = await ctx.db.execute<{ id: string | null }>(
    sql`select app.signed_merge(${from}::uuid, ${into}::uuid, ${ctx.now.toISOString()}::timestamptz) as id`,
  );
  return rows[0]?.id ?? null;
}

import { sql } from "drizzle-orm";
import type { Context } from "./context.ts";

/**
 * Takes a lock so that two calls never count the same thing at once and together pass its limit. [RA7]
 * Call it right before counting: the lock holds until the transaction ends.
 */
export async function takeTurn(ctx: Context, counted: string, holder: string): Promise<void> {
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${counted} ${holder}`}, 0))`);
}

import { sql } from "drizzle-orm";
import type { Context } from "./context.ts";

/**
 * Waits until nobody else counts the same to its end: what is counted next cannot be overrun by a call beside it ([RA7]).
 * Taken last before counting, for it holds until the transaction ends.
 */
export async function takeTurn(ctx: Context, counted: string, holder: string): Promise<void> {
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${counted} ${holder}`}, 0))`);
}

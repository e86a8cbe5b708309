import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";

/**
 * Lets this transaction see addresses whose secret is sealed. A worker of the release before, which would sign with what it
 * cannot open, does not say so and sees none of them: their events wait for one that can ([WH7]).
 */
export async function unsealHere(ctx: Context): Promise<void> {
  await ctx.db.execute(sql`select set_config('app.unseals', '1', true)`);
}

import { sql } from "drizzle-orm";
import type { Context } from "./context.ts";

/** Shows the database that a process of the web began this transaction; without it nothing that ends in a credential runs. [ID11] */
export async function prove(ctx: Context): Promise<void> {
  const { rows } = await ctx.db.execute<{ id: string }>(sql`select pg_current_xact_id()::text as id`);
  const proof = ctx.identity.prove(rows[0]?.id ?? "");
  await ctx.db.execute(sql`select set_config('app.proof', ${proof}, true)`);
}

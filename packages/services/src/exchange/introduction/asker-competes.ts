import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";

/** Whether the asking side competes with the asked posting ([IN8]); null for whoever is not asked to answer. */
export async function askerCompetes(ctx: Context, introductionId: string): Promise<boolean | null> {
  const { rows } = await ctx.db.execute<{ competes: boolean | null }>(
    sql`select app.asker_competes(${introductionId}::uuid) as competes`,
  );
  return rows[0]?.competes ?? null;
}

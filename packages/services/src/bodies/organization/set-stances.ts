import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";

/** Writes the stances of one source, and has the walls of all whom they move made anew. */
export async function setStances(
  ctx: Context,
  organizationId: string,
  source: string,
  keys: readonly string[],
): Promise<void> {
  const { rows } = await ctx.db.execute<{ moved: string[] }>(
    sql`select app.set_stances(${organizationId}::uuid, ${source},
      array(select jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb)), ${ctx.now.toISOString()}::timestamptz) as moved`,
  );
  for (const moved of rows[0]?.moved ?? [])
    await ctx.enqueue("organization.rewall", { organizationId: moved });
}

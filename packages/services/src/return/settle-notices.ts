import { sql } from "drizzle-orm";
import type { Context } from "../kernel/context.ts";

/** Nobody of the organization is asked any more for a return that is handed in ([NO5]). */
export async function settleNotices(ctx: Context, formId: string): Promise<void> {
  const { rows } = await ctx.db.execute<{ personId: string }>(
    sql`select distinct p as "personId" from app.settle_return_notices(${formId}::uuid, ${ctx.now.toISOString()}::timestamptz) p`,
  );
  await ctx.announce(
    ...rows.map(({ personId }) => ({ topic: "notice" as const, personId, subjectId: formId })),
  );
}

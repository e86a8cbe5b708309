import { organizationOf } from "@lilink/model/policy";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";

/** Nobody of the organization is asked any more for a return that is handed in ([NO5]). */
export async function settleNotices(ctx: Context, formId: string): Promise<void> {
  await ctx.db.execute(
    sql`select app.settle_return_notices(${formId}::uuid, ${ctx.now.toISOString()}::timestamptz)`,
  );
  const organizationId = organizationOf(ctx.actor);
  if (organizationId) await ctx.announce({ topic: "notice", organizationId, subjectId: formId });
}

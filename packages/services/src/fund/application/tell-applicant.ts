import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";

type Told = {
  readonly id: string;
  readonly publicId: string;
  readonly organizationId: string;
  readonly title: string;
  readonly state: string;
};

/** Tells the lead of each of these applications of a decision that was just made on it. [FU27] */
export async function tellApplicants(ctx: Context, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const { rows } = await ctx.db.execute<Told>(
    sql`select id, public_id as "publicId", org_id as "organizationId", title, state from fund_application where id = any (${sql.param(ids)}::uuid[])`,
  );
  await ctx.enqueueAll(
    "notice.deliver",
    rows.map(({ id, publicId, organizationId, title, state }) => ({
      kind: "fund.decided" as const,
      causeKey: `fund:${id}:${state}:${ctx.now.getTime()}`,
      path: `/fund/applications/${publicId}`,
      params: { title },
      organizationId,
    })),
  );
}

import { organizationOf } from "@lilink/model/policy";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * Tells the schema `trace` who acts, for the rest of the transaction. By literal SET LOCAL, since that alone reaches the servers
 * of a cluster; what stands in the text is a uuid or a constant. A job acts for whoever sent it: `sender`. [TR21]
 */
export async function actInTrace(ctx: Context, sender: string | null = null): Promise<void> {
  const org = ctx.actor.kind === "job" ? sender : organizationOf(ctx.actor);
  if (org !== null && !uuid.test(org)) throw new Error("an organization's id is a uuid");
  const oversees = ctx.actor.kind !== "job" && (await isOverseer(ctx));
  for (const text of [
    "set local citus.propagate_set_commands = 'local'",
    `set local trace.kind = '${ctx.actor.kind === "job" ? "job" : "reader"}'`,
    `set local trace.org = '${org ?? ""}'`,
    `set local trace.oversees = '${oversees ? "1" : ""}'`,
  ])
    await ctx.db.execute(sql.raw(text));
}

async function isOverseer(ctx: Context): Promise<boolean> {
  const { rows } = await ctx.db.execute<{ oversees: boolean }>(
    sql`select app.officer() and not app.of_several() as oversees`,
  );
  return rows[0]?.oversees === true;
}

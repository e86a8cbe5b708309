import type { Resource } from "@lilink/model/policy";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";

/** Rules and licences bind everybody: an officer who belongs to another body too leaves them to the others. [TR25] */
export async function onlyOfficers(ctx: Context): Promise<Resource> {
  const { rows } = await ctx.db.execute<{ several: boolean }>(sql`select app.of_several() as several`);
  return { conflict: rows[0]?.several === true };
}

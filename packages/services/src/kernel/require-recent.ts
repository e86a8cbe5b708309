import { LilinkError } from "@lilink/model/error";
import { recentMilliseconds } from "@lilink/model/identity";
import { sql } from "drizzle-orm";
import type { Context } from "./context.ts";

/** Throws CONFIRM_FIRST when the person last signed in too long ago. Keys and jobs have no session and are not asked. [ID4] */
export async function requireRecent(ctx: Context): Promise<void> {
  const since = new Date(ctx.now.getTime() - recentMilliseconds);
  const { rows } = await ctx.db.execute<{ recent: boolean }>(
    sql`select app.confirmed_since(${since.toISOString()}::timestamptz) as recent`,
  );
  if (!rows[0]?.recent) throw new LilinkError("CONFIRM_FIRST");
}

import { attachment } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { eq, sql } from "drizzle-orm";
import type { Context } from "../kernel/context.ts";

/** Refuses a file that would take an organization over what it may store; two uploads at once are counted one after the other ([RA7]). */
export async function requireRoom(ctx: Context, organizationId: string, size: number): Promise<void> {
  await ctx.db.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`storage ${organizationId}`}, 0))`,
  );
  const [stored] = await ctx.db
    .select({ bytes: sql<number>`coalesce(sum(${attachment.size}), 0)::float8` })
    .from(attachment)
    .where(eq(attachment.organizationId, organizationId));
  const max = ctx.guard.storageQuota;
  if ((stored?.bytes ?? 0) + size > max) throw new LilinkError("LIMIT_REACHED", { max });
}

/** Refuses what a scanner knows as harmful, where one is configured ([RA8]). */
export async function requireHarmless(ctx: Context, bytes: Uint8Array): Promise<void> {
  if ((await ctx.guard.scan?.(bytes)) === "infected") throw new LilinkError("UNSUPPORTED_TYPE");
}

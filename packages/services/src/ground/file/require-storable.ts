import { LilinkError } from "@lilink/model/error";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";

/** Refuses a file that takes the actor's organization over its quota; two at once are counted one after the other ([RA7]). */
export async function requireRoom(ctx: Context, size: number): Promise<void> {
  const { rows } = await ctx.db.execute<{ bytes: number }>(sql`select app.stored_bytes()::float8 as bytes`);
  const max = ctx.guard.storageQuota;
  if ((rows[0]?.bytes ?? 0) + size > max) throw new LilinkError("LIMIT_REACHED", { max });
}

/** Refuses what a scanner knows as harmful, where one is configured ([RA8]). */
export async function requireHarmless(ctx: Context, bytes: Uint8Array): Promise<void> {
  if ((await ctx.guard.scan?.(bytes)) === "infected") throw new LilinkError("UNSUPPORTED_TYPE");
}

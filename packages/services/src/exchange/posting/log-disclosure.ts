import { narrownessOf } from "@lilink/model/posting";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import type { PostingReading } from "./read-parts.ts";

/** Writes that this actor reads confidential parts, with the narrowest level that arrived ([PO5]). */
export async function logDisclosure(
  ctx: Context,
  reading: Pick<PostingReading, "id" | "version" | "levels">,
  purpose: "partner" | "review" | "attachment",
): Promise<void> {
  const level = [...reading.levels].sort((a, b) => narrownessOf(b) - narrownessOf(a))[0] ?? "everyone";
  await ctx.db.execute(
    sql`select app.log_disclosure(${reading.id}::uuid, ${reading.version}::int, ${level}, ${purpose}, ${ctx.newId()}::uuid, ${ctx.now.toISOString()}::timestamptz)`,
  );
}

import { person } from "@lilink/db/schema";
import { personOf } from "@lilink/model/policy";
import { eq, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";

/** The hash of the actor's own password; null for whoever signs in by a provider alone. */
export async function findOwnHash(ctx: Context): Promise<string | null> {
  const [self] = await ctx.db
    .select({ email: person.email })
    .from(person)
    .where(eq(person.id, personOf(ctx.actor) ?? ""));
  const found = await ctx.db.execute<{ password_hash: string }>(
    sql`select password_hash from app.find_credential(${self?.email ?? ""})`,
  );
  return found.rows[0]?.password_hash ?? null;
}

import { organization } from "@lilink/db/schema";
import { eq, type SQL, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";

/**
 * The organizations of which the acting person decides and reads nothing in confidence ([PL12]): the other bodies to which
 * an officer or a checker belongs, who competes with them, and their groups. The database keeps the same wall by itself.
 */
export const listBarred = (ctx: Context) => readIds(ctx, sql`app.barred()`);

/** The postings in review that are of such an organization, or whose wall stands against one of the person's other bodies. */
export const listBarredReviews = (ctx: Context) => readIds(ctx, sql`app.barred_reviews()`);

async function readIds(ctx: Context, asked: SQL): Promise<ReadonlySet<string>> {
  const { rows } = await ctx.db.execute<{ ids: string[] }>(sql`select ${asked} as ids`);
  return new Set(rows[0]?.ids);
}

/** For `authorize.resource` of decisions on an organization. */
export async function impartialTo(ctx: Context, publicId: string) {
  const [row] = await ctx.db
    .select({ id: organization.id })
    .from(organization)
    .where(eq(organization.publicId, publicId));
  return { conflict: row !== undefined && (await listBarred(ctx)).has(row.id) };
}

/**
 * For `authorize.resource` of the audit, which tells of everybody, and of introductions: whoever acts for the secretariat, a
 * regulator or the operator and belongs to another body neither reads the one nor asks and answers the others. A refusal case by case would tell who stands behind a posting.
 */
export async function ofOneBody(ctx: Context) {
  const { rows } = await ctx.db.execute<{ several: boolean }>(sql`select app.of_several() as several`);
  return { conflict: rows[0]?.several === true };
}

import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { readCounts } from "../search/count-facets.ts";
import { type ConceptCounts, sumByConcept } from "../search/count-postings.ts";

/**
 * Live postings by concept, each counted once at its first concept, from facts that everyone may read: the same for
 * every reader ([CH11]). Concepts without any are left out.
 */
export async function countPostings(ctx: Context): Promise<ConceptCounts[]> {
  const { rows } = await ctx.db.execute<{ counts: string }>(sql`select app.live_counts() as counts`);
  const counts = sumByConcept(readCounts(rows[0]?.counts ?? "").cube);
  return counts.toSorted((a, b) => (a.concept < b.concept ? -1 : 1));
}

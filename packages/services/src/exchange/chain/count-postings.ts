import type { LinkId, PostingCounts } from "@lilink/model/chain";
import type { PostingKind } from "@lilink/model/posting";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { readCounts } from "../search/count-facets.ts";

export type ConceptCounts = PostingCounts & { readonly concept: string; readonly link: LinkId };

type Cell = readonly [kind: PostingKind, link: LinkId, concept: string, count: number];

const columnOf = { capability: "capabilities", need: "needs", project: "projects" } as const;

/**
 * Live postings by concept, each counted once at its first concept, from facts that everyone may read: the same for
 * every reader ([CH11]). Concepts without any are left out.
 */
export async function countPostings(ctx: Context): Promise<ConceptCounts[]> {
  const { rows } = await ctx.db.execute<{ counts: string }>(sql`select app.live_counts() as counts`);
  const counts = new Map<string, ConceptCounts>();
  for (const cell of readCounts(rows[0]?.counts ?? "").cube) {
    const [kind, link, concept, count] = cell as Cell;
    const known = counts.get(concept) ?? { concept, link, capabilities: 0, needs: 0, projects: 0 };
    counts.set(concept, { ...known, [columnOf[kind]]: known[columnOf[kind]] + count });
  }
  return [...counts.values()].sort((a, b) => (a.concept < b.concept ? -1 : 1));
}

import type { FactorFact } from "@lilink/model/chain-health";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";

export type PostingTally = {
  readonly concept: string;
  readonly needs: number;
  /** Needs that have been live for more than 30 days. */
  readonly oldNeeds: number;
  readonly capabilities: number;
  readonly projects: number;
};

const patience = 30;

/** Live postings of each node, by facts that everyone may read. */
export async function readTallies(ctx: Context): Promise<readonly PostingTally[]> {
  const before = new Date(ctx.now.getTime() - patience * 86_400_000).toISOString();
  const { rows } = await ctx.db.execute<PostingTally>(
    sql`select concept, count(*) filter (where kind = 'need')::int as needs,
        count(*) filter (where kind = 'need' and published_at < ${before}::timestamptz)::int as "oldNeeds",
        count(*) filter (where kind = 'capability')::int as capabilities, count(*) filter (where kind = 'project')::int as projects
      from (select posting_id, kind, concept, min(published_at) as published_at from posting_part
        where level = 'everyone' and state = 'live' group by 1, 2, 3) p group by concept order by concept`,
  );
  return rows;
}

/**
 * The share of a node's needs that waited for 30 days while fewer offers than that stand beside them. Who answered whom is secret and does
 * not count. [WL7]
 */
export function toNeedFacts(tallies: readonly PostingTally[], on: string): readonly FactorFact[] {
  return tallies
    .filter(({ needs }) => needs > 0)
    .map(({ concept, needs, oldNeeds, capabilities, projects }) => {
      const share = Math.max(0, oldNeeds - capabilities - projects) / needs;
      return {
        node: concept,
        factor: "unanswered_needs",
        low: share,
        high: share,
        asOf: on,
        source: "posting",
        path: `/postings?concept=${concept}&kind=need`,
      };
    });
}

import { concepts } from "@lilink/model/chain";
import { type FactorFact, type MeasuredGap, shareBehind } from "@lilink/model/chain-health";
import { patentNodesOf } from "@lilink/model/governance";
import { registerOf } from "@lilink/model/register";
import { lastDayOf } from "@lilink/model/return";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { headOf, versionOf } from "../../record/record-tables.ts";
import { readPatents } from "../governance/load-barriers.ts";

const gaps = registerOf("gapRecord");
const laboratories = registerOf("laboratory");
const platforms = registerOf("keyPlatform");
const calls = registerOf("fundCall");
const weakLinks = registerOf("weakLink");

type GapRow = MeasuredGap & {
  readonly publicId: string;
  readonly node: string;
  readonly measure: string;
  readonly unit: string;
  readonly method: string | null;
  readonly year: number | null;
  readonly savedOn: string;
};

/** How far the country is behind where a gap is comparable and says which way is better. [WL6] */
export async function readGapFacts(ctx: Context): Promise<readonly FactorFact[]> {
  return (await readGaps(ctx)).map((gap) => {
    const behind = shareBehind(gap);
    return {
      node: gap.node,
      factor: "tech_gap",
      low: behind,
      high: behind,
      asOf: gap.year === null ? gap.savedOn : lastDayOf(String(gap.year)),
      source: "gap",
      path: `/gaps/${gap.publicId}`,
    };
  });
}

/** Comparable gaps that name their node and which way is better. */
export async function readGaps(ctx: Context): Promise<readonly GapRow[]> {
  const { rows } = await ctx.db.execute<GapRow>(
    sql`select h.public_id as "publicId", v.node, v.measure, v.unit, v.method, v.better, v.domestic_value::float8 as domestic, v.frontier_value::float8 as frontier,
        v.floor_value::float8 as floor, least(v.domestic_year, v.frontier_year) as year,
        to_char(v.saved_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as "savedOn"
      from ${headOf(gaps)} h join ${versionOf(gaps)} v on v.record_id = h.id and v.status = 'live' and v.level = 'everyone'
      where v.comparison = 'comparable' and v.node is not null and v.better is not null and v.domestic_value is not null
        and v.frontier_value is not null
      order by h.id limit 5000`,
  );
  return rows;
}

/** How many patents stand in the way of a node: those that live, and up to those whose standing nobody looked up. */
export async function readPatentFacts(ctx: Context, on: string): Promise<readonly FactorFact[]> {
  const found = (await readPatents(ctx, on)).filter(({ route }) => route !== "not_affected");
  const byNode = new Map<string, { live: number; open: number }>();
  for (const { node, standing } of found) {
    const known = byNode.get(node) ?? { live: 0, open: 0 };
    byNode.set(node, {
      live: known.live + (standing === "live" ? 1 : 0),
      open: known.open + (standing === "pending" || standing === "unclear" ? 1 : 0),
    });
  }
  return concepts.flatMap(({ id }): readonly FactorFact[] => {
    const counts = patentNodesOf(id).flatMap((node) => byNode.get(node) ?? []);
    if (counts.length === 0) return [];
    const live = counts.reduce((sum, one) => sum + one.live, 0);
    const open = counts.reduce((sum, one) => sum + one.open, 0);
    return [
      {
        node: id,
        factor: "patent_exposure",
        low: live,
        high: live + open,
        ...(open > 0 && { why: "uncertain" as const }),
        asOf: on,
        source: "patent",
        path: `/patents?node=${patentNodesOf(id)[0]}`,
      },
    ];
  });
}

export type Benches = ReadonlyMap<string, { readonly laboratories: number; readonly platforms: number }>;

/** Laboratories and platforms that name a node, as far as they are registered. */
export async function readBenches(ctx: Context): Promise<Benches> {
  const { rows } = await ctx.db.execute<{ node: string; laboratories: number; platforms: number }>(
    sql`select node, count(*) filter (where kind = 'laboratory')::int as laboratories, count(*) filter (where kind = 'platform')::int as platforms
      from (select v.node, 'laboratory' as kind from ${versionOf(laboratories)} v where v.status = 'live' and v.level = 'everyone'
        union all select v.node, 'platform' from ${versionOf(platforms)} v where v.status = 'live' and v.level = 'everyone'
          and v.kind in ('pilot_line', 'test_base', 'innovation_centre')) b
      where node is not null group by node`,
  );
  return new Map(rows.map(({ node, ...counts }) => [node, counts]));
}

/** Calls of the fund that are published or decided, by the node of the weak link that each starts from, and of its gap. */
export async function readCalls(ctx: Context): Promise<ReadonlyMap<string, number>> {
  const { rows } = await ctx.db.execute<{ node: string; calls: number }>(
    sql`select node, count(distinct id)::int as calls from (
        select g.node, h.id from ${headOf(calls)} h
          join ${versionOf(calls)} c on c.record_id = h.id and c.status = 'live' and c.level = 'everyone'
          join ${versionOf(gaps)} g on g.record_id = c.gap_id and g.status = 'live' and g.level = 'everyone'
          where h.state in ('published', 'decided')
        union all select l.node, h.id from ${headOf(calls)} h
          join ${versionOf(calls)} c on c.record_id = h.id and c.status = 'live' and c.level = 'member'
          join ${versionOf(weakLinks)} l on l.record_id = c.weak_link_id and l.status = 'live' and l.level = 'member'
          where h.state in ('published', 'decided')) n
      where node is not null group by node`,
  );
  return new Map(rows.map(({ node, calls: count }) => [node, count]));
}

/** Of the nodes that anything else is known of: how many test places are registered. None registered may still be some. */
export function toBenchFacts(benches: Benches, nodes: readonly string[], on: string): readonly FactorFact[] {
  return nodes.map((node) => {
    const own = benches.get(node);
    const count = (own?.laboratories ?? 0) + (own?.platforms ?? 0);
    return {
      node,
      factor: "laboratory",
      low: count,
      high: Math.max(count, 1),
      ...(count === 0 && { why: "uncertain" as const }),
      asOf: on,
      source: "laboratory",
      path: own && own.laboratories > 0 ? "/laboratories" : "/platforms",
    };
  });
}

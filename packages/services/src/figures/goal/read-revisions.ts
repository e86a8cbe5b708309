import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";

/**
 * How far the national figures of measures moved between the first and the last edition of a period, as a share of the first: the
 * most so far, by "indicator measure". Of what this reader may see. [PG21]
 */
export async function readRevisions(
  ctx: Context,
  indicators: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await ctx.db.execute<{ measure: string; most: string }>(sql`
    with edition as (
      select f.indicator, f.measure, f.period, r.edition, f.value
      from figure_cell f join figure_release r on r.id = f.release_id and r.state = 'frozen'
      where f.dimensions = '{}' and f.status = 'published' and f.indicator = any(${sql.param(indicators)}::text[])
    ), ends as (
      select indicator, measure, (array_agg(value order by edition))[1] as first, (array_agg(value order by edition desc))[1] as last
      from edition group by indicator, measure, period having count(*) > 1
    )
    select indicator || ' ' || measure as measure, trim_scale(round(max(abs(last - first) / abs(first)), 6))::text as most
    from ends where first <> 0 group by indicator, measure having max(abs(last - first)) > 0`);
  return new Map(rows.map(({ measure, most }) => [measure, most]));
}

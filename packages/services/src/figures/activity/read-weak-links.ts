import { startOfShanghaiDay } from "@lilink/model/calendar";
import type { WeakLinkFact } from "@lilink/model/goals/exchange";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import type { Span } from "./span.ts";

/** Weak links that were confirmed and not closed when the year began, and whether each was closed in the span and still is. [EX7] */
export async function readWeakLinks(ctx: Context, span: Span): Promise<readonly WeakLinkFact[]> {
  const began = startOfShanghaiDay(`${span.firstDay.slice(0, 4)}-01-01`).toISOString();
  const stateAt = (at: ReturnType<typeof sql>) => sql`(select s.to_state from record_step s
    where s.register = 'weakLink' and s.record_id = h.id and s.taken_at < ${at} order by s.taken_at desc, s.id desc limit 1)`;
  const end = sql`least(${span.until}::timestamptz, ${span.asOf}::timestamptz + interval '1 millisecond')`;
  const { rows } = await ctx.db.execute<{
    fact: string;
    organization: string;
    concept: string;
    closed: boolean;
  }>(sql`
    with office as (select o.id from organization o where o.kind = 'coordination_group' and o.status = 'verified' order by o.id limit 1)
    select h.id as fact, coalesce(v.lead_id, office.id) as organization, v.node as concept,
      ${stateAt(end)} = 'closed' and exists (select 1 from record_step s where s.register = 'weakLink' and s.record_id = h.id
        and s.step = 'close' and s.taken_at >= ${span.from}::timestamptz and s.taken_at < ${end}) as closed
    from weak_link h join weak_link_version v on v.record_id = h.id and v.version = h.version cross join office
    where ${stateAt(sql`${began}::timestamptz`)} in ('confirmed', 'in_work', 'evidence_filed') order by h.id`);
  return rows.map(({ organization, ...fact }) => ({ ...fact, organizationId: organization }));
}

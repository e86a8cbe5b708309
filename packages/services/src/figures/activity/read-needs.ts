import type { NeedFact, WeakNeedFact } from "@lilink/model/goals/exchange";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { confirmedEntries, firstPublished, type Span } from "./span.ts";

/** Needs by the day of Shanghai on which they were first published, within a span and by the instant that is looked at. */
function postedNeeds(span: Span) {
  return sql`
    select p.id, p.organization_id, p.concept, p.state, p.ended_at, f.at
    from posting p cross join lateral (select ${firstPublished(sql`p.id`)} as at) f
    where p.kind = 'need' and p.concept is not null and p.created_at < ${span.until}::timestamptz
      and f.at >= ${span.from}::timestamptz and f.at < ${span.until}::timestamptz and f.at <= ${span.asOf}::timestamptz`;
}

/** A cohort of needs and what became of each within twelve months. [EX4] */
export async function readNeeds(ctx: Context, cohort: Span): Promise<readonly NeedFact[]> {
  const day = (at: ReturnType<typeof sql>) => sql`(${at} at time zone 'Asia/Shanghai')::date`;
  const { rows } = await ctx.db.execute<{
    fact: string;
    organization: string;
    kind: NeedFact["organizationKind"];
    concept: string;
    fulfilled: boolean;
    withdrawn: boolean;
    contact_days: number | null;
  }>(sql`
    with need as (${postedNeeds(cohort)}), met as (
      select n.id, i.id as introduction, i.sent_at from need n
      join introduction i on n.id in (i.asking_posting_id, i.asked_posting_id)
      where i.sent_at <= ${cohort.asOf}::timestamptz and i.sent_at < n.at + interval '12 months'
    )
    select n.id as fact, n.organization_id as organization, o.kind, n.concept,
      exists (select 1 from met m, ${confirmedEntries(cohort)} and l.introduction_id = m.introduction and m.id = n.id
        and l.step in ('contract', 'volume') and l.occurred_on::date < ${day(sql`n.at`)} + interval '12 months') as fulfilled,
      coalesce(n.state = 'closed' and n.ended_at < n.at + interval '12 months' and n.ended_at <= ${cohort.asOf}::timestamptz, false)
        as withdrawn,
      (select ${day(sql`min(m.sent_at)`)} - ${day(sql`n.at`)} from met m where m.id = n.id) as contact_days
    from need n join organization o on o.id = n.organization_id order by n.id`);
  return rows.map(({ organization, kind, contact_days, ...fact }) => ({
    ...fact,
    organizationId: organization,
    organizationKind: kind,
    contactDays: contact_days,
  }));
}

/** Needs that nothing offered when they came, once their thirty days are over. [EX5] */
export async function readWeakNeeds(ctx: Context, span: Span): Promise<readonly WeakNeedFact[]> {
  const { rows } = await ctx.db.execute<{
    fact: string;
    organization: string;
    concept: string;
    answered: boolean;
  }>(sql`
    with need as (${postedNeeds(span)})
    select n.id as fact, n.organization_id as organization, n.concept,
      exists (select 1 from introduction i where i.asked_posting_id = n.id and i.sent_at <= n.at + interval '30 days') as answered
    from need n
    where n.at + interval '30 days' <= ${span.asOf}::timestamptz and not exists (
      select 1 from posting q where q.concept = n.concept and q.kind in ('capability', 'project') and q.created_at <= n.at
        and (q.ended_at is null or q.ended_at > n.at) and ${firstPublished(sql`q.id`)} <= n.at)
    order by n.id`);
  return rows.map(({ organization, ...fact }) => ({ ...fact, organizationId: organization }));
}

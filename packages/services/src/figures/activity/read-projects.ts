import type { ProjectFact } from "@lilink/model/goals/exchange";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { confirmedEntries, firstPublished, type Span } from "./span.ts";

type Row = {
  readonly fact: string;
  readonly organization: string;
  readonly kind: ProjectFact["organizationKind"];
  readonly concept: string;
  readonly trl: number | null;
  readonly partners: ProjectFact["partners"] | null;
};

const toFact = ({ fact, organization, kind, concept, trl, partners }: Row): ProjectFact => ({
  fact,
  organizationId: organization,
  organizationKind: kind,
  concept,
  trl,
  partners: partners ?? [],
});

/**
 * Grants of the fund that ran in a span, with the partners that agreed, at the node of the weak link or the gap that their call starts from;
 * without a node nothing says which link they are of. [EX3]
 */
export async function readFundedProjects(ctx: Context, span: Span): Promise<readonly ProjectFact[]> {
  const { rows } = await ctx.db.execute<Row>(sql`
    with call as (
      select c.record_id, coalesce(max(l.node), max(g.node)) as node from fund_call_version c
      left join weak_link_version l on l.record_id = c.weak_link_id and l.status = 'live' and l.level = 'member'
      left join gap_record_version g on g.record_id = c.gap_id and g.status = 'live' and g.level = 'everyone'
      where c.status = 'live' group by 1
    )
    select a.id as fact, a.org_id as organization, o.kind, call.node as concept,
      (select m.trl from fund_maturity m where m.award_id = a.id and m.created_at <= ${span.asOf}::timestamptz order by m.position desc limit 1) as trl,
      (select json_agg(json_build_object('organizationKind', oo.kind, 'links', oo.links) order by oo.id)
        from fund_partner p join organization oo on oo.id = p.org_id where p.application_id = a.application_id and p.agreed_at is not null) as partners
    from fund_award a join organization o on o.id = a.org_id join call on call.record_id = a.call_id
    where call.node is not null and a.state <> 'terminated' and a.awarded_at <= ${span.asOf}::timestamptz
      and a.starts_on <= ${span.lastDay}::date and a.starts_on + make_interval(months => a.months) > ${span.firstDay}::date
    order by a.id`);
  return rows.map((row) => ({ ...toFact(row), fund: "public" as const }));
}

/** Projects that were live in a span, with the partners of whom a contract, trial or volume was confirmed by its end. [EX3] */
export async function readProjects(ctx: Context, span: Span): Promise<readonly ProjectFact[]> {
  const { rows } = await ctx.db.execute<Row>(sql`
    with done as (
      select distinct l.introduction_id from ${confirmedEntries(span)} and l.step in ('contract', 'trial', 'volume')
        and l.occurred_on <= ${span.lastDay}
    ), joined as (
      select distinct p.id, other.organization_id
      from done join introduction i on i.id = done.introduction_id
      join posting p on p.kind = 'project' and p.id in (i.asking_posting_id, i.asked_posting_id)
      join introduction_party other on other.introduction_id = i.id and other.organization_id <> p.organization_id
    )
    select p.id as fact, p.organization_id as organization, o.kind, p.concept, (v.content ->> 'trl')::integer as trl,
      (select json_agg(json_build_object('organizationKind', oo.kind, 'links', oo.links) order by oo.id)
        from joined j join organization oo on oo.id = j.organization_id where j.id = p.id) as partners
    from posting p join organization o on o.id = p.organization_id
    left join posting_version v on v.posting_id = p.id and v.version = coalesce(p.live_version, p.version)
    where p.id in (select id from joined) and p.concept is not null
      and ${firstPublished(sql`p.id`)} < ${span.until}::timestamptz and ${firstPublished(sql`p.id`)} <= ${span.asOf}::timestamptz
      and (p.ended_at is null or p.ended_at >= ${span.from}::timestamptz)
    order by p.id`);
  return rows.map(toFact);
}

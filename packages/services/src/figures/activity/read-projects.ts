import type { ProjectFact } from "@lilink/model/goals/exchange";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { confirmedEntries, firstPublished, type Span } from "./span.ts";

/** Projects that were live in a span, with the partners of whom a contract, trial or volume was confirmed by its end. [EX3] */
export async function readProjects(ctx: Context, span: Span): Promise<readonly ProjectFact[]> {
  const { rows } = await ctx.db.execute<{
    fact: string;
    organization: string;
    kind: ProjectFact["organizationKind"];
    concept: string;
    trl: number | null;
    partners: ProjectFact["partners"];
  }>(sql`
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
  return rows.map(({ fact, organization, kind, concept, trl, partners }) => ({
    fact,
    organizationId: organization,
    organizationKind: kind,
    concept,
    trl,
    partners,
  }));
}

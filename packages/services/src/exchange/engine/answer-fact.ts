import { sql } from "drizzle-orm";

/**
 * Every answer that somebody gave to a pair, as one organization sees it: of a pair the furthest step counts, an outcome
 * before an answer before a mark ([MT46]). `voice` is the group that an organization belongs to, else itself; the versions
 * are those that were live when the answer was given.
 */
export const answerFacts = sql`
  said as (
    select k.organization_id, k.own_posting_id as own, k.other_posting_id as other, k.marked_at as at, 1 as step,
      k.mark = 'pinned' as yes, k.reason
    from match_mark k where k.mark = 'pinned' or (k.mark = 'dismissed' and k.reason is not null)
    union all
    select p.organization_id, i.asked_posting_id, i.asking_posting_id, i.answered_at, 2, i.state <> 'declined', i.decline_reason::text
    from introduction i join introduction_party p on p.introduction_id = i.id and p.side = 'asked'
    where i.answered_at is not null and i.state in ('accepted', 'declined', 'ended') and i.asking_posting_id is not null and i.asked_posting_id is not null
    union all
    select p.organization_id, case p.side when 'asked' then i.asked_posting_id else i.asking_posting_id end,
      case p.side when 'asked' then i.asking_posting_id else i.asked_posting_id end, i.answered_at, 3, true, null
    from introduction i join introduction_party p on p.introduction_id = i.id
    where i.answered_at is not null and i.asking_posting_id is not null and i.asked_posting_id is not null
      and exists (select 1 from ledger_entry l where l.introduction_id = i.id and l.state = 'confirmed')
  ), furthest as (
    select distinct on (organization_id, own, other) * from said order by organization_id, own, other, step desc, at desc
  ), fact as (
    select coalesce('group ' || o.group_id, 'alone ' || f.organization_id) as voice, f.yes, f.reason, f.own, f.other,
      a.version as own_version, b.version as other_version
    from furthest f left join organization_profile o on o.organization_id = f.organization_id
    cross join lateral (${versionAt(sql`f.own`)}) a cross join lateral (${versionAt(sql`f.other`)}) b
  )`;

/** What was live at the time of the answer; where a renewal has moved the date since, the earliest that was ever live. */
function versionAt(posting: ReturnType<typeof sql>) {
  return sql`
    select e.version from posting_part e
    where e.posting_id = ${posting} and e.state in ('live', 'ended', 'past') and e.published_at is not null
    order by e.published_at <= f.at desc, case when e.published_at <= f.at then -e.version else e.version end limit 1`;
}

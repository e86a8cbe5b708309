import pg from "pg";

/** What the database holds of one journey: how many rows stand behind each of its steps. */
export type Holding = {
  readonly mark: string;
  readonly state: string;
  readonly drafts: number;
  readonly revision: number;
  readonly summary: string;
  readonly version: number;
  readonly versions: number;
  readonly parts: number;
  readonly liveVersion: number;
  readonly liveParts: number;
  readonly heads: number;
  readonly reviews: number;
  readonly matchedVersion: number;
  readonly matches: number;
  readonly matchJobs: number;
  readonly introductions: number;
  readonly parties: number;
  readonly people: number;
  readonly published: number;
  readonly mostFound: number;
  readonly received: number;
  readonly audits: Readonly<Record<string, number>>;
};

// Each table is read once, and not once a posting: there are thousands of them at the end.
const HOLDINGS = `
  with p as (select * from posting where title like $1 || '%'),
    d as (select posting_id, count(*)::int as n, max(revision) as revision, max(content ->> 'summary') as summary
      from posting_draft group by 1),
    v as (select posting_id, count(*)::int as n from posting_version group by 1),
    r as (select posting_id, count(*)::int as n,
      count(*) filter (where state = 'live' and published_at is not null)::int as live from posting_part group by 1),
    h as (select posting_id, count(*)::int as n from posting_head where state = 'published' group by 1),
    w as (select posting_id, count(*)::int as n from posting_review group by 1),
    m as (select own_posting_id as posting_id, count(*)::int as n from match group by 1),
    j as (select data ->> 'postingId' as posting_id, count(*)::int as n from pgboss.job
      where name = 'posting.match' and state = 'completed' group by 1),
    i as (select asked_posting_id as posting_id, count(*)::int as n from introduction group by 1),
    y as (select i.asked_posting_id as posting_id, count(*)::int as n
      from introduction i join introduction_party y on y.introduction_id = i.id group by 1),
    e as (select organization_id, count(*)::int as n from membership
      where role in ('admin', 'editor') and active group by 1),
    np as (select cause_key, count(*)::int as n from notice where kind = 'posting.published' group by 1),
    nf as (select posting_id, max(k)::int as n from (select split_part(cause_key, '/', 1) as posting_id, count(*) as k
      from notice where kind = 'match.found' group by 1, person_id, cause_key) x group by 1),
    nr as (select i.asked_posting_id as posting_id, count(*)::int as n from introduction i
      join notice n on n.kind = 'introduction.received' and n.cause_key = i.id::text group by 1),
    a as (select posting_id, jsonb_object_agg(action, k) as actions from (
      select coalesce(i.asked_posting_id, a.subject_id) as posting_id, a.action, count(*)::int as k
      from audit_entry a left join introduction i on i.id = a.subject_id
      where a.action in ('posting.create', 'posting.submit', 'posting.publish', 'introduction.ask') group by 1, 2) x
      group by 1)
  select p.title as mark, p.state, p.version,
    coalesce(p.live_version, 0) as "liveVersion", coalesce(p.matched_version, 0) as "matchedVersion",
    coalesce(d.n, 0) as drafts, d.revision, d.summary, coalesce(v.n, 0) as versions, coalesce(r.n, 0) as parts,
    coalesce(r.live, 0) as "liveParts", coalesce(h.n, 0) as heads, coalesce(w.n, 0) as reviews,
    coalesce(m.n, 0) as matches, coalesce(j.n, 0) as "matchJobs", coalesce(i.n, 0) as introductions,
    coalesce(y.n, 0) as parties, coalesce(e.n, 0) as people, coalesce(np.n, 0) as published,
    coalesce(nf.n, 0) as "mostFound", coalesce(nr.n, 0) as received, coalesce(a.actions, '{}') as audits
  from p left join d on d.posting_id = p.id left join v on v.posting_id = p.id left join r on r.posting_id = p.id
    left join h on h.posting_id = p.id left join w on w.posting_id = p.id left join m on m.posting_id = p.id
    left join j on j.posting_id = p.id::text left join i on i.posting_id = p.id left join y on y.posting_id = p.id
    left join e on e.organization_id = p.organization_id left join np on np.cause_key = p.id || '/1'
    left join nf on nf.posting_id = p.id::text left join nr on nr.posting_id = p.id left join a on a.posting_id = p.id
  order by p.title`;

// The jobs that the journeys cause; others (a digest of tomorrow) may wait.
const WAITING = `
  select (select count(*)::int from outbox where name in ('posting.match', 'market.pair', 'market.allocate', 'notice.deliver', 'organization.rewall'))
    + (select count(*)::int from pgboss.job where name in ('posting.match', 'market.pair', 'market.allocate', 'notice.deliver', 'organization.rewall')
        and state in ('created', 'retry', 'active')) as waiting,
    (select count(*)::int from pgboss.job where state = 'active') as active`;

export async function withOwner<T>(ownerUrl: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

export function readHoldings(ownerUrl: string, prefix: string): Promise<Holding[]> {
  return withOwner(ownerUrl, async (client) => (await client.query<Holding>(HOLDINGS, [prefix])).rows);
}

/** Asks over and over, on one connection, until `when` holds of the jobs or the time is up. */
export function waitForJobs(
  ownerUrl: string,
  patienceMs: number,
  when: (jobs: { readonly waiting: number; readonly active: number }) => boolean,
): Promise<boolean> {
  return withOwner(ownerUrl, async (client) => {
    const until = performance.now() + patienceMs;
    while (performance.now() < until) {
      const { rows } = await client.query<{ waiting: number; active: number }>(WAITING);
      if (rows[0] && when(rows[0])) return true;
      if (rows[0]?.active === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    }
    return false;
  });
}

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

const HOLDINGS = `
  select p.title as mark, p.state, p.version,
    coalesce(p.live_version, 0) as "liveVersion", coalesce(p.matched_version, 0) as "matchedVersion",
    (select count(*)::int from posting_draft d where d.posting_id = p.id) as drafts,
    (select max(d.revision) from posting_draft d where d.posting_id = p.id) as revision,
    (select max(d.content ->> 'summary') from posting_draft d where d.posting_id = p.id) as summary,
    (select count(*)::int from posting_version v where v.posting_id = p.id) as versions,
    (select count(*)::int from posting_part r where r.posting_id = p.id) as parts,
    (select count(*)::int from posting_part r
      where r.posting_id = p.id and r.state = 'live' and r.published_at is not null) as "liveParts",
    (select count(*)::int from posting_head h where h.posting_id = p.id and h.state = 'published') as heads,
    (select count(*)::int from posting_review r where r.posting_id = p.id) as reviews,
    (select count(*)::int from match m where m.own_posting_id = p.id) as matches,
    (select count(*)::int from pgboss.job j
      where j.name = 'posting.match' and j.state = 'completed' and j.data ->> 'postingId' = p.id::text) as "matchJobs",
    (select count(*)::int from introduction i where i.asked_posting_id = p.id) as introductions,
    (select count(*)::int from introduction i join introduction_party y on y.introduction_id = i.id
      where i.asked_posting_id = p.id) as parties,
    (select count(*)::int from membership m
      where m.organization_id = p.organization_id and m.role in ('admin', 'editor') and m.active) as people,
    (select count(*)::int from notice n
      where n.kind = 'posting.published' and n.cause_key = p.id || '/1') as published,
    (select coalesce(max(k), 0)::int from (select count(*) as k from notice n
      where n.kind = 'match.found' and n.cause_key like p.id || '/%' group by n.person_id, n.cause_key) x) as "mostFound",
    (select count(*)::int from introduction i join notice n on n.kind = 'introduction.received'
      and n.cause_key = i.id::text where i.asked_posting_id = p.id) as received,
    (select coalesce(jsonb_object_agg(x.action, x.k), '{}') from (select a.action, count(*)::int as k
      from audit_entry a where a.subject_id = p.id
        or a.subject_id in (select i.id from introduction i where i.asked_posting_id = p.id)
      group by a.action) x) as audits
  from posting p where p.title like $1 || '%' order by p.title`;

// The jobs that the journeys cause; others (a digest of tomorrow) may wait.
const WAITING = `
  select (select count(*)::int from outbox where name in ('posting.match', 'market.allocate', 'notice.deliver'))
    + (select count(*)::int from pgboss.job where name in ('posting.match', 'market.allocate', 'notice.deliver')
        and state in ('created', 'retry', 'active')) as waiting,
    (select count(*)::int from pgboss.job where state = 'active') as active`;

async function withOwner<T>(ownerUrl: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
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

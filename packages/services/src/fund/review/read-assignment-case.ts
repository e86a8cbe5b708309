import { rateExpertise } from "@lilink/model/fund";
import { conflictsOf, type PastTeam, type ReviewConflict, type ReviewerFacts } from "@lilink/model/fund/life";
import { searchTermsOf } from "@lilink/model/text";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";

type Entry = {
  readonly id: string;
  readonly title: string;
  readonly abstract: string;
  readonly people: readonly string[];
  readonly organizations: readonly string[];
  readonly groups: readonly string[];
  /** Who holds, held or gave back a task of it. */
  readonly known: readonly string[];
  readonly held: number;
};
type Reviewer = ReviewerFacts & {
  readonly personId: string;
  readonly subject: string;
  readonly most: number;
  readonly busy: number;
  readonly papers: readonly {
    readonly title: string;
    readonly abstract: string;
    readonly authors: readonly string[];
    readonly publishedOn: string;
  }[];
};
export type AssignmentCase = {
  readonly entries: readonly Entry[];
  readonly reviewers: readonly Reviewer[];
  readonly affinity: readonly (readonly number[])[];
  readonly conflicts: readonly (readonly [entry: number, reviewer: number])[];
  /** How often each kind of conflict kept somebody out. */
  readonly kinds: Readonly<Partial<Record<ReviewConflict, number>>>;
};

/** Who could read what: eligible applications of a call, active reviewers, how well they fit, and who must not. [FU14] [FU15] */
export async function readAssignmentCase(ctx: Context, callId: string, on: string): Promise<AssignmentCase> {
  const [entries, reviewers, past] = [
    await readEntries(ctx, callId),
    await readReviewers(ctx),
    await readPast(ctx, callId),
  ];
  const kinds: Partial<Record<ReviewConflict, number>> = {};
  const conflicts = entries.flatMap((entry, at) =>
    reviewers.flatMap((reviewer, index) => {
      const found = conflictsOf(reviewer, entry, past, on);
      for (const kind of found) kinds[kind] = (kinds[kind] ?? 0) + 1;
      return found.length > 0 || entry.known.includes(reviewer.personId) ? [[at, index] as const] : [];
    }),
  );
  const rated = rateExpertise(
    entries,
    reviewers.map(({ subject, papers }) => [{ title: subject, abstract: "" }, ...papers]),
    searchTermsOf,
  );
  const affinity = entries.map((_entry, at) => reviewers.map((_one, index) => rated[index]?.[at] ?? 0));
  return { entries, reviewers, affinity, conflicts, kinds };
}

async function readEntries(ctx: Context, callId: string): Promise<readonly Entry[]> {
  const { rows } = await ctx.db.execute<Entry>(sql`
    select a.id, a.title, a.abstract, array[a.leader] || a.team as people, b.bodies as organizations,
      array(select distinct p.group_id from organization_profile p where p.organization_id = any (b.bodies) and p.group_id is not null) as groups,
      array(select r.person_id from fund_review r where r.application_id = a.id) as known,
      (select count(*)::integer from fund_review r where r.application_id = a.id and r.state in ('assigned', 'submitted')) as held
    from fund_application a
    cross join lateral (select array(select a.org_id union select p.org_id from fund_partner p where p.application_id = a.id) as bodies) b
    where a.call_id = ${callId} and a.state = 'eligible' order by a.public_id`);
  return rows;
}

async function readReviewers(ctx: Context): Promise<readonly Reviewer[]> {
  const { rows } = await ctx.db.execute<Reviewer>(sql`
    select r.person_id as "personId", r.name, r.subject, r.declared, r.most,
      (select count(*)::integer from fund_review x where x.person_id = r.person_id and x.state = 'assigned') as busy,
      b.bodies as organizations,
      array(select distinct p.group_id from organization_profile p where p.organization_id = any (b.bodies) and p.group_id is not null) as groups,
      coalesce((select jsonb_agg(jsonb_build_object('title', p.title, 'abstract', p.abstract, 'authors', p.authors, 'publishedOn', p.published_on))
        from fund_paper p where p.person_id = r.person_id), '[]'::jsonb) as papers
    from fund_reviewer r
    cross join lateral (select array(select m.organization_id from membership m where m.person_id = r.person_id
      and (m.active or m.ended_at > ${ctx.now.toISOString()}::timestamptz - interval '1 year')) as bodies) b
    where r.active order by r.person_id`);
  return rows;
}

/** Teams of other calls; who stands in an application of this one is looked at by its own names. */
async function readPast(ctx: Context, callId: string): Promise<readonly PastTeam[]> {
  const { rows } = await ctx.db.execute<PastTeam>(sql`
    select array[a.leader] || a.team as people, to_char(a.submitted_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as on
    from fund_application a where a.submitted_at is not null and a.call_id <> ${callId}`);
  return rows;
}

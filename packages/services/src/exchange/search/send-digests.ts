import { followedConcept, goalPage, jobPayloads, postingPage, readPostingAddress } from "@lilink/contract";
import { membership, organization, person, savedSearch } from "@lilink/db/schema";
import { loadGoal } from "@lilink/model/goals";
import { and, eq, isNull, lt, or, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { conceptsOf, readWatchItems } from "../../record/read-watch-items.ts";
import { toBase, toColumnFilter } from "./find-hits.ts";
import { rankWords } from "./rank-words.ts";
import { isOpenTo, type SearchScope } from "./scope.ts";

const hourMilliseconds = 3_600_000;
/** A little less than the span, so that a job that comes early by minutes is not a day late. */
const span = { daily: 20 * hourMilliseconds, weekly: 6 * 24 * hourMilliseconds };

/**
 * Tells people what is new in their saved searches. The worker sees every row, so the scope is spelled out here and
 * is narrower than the reader's own: nothing behind the competitor wall takes part ([SE6]), and of a posting under terms only what
 * the reader's organization accepted ([US3]).
 */
export const sendDigests = defineMutation({
  name: "search.digest",
  input: jobPayloads["search.digest"],
  authorize: { action: "search.digest" },
  run: async (ctx, { every }) => {
    const before = new Date(ctx.now.getTime() - span[every]);
    const due = await ctx.db
      .select({
        id: savedSearch.id,
        publicId: savedSearch.publicId,
        personId: savedSearch.personId,
        organizationId: savedSearch.organizationId,
        name: savedSearch.name,
        page: savedSearch.page,
        query: savedSearch.query,
        since: sql<Date>`coalesce(${savedSearch.lastDigestAt}, ${savedSearch.createdAt})`.mapWith(
          savedSearch.createdAt,
        ),
        // As row security says it of the reader: not before the approval of its body can no longer be undone. [OR16]
        readsMembers: sql<boolean>`coalesce(${membership.active} and ${organization.status} = 'verified' and ${organization.kind} <> 'operator'
          and coalesce(${organization.membersFrom} <= ${ctx.now.toISOString()}::timestamptz, true), false)`,
      })
      .from(savedSearch)
      .innerJoin(person, and(eq(person.id, savedSearch.personId), isNull(person.disabledAt)))
      .leftJoin(
        membership,
        and(
          eq(membership.personId, savedSearch.personId),
          eq(membership.organizationId, savedSearch.organizationId),
        ),
      )
      .leftJoin(organization, eq(organization.id, savedSearch.organizationId))
      .where(
        and(
          eq(savedSearch.digest, every),
          or(isNull(savedSearch.lastDigestAt), lt(savedSearch.lastDigestAt, before)),
        ),
      )
      .orderBy(savedSearch.createdAt);
    const watched = await readWatched(ctx, due);
    for (const search of due) {
      const goal = search.page === goalPage ? new URLSearchParams(search.query).get("goal") : null;
      const concept = search.page === postingPage ? followedConcept(search.query) : null;
      const told = concept && search.readsMembers ? countWatch(watched, concept, search.since) : 0;
      const found = told + (goal ? await countReleases(ctx, goal, search) : await countNew(ctx, search));
      await ctx.db.update(savedSearch).set({ lastDigestAt: ctx.now }).where(eq(savedSearch.id, search.id));
      if (found === 0) continue;
      await ctx.enqueue("notice.deliver", {
        kind: "search.digest",
        causeKey: `${search.id}/${ctx.now.toISOString()}`,
        path: goal
          ? `${goalPage}/${goal}`
          : told > 0
            ? `/chain/${concept}`
            : search.query
              ? `${search.page}?${search.query}`
              : search.page,
        params: { name: search.name, count: String(found) },
        personId: search.personId,
      });
    }
    return { due: due.length };
  },
  audit: () => null,
});

async function countNew(
  ctx: Context,
  {
    organizationId,
    ...search
  }: {
    readonly query: string;
    readonly since: Date;
    readonly readsMembers: boolean;
    readonly organizationId: string | null;
  },
): Promise<number> {
  const filter = readPostingAddress(search.query);
  const scope: SearchScope = (alias) => {
    const part = sql.identifier(alias);
    const levels = search.readsMembers
      ? sql`(${part}.level = 'everyone' or ${part}.level = 'member' and ${isOpenTo(alias, organizationId, ctx.now)})`
      : sql`${part}.level = 'everyone'`;
    return sql`${part}.state = 'live' and ${levels} and not ${part}.walled
      and ${part}.published_at > ${search.since.toISOString()}::timestamptz and ${part}.valid_until > ${ctx.now.toISOString()}::timestamptz`;
  };
  const { base } = toBase(
    filter,
    scope,
    await rankWords(ctx, filter.q, search.readsMembers ? "member" : "everyone"),
  );
  const { rows } = await ctx.db.execute<{ n: number }>(
    sql`with ${base} select count(*)::int as n from base b where ${toColumnFilter(filter, "b")}`,
  );
  return rows[0]?.n ?? 0;
}

/** Releases with figures of a goal that its follower may read. [SE19] */
async function countReleases(
  ctx: Context,
  goalId: string,
  { since, readsMembers }: { readonly since: Date; readonly readsMembers: boolean },
): Promise<number> {
  const goal = loadGoal(goalId);
  const audiences = readsMembers ? ["everyone", "members"] : ["everyone"];
  const { rows } = await ctx.db.execute<{ n: number }>(sql`
    select count(*)::int as n from figure_release r
    where r.state = 'frozen' and r.frozen_at > ${since.toISOString()}::timestamptz and exists (
      select 1 from figure_cell c where c.release_id = r.id and c.dimensions = '{}' and c.audience = any (${sql.param(audiences)}::text[])
        and c.indicator = any (${sql.param([goal.indicator, ...goal.furtherIndicators])}::text[]))`);
  return rows[0]?.n ?? 0;
}

type Watched = readonly { readonly filedAt: Date; readonly concepts: readonly string[] }[];

/** Items of the watch since the oldest look of a follower, with the concepts that each names: read once for all. [WA6] */
async function readWatched(
  ctx: Context,
  due: readonly { readonly page: string; readonly query: string; readonly since: Date }[],
): Promise<Watched> {
  const follows = due.filter(({ page, query }) => page === postingPage && followedConcept(query) !== null);
  if (follows.length === 0) return [];
  const since = new Date(Math.min(...follows.map((one) => one.since.getTime())));
  return (await readWatchItems(ctx, since))
    .filter(({ state }) => state !== "merged")
    .map((row) => ({ filedAt: new Date(row.filedAt), concepts: conceptsOf(row) }));
}

/** Members alone read the watch; who may not hears nothing of it. [WA6] */
const countWatch = (watched: Watched, concept: string, since: Date): number =>
  watched.filter(({ filedAt, concepts }) => filedAt > since && concepts.includes(concept)).length;

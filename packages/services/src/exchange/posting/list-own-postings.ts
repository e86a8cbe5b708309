import { type Page, pageInput } from "@lilink/contract";
import * as shape from "@lilink/contract/rest";
import { advisedDraft, posting, postingDraft, postingHead, postingVersion } from "@lilink/db/schema";
import { organizationOf } from "@lilink/model/policy";
import { type PostingFigure, type PostingState, pickKeyFigures, postingStates } from "@lilink/model/posting";
import { and, count, desc, eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { requireOwn } from "../../ground/actor/own.ts";
import type { Context } from "../../kernel/context.ts";
import { defineQuery } from "../../kernel/define.ts";

/** How far a posting came: its matches, the introductions about it, those that both sides agreed to, and those with a confirmed outcome. */
export type PostingPath = {
  readonly matches: number;
  readonly introductions: number;
  readonly accepted: number;
  readonly outcomes: number;
};

const nowhere: PostingPath = { matches: 0, introductions: 0, accepted: 0, outcomes: 0 };

/** The organization's own postings, last touched first, with how many there are in each state. */
export const listOwnPostings = defineQuery({
  name: "posting.listOwn",
  input: pageInput.extend({
    states: z.array(z.enum(postingStates)).max(postingStates.length).optional(),
  }),
  rest: {
    tag: "postings",
    method: "GET",
    path: "/own/postings",
    output: shape.pageOf(shape.ownPosting).extend({ counts: z.record(z.string(), z.int()) }),
  },
  authorize: {
    action: "posting.readOwn",
    resource: (ctx) => ({ owner: organizationOf(ctx.actor) !== null }),
  },
  run: async (ctx, input) => {
    const organizationId = requireOwn(ctx);
    const own = eq(posting.organizationId, organizationId);
    const [touched, after] = input.cursor?.split("~") ?? [];
    const rows = await ctx.db
      .select({
        id: posting.id,
        publicId: posting.publicId,
        kind: posting.kind,
        state: posting.state,
        title: posting.title,
        concept: posting.concept,
        version: posting.version,
        liveVersion: posting.liveVersion,
        headState: postingHead.state,
        validUntil: posting.validUntil,
        submittedAt: posting.submittedAt,
        updatedAt: posting.updatedAt,
        draftAt: postingDraft.updatedAt,
        /** The adviser who prepared it. [AV4] */
        adviser: advisedDraft.adviserName,
        /** Of the version that was handed in last: what is being typed may hold no whole figure yet. */
        figures: sql<readonly PostingFigure[] | null>`${postingVersion.content} -> 'figures'`,
      })
      .from(posting)
      .leftJoin(postingHead, eq(postingHead.postingId, posting.id))
      .leftJoin(postingDraft, eq(postingDraft.postingId, posting.id))
      .leftJoin(
        postingVersion,
        and(eq(postingVersion.postingId, posting.id), eq(postingVersion.version, posting.version)),
      )
      .leftJoin(advisedDraft, eq(advisedDraft.postingId, posting.id))
      .where(
        and(
          own,
          input.states?.length ? inArray(posting.state, input.states) : undefined,
          touched && after
            ? sql`(${posting.updatedAt}, ${posting.id}) < (${touched}::timestamptz, ${after}::uuid)`
            : undefined,
        ),
      )
      .orderBy(desc(posting.updatedAt), desc(posting.id))
      .limit(input.limit + 1);
    const counted = await ctx.db
      .select({ state: posting.state, n: count() })
      .from(posting)
      .where(own)
      .groupBy(posting.state);
    const paths = await readPaths(ctx, organizationId);
    const items = rows.slice(0, input.limit).map(({ headState, figures, ...row }) => ({
      ...row,
      keyFigures: pickKeyFigures(figures ?? []),
      live: headState === "published",
      path: paths.get(row.publicId) ?? nowhere,
    }));
    const last = items.at(-1);
    const page: Page<(typeof items)[number]> = {
      items,
      nextCursor: rows.length > input.limit && last ? `${last.updatedAt.toISOString()}~${last.id}` : null,
    };
    const counts = Object.fromEntries(counted.map(({ state, n }) => [state, n]));
    return { ...page, counts: counts as Partial<Record<PostingState, number>>, reached: countReached(paths) };
  },
});

/** The path of each published posting. Matches are those that its page lists: live, of the live version, not put aside and breaking nothing hard. */
async function readPaths(ctx: Context, organizationId: string): Promise<ReadonlyMap<string, PostingPath>> {
  const { rows } = await ctx.db.execute<PostingPath & { publicId: string }>(sql`
    with own as materialized (
      select p.id, p.public_id, p.live_version from posting p join posting_head h on h.posting_id = p.id and h.state = 'published'
      where p.organization_id = ${organizationId}
    ), found as (
      select m.own_posting_id as id, count(*)::int as n from own join match m on m.own_posting_id = own.id and m.own_version = own.live_version
      join posting_part e on e.posting_id = m.other_posting_id and e.version = m.other_version and e.state = 'live'
        and e.level = 'everyone' and not e.walled and e.valid_until > ${ctx.now.toISOString()}::timestamptz
      left join match_mark k on k.own_posting_id = m.own_posting_id and k.other_posting_id = m.other_posting_id
      where k.mark is distinct from 'dismissed' and not (m.result ->> 'breaksHard')::boolean group by 1
    ), met as materialized (
      select own.id, i.id as introduction_id, i.state in ('accepted', 'ended') as accepted
      from own join introduction i on own.id in (i.asking_posting_id, i.asked_posting_id)
    ), asked as (
      select id, count(*)::int as n, count(*) filter (where accepted)::int as accepted,
        count(*) filter (where exists (select 1 from ledger_entry l where l.introduction_id = met.introduction_id and l.state = 'confirmed'))::int as outcomes
      from met group by 1
    )
    select own.public_id as "publicId", coalesce(found.n, 0) as matches, coalesce(asked.n, 0) as introductions,
      coalesce(asked.accepted, 0) as accepted, coalesce(asked.outcomes, 0) as outcomes
    from own left join found on found.id = own.id left join asked on asked.id = own.id`);
  return new Map(rows.map(({ publicId, ...path }) => [publicId, path]));
}

/** How many postings came to each step. */
function countReached(paths: ReadonlyMap<string, PostingPath>) {
  const of = (step: keyof PostingPath) => [...paths.values()].filter((path) => path[step] > 0).length;
  return {
    published: paths.size,
    matches: of("matches"),
    introductions: of("introductions"),
    accepted: of("accepted"),
    outcomes: of("outcomes"),
  };
}

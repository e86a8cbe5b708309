import { introduction, introductionParty, match, matchMark, posting, postingPart } from "@lilink/db/schema";
import { and, eq, inArray, isNull, notExists, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import type { DeskItem } from "./item.ts";

const most = 50;

/**
 * Counterparts of the organization's live postings that nobody has looked into yet: neither marked nor asked. Every row
 * was made from what its reader may read, and what has ended since is left out.
 */
export async function listMatchItems(ctx: Context, organizationId: string): Promise<DeskItem[]> {
  const asked = ctx.db
    .select({ one: sql`1` })
    .from(introduction)
    .innerJoin(introductionParty, eq(introductionParty.introductionId, introduction.id))
    .where(
      and(
        eq(introductionParty.organizationId, organizationId),
        eq(introductionParty.side, "asking"),
        eq(introduction.askedPostingId, match.otherPostingId),
      ),
    );
  const rows = await ctx.db
    .select({
      publicId: posting.publicId,
      title: posting.title,
      concept: posting.concept,
      count: sql<number>`count(*)::int`,
      since: sql<string>`max(${match.computedAt})`,
    })
    .from(match)
    .innerJoin(posting, and(eq(posting.id, match.ownPostingId), eq(posting.liveVersion, match.ownVersion)))
    .innerJoin(
      postingPart,
      and(
        eq(postingPart.postingId, match.otherPostingId),
        eq(postingPart.version, match.otherVersion),
        eq(postingPart.level, "everyone"),
        eq(postingPart.walled, false),
        eq(postingPart.state, "live"),
      ),
    )
    .leftJoin(
      matchMark,
      and(eq(matchMark.ownPostingId, match.ownPostingId), eq(matchMark.otherPostingId, match.otherPostingId)),
    )
    .where(
      and(
        eq(match.readerOrganizationId, organizationId),
        inArray(posting.state, ["published", "in_review", "returned"]),
        isNull(matchMark.mark),
        sql`${match.result} ->> 'breaksHard' is distinct from 'true'`,
        notExists(asked),
      ),
    )
    .groupBy(posting.publicId, posting.title, posting.concept)
    .limit(most);
  return rows.map((row) => ({
    kind: "matches",
    title: row.title || null,
    concept: row.concept,
    count: row.count,
    path: `/postings/${row.publicId}/matches`,
    due: null,
    since: new Date(row.since),
  }));
}

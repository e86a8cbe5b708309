import { postingRefSchema } from "@lilink/contract";
import { match, matchMark, posting } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { type MatchResult, modelVersion } from "@lilink/model/matching";
import { and, desc, eq, sql } from "drizzle-orm";
import { defineQuery } from "../kernel/define.ts";
import { ownPosting } from "../posting/load-posting-row.ts";
import { logDisclosure } from "../posting/log-disclosure.ts";
import { type OpenReading, readParts, toOpenReading } from "../posting/read-parts.ts";

export type MatchView = {
  readonly other: OpenReading;
  readonly result: MatchResult;
  readonly mark: "pinned" | "dismissed" | null;
  readonly markReason: string | null;
  readonly computedAt: Date;
};

/**
 * The counterparts of one's own posting, best first, pinned ahead. What has ended, expired or become unreadable since
 * is left out, and so is a result made from a version that is no longer the live one.
 */
export const listMatches = defineQuery({
  name: "match.list",
  input: postingRefSchema,
  authorize: { action: "match.read", resource: ownPosting },
  run: async (ctx, { publicId }) => {
    const [own] = await ctx.db
      .select({
        id: posting.id,
        state: posting.state,
        title: posting.title,
        kind: posting.kind,
        concept: posting.concept,
        liveVersion: posting.liveVersion,
        matchedVersion: posting.matchedVersion,
        live: sql<boolean>`exists (select 1 from posting_head h where h.posting_id = ${posting.id} and h.state = 'published')`,
      })
      .from(posting)
      .where(eq(posting.publicId, publicId));
    if (!own) throw new LilinkError("NOT_FOUND");
    const rows = await ctx.db
      .select({ match, mark: matchMark.mark, reason: matchMark.reason })
      .from(match)
      .leftJoin(
        matchMark,
        and(
          eq(matchMark.ownPostingId, match.ownPostingId),
          eq(matchMark.otherPostingId, match.otherPostingId),
        ),
      )
      .where(eq(match.ownPostingId, own.id))
      .orderBy(desc(match.score), match.otherPostingId);
    const readings = new Map(
      (
        await readParts(
          ctx,
          rows.map((row) => row.match.otherPostingId),
          ["live"],
        )
      ).map((reading) => [reading.id, reading]),
    );
    const views = rows.flatMap((row): MatchView[] => {
      const other = readings.get(row.match.otherPostingId);
      const current = other?.version === row.match.otherVersion && own.liveVersion === row.match.ownVersion;
      if (!other || !current || (other.validUntil && other.validUntil <= ctx.now)) return [];
      return [
        {
          other: toOpenReading(other),
          result: row.match.result as MatchResult,
          mark: row.mark === "pinned" || row.mark === "dismissed" ? row.mark : null,
          markReason: row.reason,
          computedAt: row.match.computedAt,
        },
      ];
    });
    const shown = new Set(views.map(({ other }) => other.publicId));
    for (const other of readings.values())
      if (shown.has(other.publicId) && other.levels.includes("partner"))
        await logDisclosure(ctx, other, "partner");
    const pinnedFirst = [...views].sort((a, b) => Number(b.mark === "pinned") - Number(a.mark === "pinned"));
    const standing = pinnedFirst.filter((view) => view.mark !== "dismissed");
    return {
      own: {
        publicId,
        state: own.state,
        title: own.title,
        kind: own.kind,
        concept: own.concept,
        live: own.live,
      },
      running: own.live && own.matchedVersion !== own.liveVersion,
      modelVersion,
      matches: standing.filter((view) => !view.result.breaksHard),
      nearMisses: standing.filter((view) => view.result.breaksHard),
      dismissed: pinnedFirst.filter((view) => view.mark === "dismissed"),
    };
  },
});

import { pageInput, postingRefSchema } from "@lilink/contract";
import { posting } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { type MatchResult, modelVersion } from "@lilink/model/matching";
import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Context } from "../kernel/context.ts";
import { defineQuery } from "../kernel/define.ts";
import { ownPosting } from "../posting/load-posting-row.ts";
import { logDisclosure } from "../posting/log-disclosure.ts";
import { type OpenReading, readParts, toOpenReading } from "../posting/read-parts.ts";
import {
  type MatchSection,
  matchSections,
  type PerSection,
  type PickedMatch,
  pickMatches,
  readMatchCursor,
  toMatchCursor,
} from "./pick-matches.ts";

export type MatchView = {
  readonly other: OpenReading;
  readonly result: MatchResult;
  readonly mark: "pinned" | "dismissed" | null;
  readonly markReason: string | null;
  readonly computedAt: Date;
};

/**
 * The counterparts of one's own posting, best first, pinned ahead: so many of each section, or the rest of one section
 * by its cursor. What has ended, expired or become unreadable since is left out, and so is a result made from a version
 * that is no longer the live one. Only what is answered is read, and only that is logged ([MT30]).
 */
export const listMatches = defineQuery({
  name: "match.list",
  input: postingRefSchema.extend({ ...pageInput.shape, section: z.enum(matchSections).optional() }),
  authorize: { action: "match.read", resource: ownPosting },
  run: async (ctx, { publicId, section, cursor, limit }) => {
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
    const after = cursor === undefined ? null : readMatchCursor(cursor);
    const only = after?.section ?? section;
    const { rows, counts } = await pickMatches(ctx, own, {
      ...(only ? { section: only } : {}),
      after,
      limit,
    });
    const of = (wanted: MatchSection) => rows.filter((row) => row.section === wanted);
    const views = await readViews(
      ctx,
      matchSections.flatMap((one) => of(one).slice(0, limit)),
    );
    const shown = (wanted: MatchSection) =>
      views.flatMap(({ row, view }) => (row.section === wanted ? [view] : []));
    const nextOf = (wanted: MatchSection) => {
      const last = of(wanted)[limit - 1];
      return last && of(wanted).length > limit ? toMatchCursor(last) : null;
    };
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
      counts,
      matches: shown("matches"),
      nearMisses: shown("nearMisses"),
      dismissed: shown("dismissed"),
      next: {
        matches: nextOf("matches"),
        nearMisses: nextOf("nearMisses"),
        dismissed: nextOf("dismissed"),
      } satisfies PerSection<string | null>,
    };
  },
});

/** The content of what is shown, each confidential reading logged before it is given. */
async function readViews(
  ctx: Context,
  rows: readonly PickedMatch[],
): Promise<{ row: PickedMatch; view: MatchView }[]> {
  const found = await readParts(
    ctx,
    rows.map((row) => row.posting_id),
    ["live"],
  );
  const readings = new Map(found.map((reading) => [reading.id, reading]));
  for (const reading of found)
    if (reading.levels.includes("partner")) await logDisclosure(ctx, reading, "partner");
  return rows.flatMap((row) => {
    const other = readings.get(row.posting_id);
    if (!other) return [];
    const { result, mark, reason } = row;
    const computedAt = new Date(row.computed_at);
    return [{ row, view: { other: toOpenReading(other), result, mark, markReason: reason, computedAt } }];
  });
}

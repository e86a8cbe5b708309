import { mostCompared, pageInput, postingRefSchema, publicIdSchema } from "@lilink/contract";
import * as shape from "@lilink/contract/rest";
import { z } from "zod";
import { defineQuery } from "../../kernel/define.ts";
import { readAnswered } from "../market/read-weights.ts";
import { toSuggestions } from "./list-suggestions.ts";
import { loadMatchedRow, matchedRow } from "./load-matched-row.ts";
import {
  type MatchSection,
  matchSections,
  type PerSection,
  pickMatches,
  readMatchCursor,
  toMatchCursor,
} from "./pick-matches.ts";
import { readMatches } from "./read-matches.ts";

/**
 * The counterparts of one's own posting, best first, pinned ahead: so many of each section, or the rest of one section
 * by its cursor. What has ended, expired or become unreadable since is left out, and so is a result made from a version
 * that is no longer the live one. Only what is answered is read, and only that is logged ([MT30]).
 */
export const listMatches = defineQuery({
  name: "match.list",
  input: postingRefSchema.extend({
    ...pageInput.shape,
    section: z.enum(matchSections).optional(),
    /** What `match.suggest` answers has a list of its own, once ranking has run; the counts are of all. */
    apart: z.boolean().optional(),
    /** Only the matches with these postings; the counts are of all. */
    only: z.array(publicIdSchema).max(mostCompared).optional(),
  }),
  rest: { tag: "matches", method: "GET", path: "/postings/{publicId}/matches", output: shape.matches },
  authorize: { action: "match.read", resource: matchedRow },
  run: async (ctx, { publicId, section, cursor, limit, apart = false, only: chosen }) => {
    const own = await loadMatchedRow(ctx, publicId);
    const after = cursor === undefined ? null : readMatchCursor(cursor);
    const only = after?.section ?? section;
    const isApart = apart && !own.running;
    const { rows, counts } = await pickMatches(ctx, own, {
      ...(only ? { section: only } : {}),
      ...(chosen ? { others: chosen } : {}),
      after,
      limit,
      market: isApart ? "apart" : "mixed",
    });
    const suggested = rows.filter((row) => row.apart);
    const of = (wanted: MatchSection) => rows.filter((row) => row.section === wanted && !row.apart);
    const views = await readMatches(ctx, [
      ...suggested,
      ...matchSections.flatMap((one) => of(one).slice(0, limit)),
    ]);
    const shown = (wanted: MatchSection) =>
      views.flatMap(({ row, view }) => (row.section === wanted && !row.apart ? [view] : []));
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
        volume: own.volume,
        cooperation: own.cooperation ?? [],
      },
      running: own.running,
      modelVersion: own.modelVersion,
      answered: await readAnswered(ctx, own.modelVersion),
      counts,
      suggestions: isApart ? toSuggestions(views.filter(({ row }) => row.apart)) : null,
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

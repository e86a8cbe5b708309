import { postingRefSchema } from "@lilink/contract";
import * as shape from "@lilink/contract/rest";
import { defineQuery } from "../../kernel/define.ts";
import { placesPerPosting } from "../market/read-book.ts";
import { loadMatchedRow, matchedRow } from "./load-matched-row.ts";
import { pickMatches } from "./pick-matches.ts";
import { type MatchView, readMatches } from "./read-matches.ts";

export type Suggestions = { readonly places: number; readonly suggestions: readonly MatchView[] };

/**
 * The counterparts that the allocation of the whole market shows to one's own posting, best first: few enough on each
 * side that everybody can look at them ([MK2]). What the reader dismissed, or finds broken by its own figures, is left out.
 */
export const listSuggestions = defineQuery({
  name: "match.suggest",
  input: postingRefSchema,
  rest: {
    tag: "matches",
    method: "GET",
    path: "/postings/{publicId}/suggestions",
    output: shape.suggestions,
  },
  authorize: { action: "match.read", resource: matchedRow },
  run: async (ctx, { publicId }) => {
    const own = await loadMatchedRow(ctx, publicId);
    const { rows } = await pickMatches(ctx, own, {
      section: "matches",
      after: null,
      limit: 0,
      market: "alone",
    });
    return toSuggestions(await readMatches(ctx, rows));
  },
});

export function toSuggestions(views: readonly { readonly view: MatchView }[]): Suggestions {
  return { places: placesPerPosting, suggestions: views.map(({ view }) => view) };
}

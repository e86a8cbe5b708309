import { postingRefSchema } from "@lilink/contract";
import { defineQuery } from "../kernel/define.ts";
import { placesPerPosting } from "../market/read-book.ts";
import { ownPosting } from "../posting/load-posting-row.ts";
import { loadMatchedRow } from "./load-matched-row.ts";
import { pickMatches } from "./pick-matches.ts";
import { readMatches } from "./read-matches.ts";

/** A project stands on both sides of the market and has places on each. */
const most = 2 * placesPerPosting;

/**
 * The counterparts that the allocation of the whole market shows to one's own posting, best first: few enough on each
 * side that everybody can look at them ([MK2]). What the reader dismissed, or finds broken by its own figures, is left out.
 */
export const listSuggestions = defineQuery({
  name: "match.suggest",
  input: postingRefSchema,
  authorize: { action: "match.read", resource: ownPosting },
  run: async (ctx, { publicId }) => {
    const own = await loadMatchedRow(ctx, publicId);
    const { rows } = await pickMatches(ctx, own, {
      section: "matches",
      after: null,
      limit: most,
      suggested: true,
    });
    const views = await readMatches(ctx, rows);
    return { places: placesPerPosting, suggestions: views.map(({ view }) => view) };
  },
});

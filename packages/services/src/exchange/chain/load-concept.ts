import { conceptRefSchema, postingSearchSchema } from "@lilink/contract";
import * as shape from "@lilink/contract/rest";
import {
  descendantsOf,
  judgeSupply,
  listConversions,
  listEditorNotes,
  loadConcept as loadChainConcept,
  loadStage,
  neighboursOf,
  type PostingCounts,
  specsOf,
} from "@lilink/model/chain";
import { defineQuery } from "../../kernel/define.ts";
import { searchPostings } from "../search/search-postings.ts";
import { countPostings } from "./count-postings.ts";

const shown = 10;
const none: PostingCounts = { capabilities: 0, needs: 0, projects: 0 };

/** A concept with all that is on record of it, how needs and offers stand, and the first live postings on it. */
export const loadConcept = defineQuery({
  name: "chain.concept",
  input: conceptRefSchema,
  rest: { tag: "chain", method: "GET", path: "/concepts/{concept}", open: true, output: shape.conceptPage },
  authorize: { action: "chain.browse" },
  run: async (ctx, input) => {
    const concept = loadChainConcept(input.concept);
    const neighbours = neighboursOf(concept.id);
    const counted = await countPostings(ctx);
    const kinds = new Set([concept.id, ...descendantsOf(concept.id)]);
    const near = new Set(neighbours.map((neighbour) => neighbour.concept));
    const counts = addUp(counted.filter((row) => kinds.has(row.concept)));
    const page = await searchPostings.run(
      ctx,
      postingSearchSchema.parse({ concept: [concept.id], limit: shown }),
    );
    return {
      concept,
      stage: loadStage(concept.stage),
      specs: specsOf(concept.id),
      neighbours,
      conversions: listConversions(concept),
      notes: listEditorNotes("concept", concept.id),
      /** Of the concept and its kinds together. */
      counts,
      supply: judgeSupply(counts),
      neighbourCounts: counted.filter((row) => near.has(row.concept)),
      postings: page.items,
    };
  },
});

function addUp(rows: readonly PostingCounts[]): PostingCounts {
  return rows.reduce(
    (sum, row) => ({
      capabilities: sum.capabilities + row.capabilities,
      needs: sum.needs + row.needs,
      projects: sum.projects + row.projects,
    }),
    none,
  );
}

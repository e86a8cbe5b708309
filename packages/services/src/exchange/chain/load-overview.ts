import * as shape from "@lilink/contract/rest";
import { z } from "zod";
import { defineQuery } from "../../kernel/define.ts";
import { countPostings } from "./count-postings.ts";

/** The chain alive: how many postings stand live at each concept. The chain itself is data of the model. */
export const loadOverview = defineQuery({
  name: "chain.overview",
  input: z.object({}).default({}),
  rest: {
    tag: "chain",
    method: "GET",
    path: "/concept-counts",
    open: true,
    output: z.object({ counts: z.array(shape.conceptCounts) }),
  },
  authorize: { action: "chain.browse" },
  run: async (ctx) => ({ counts: await countPostings(ctx) }),
});

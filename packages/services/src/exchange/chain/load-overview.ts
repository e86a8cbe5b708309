import { z } from "zod";
import { defineQuery } from "../../kernel/define.ts";
import { countPostings } from "./count-postings.ts";

/** The chain alive: how many postings stand live at each concept. The chain itself is data of the model. */
export const loadOverview = defineQuery({
  name: "chain.overview",
  input: z.object({}).default({}),
  authorize: { action: "chain.browse" },
  run: async (ctx) => ({ counts: await countPostings(ctx) }),
});

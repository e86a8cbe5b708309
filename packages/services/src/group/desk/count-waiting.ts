import { can, isOfficer } from "@lilink/model/policy";
import { z } from "zod";
import { findPairs } from "../../bodies/merge/find-pairs.ts";
import { defineQuery } from "../../kernel/define.ts";
import type { DeskItem } from "./item.ts";
import { listClaimItems, listContestItems, listReportItems, listReviewItems } from "./officer-items.ts";
import { listReturnReviewItems } from "./return-items.ts";

/** How much waits in each queue that this person may decide, as the desk counts it; 0 where the queue is not theirs. [DK3] */
export const countWaiting = defineQuery({
  name: "desk.waiting",
  input: z.object({}).default({}),
  authorize: { action: "desk.read" },
  run: async (ctx) => {
    const officer = isOfficer(ctx.actor);
    return {
      postings: officer ? countOf(await listReviewItems(ctx)) : 0,
      claims: officer ? countOf(await listClaimItems(ctx)) : 0,
      reports: officer ? countOf(await listReportItems(ctx)) : 0,
      duplicates: can(ctx.actor, "organization.decide") ? (await findPairs(ctx)).pairs.length : 0,
      contests: officer ? countOf(await listContestItems(ctx)) : 0,
      returns: can(ctx.actor, "return.decide") ? countOf(await listReturnReviewItems(ctx)) : 0,
    };
  },
});

function countOf(items: readonly DeskItem[]): number {
  return items.reduce((sum, { count }) => sum + count, 0);
}

import { leaveReviewSchema, submitReviewSchema } from "@lilink/contract";
import { fundReview } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { reviewMachine } from "@lilink/model/fund/life";
import { personOf } from "@lilink/model/policy";
import { and, eq } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { standsFor } from "../../kernel/stands-for.ts";

async function answer(
  ctx: Context,
  publicId: string,
  step: keyof typeof reviewMachine.steps,
  set: Partial<typeof fundReview.$inferInsert>,
) {
  const [row] = await ctx.db
    .update(fundReview)
    .set({ ...set, state: reviewMachine.steps[step].to, endedAt: ctx.now })
    .where(
      and(
        eq(fundReview.publicId, publicId),
        eq(fundReview.personId, personOf(ctx.actor) ?? ""),
        standsFor(fundReview.state, reviewMachine, step),
      ),
    )
    .returning({ id: fundReview.id });
  if (!row) throw new LilinkError("NOT_FOUND");
  return { id: row.id };
}

/** Hands a review in; it is not changed afterwards, since what others found is shown from here on. [FU16] */
export const submitReview = defineMutation({
  name: "fund.submitReview",
  input: submitReviewSchema,
  authorize: { action: "fund.review" },
  run: (ctx, { publicId, scores, ...texts }) =>
    answer(ctx, publicId, "submit", { scores: [...scores], ...texts }),
  audit: (_input, { id }) => ({ subjectKind: "fund_review", subjectId: id }),
});

/** Gives a task back: for a reason of one's own, or for a conflict that nobody knew of. [FU16] */
export const leaveReview = defineMutation({
  name: "fund.leaveReview",
  input: leaveReviewSchema,
  authorize: { action: "fund.review" },
  run: (ctx, { publicId, step, reason }) => answer(ctx, publicId, step, { reason }),
  audit: ({ step }, { id }) => ({ subjectKind: "fund_review", subjectId: id, detail: { step } }),
});

import { orderMilestoneSchema } from "@lilink/contract";
import { fundMilestone, fundMilestoneAfter } from "@lilink/db/schema";
import { LilinkError, toInputError } from "@lilink/model/error";
import { findCircle, milestoneMachine } from "@lilink/model/fund/life";
import { and, eq } from "drizzle-orm";
import { ownOrganization } from "../../ground/actor/own.ts";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { brokeLimit } from "../call/broke-limit.ts";
import { requireMilestone, requireOwnAward } from "./keep-milestone.ts";

/** Says which milestones one waits for and how long it may take. A circle is refused and told by its titles. [PJ1] [PJ4] */
export const orderMilestone = defineMutation({
  name: "fund.orderMilestone",
  input: orderMilestoneSchema,
  authorize: { action: "fund.apply", resource: ownOrganization },
  run: async (ctx, { publicId, after, points }) => {
    const { milestone, award } = await requireMilestone(ctx, publicId);
    await requireOwnAward(ctx, award.publicId);
    if (milestone.state !== milestoneMachine.start)
      throw new LilinkError("WRONG_STATE", { state: milestone.state });
    if (points && points.likely < points.short)
      throw toInputError([{ field: "points.likely", rule: "rangeReversed" }]);
    if (points && points.long < points.likely)
      throw toInputError([{ field: "points.long", rule: "rangeReversed" }]);
    const wanted = await findWanted(ctx, milestone, new Set(after));
    await ctx.db
      .update(fundMilestone)
      .set({
        shortDays: points?.short ?? null,
        likelyDays: points?.likely ?? null,
        longDays: points?.long ?? null,
      })
      .where(eq(fundMilestone.id, milestone.id));
    await ctx.db.delete(fundMilestoneAfter).where(eq(fundMilestoneAfter.milestoneId, milestone.id));
    if (wanted.length > 0)
      try {
        await ctx.db
          .insert(fundMilestoneAfter)
          .values(wanted.map((afterId) => ({ milestoneId: milestone.id, afterId })));
      } catch (error) {
        // Somebody else of the project closed the circle meanwhile.
        throw brokeLimit(error, "fund_milestone_circle") ? new LilinkError("CONFLICT") : error;
      }
    return { id: milestone.id };
  },
  audit: (_input, { id }) => ({ subjectKind: "fund_milestone", subjectId: id }),
});

/** The ids of what a milestone shall wait for. @throws INVALID_INPUT where one is not of the project, or they run in a circle */
async function findWanted(
  ctx: Context,
  { id, awardId }: { readonly id: string; readonly awardId: string },
  after: ReadonlySet<string>,
): Promise<readonly string[]> {
  const stones = await ctx.db
    .select({ id: fundMilestone.id, publicId: fundMilestone.publicId, title: fundMilestone.title })
    .from(fundMilestone)
    .where(eq(fundMilestone.awardId, awardId));
  const wanted = stones.filter(({ publicId }) => after.has(publicId)).map((stone) => stone.id);
  if (wanted.length < after.size) throw toInputError([{ field: "after", rule: "notInList" }]);
  const links = await ctx.db
    .select({ milestoneId: fundMilestoneAfter.milestoneId, afterId: fundMilestoneAfter.afterId })
    .from(fundMilestoneAfter)
    .innerJoin(
      fundMilestone,
      and(eq(fundMilestone.id, fundMilestoneAfter.milestoneId), eq(fundMilestone.awardId, awardId)),
    );
  const circle = findCircle(
    stones.map((stone) => ({
      ...stone,
      after:
        stone.id === id
          ? wanted
          : links.filter(({ milestoneId }) => milestoneId === stone.id).map(({ afterId }) => afterId),
    })),
  );
  if (circle)
    throw toInputError([{ field: "after", rule: "runsInCircle", params: { way: circle.join(" → ") } }]);
  return wanted;
}

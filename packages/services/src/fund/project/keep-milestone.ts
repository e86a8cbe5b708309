import { addMilestoneSchema, endMilestoneSchema, rebaselineSchema } from "@lilink/contract";
import { fundAward, fundMilestone, fundMilestoneChange } from "@lilink/db/schema";
import { toShanghaiDate } from "@lilink/model/calendar";
import { LilinkError, toInputError } from "@lilink/model/error";
import { type MilestoneChange, milestoneMachine, needsOutsider } from "@lilink/model/fund/life";
import { organizationOf, personOf } from "@lilink/model/policy";
import { and, eq, sql } from "drizzle-orm";
import { ownOrganization, requireOwn } from "../../ground/actor/own.ts";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { standsFor } from "../../kernel/stands-for.ts";

const audit = (_input: unknown, { id }: { readonly id: string }) => ({
  subjectKind: "fund_milestone",
  subjectId: id,
});

/** The own award that runs, by its public id. */
export async function requireOwnAward(ctx: Context, publicId: string) {
  const [award] = await ctx.db.select().from(fundAward).where(eq(fundAward.publicId, publicId));
  if (award?.organizationId !== requireOwn(ctx)) throw new LilinkError("NOT_FOUND");
  if (award.state !== "active") throw new LilinkError("WRONG_STATE", { state: award.state });
  return award;
}

/** Plans a milestone; its first days stay for good. [FU22] */
export const addMilestone = defineMutation({
  name: "fund.addMilestone",
  input: addMilestoneSchema,
  authorize: { action: "fund.apply", resource: ownOrganization },
  run: async (ctx, { publicId, startsOn, dueOn, ...texts }) => {
    const award = await requireOwnAward(ctx, publicId);
    if (dueOn < startsOn) throw toInputError([{ field: "dueOn", rule: "endBeforeStart" }]);
    if (startsOn < award.startsOn) throw toInputError([{ field: "startsOn", rule: "endBeforeStart" }]);
    const id = ctx.newId();
    await ctx.db.insert(fundMilestone).values({
      id,
      publicId: ctx.newPublicId(),
      awardId: award.id,
      ...texts,
      baselineFrom: startsOn,
      baselineOn: dueOn,
      dueOn,
      moves: 0,
      state: milestoneMachine.start,
      createdAt: ctx.now,
    });
    return { id };
  },
  audit,
});

export async function requireMilestone(ctx: Context, publicId: string) {
  const [found] = await ctx.db
    .select({ milestone: fundMilestone, award: fundAward })
    .from(fundMilestone)
    .innerJoin(fundAward, eq(fundAward.id, fundMilestone.awardId))
    .where(eq(fundMilestone.publicId, publicId));
  if (!found) throw new LilinkError("NOT_FOUND");
  return found;
}

const noteChange = (
  ctx: Context,
  change: Pick<typeof fundMilestoneChange.$inferInsert, "milestoneId" | "dueOn" | "reason"> & {
    readonly kind: MilestoneChange;
  },
) => ctx.db.insert(fundMilestoneChange).values({ id: ctx.newId(), ...change, toldAt: ctx.now });

/** Plans a milestone anew, one that was missed too, with a reason: what was first planned stays beside it. [FU22] [PJ3] */
export const rebaseline = defineMutation({
  name: "fund.rebaseline",
  input: rebaselineSchema,
  authorize: { action: "fund.apply", resource: ownOrganization },
  run: async (ctx, { publicId, dueOn, reason }) => {
    const { milestone, award } = await requireMilestone(ctx, publicId);
    await requireOwnAward(ctx, award.publicId);
    if (dueOn < milestone.baselineFrom) throw toInputError([{ field: "dueOn", rule: "endBeforeStart" }]);
    const { from, to } = milestoneMachine.steps.again;
    const isAgain = from.some((state) => state === milestone.state);
    if (isAgain && dueOn < toShanghaiDate(ctx.now))
      throw toInputError([{ field: "dueOn", rule: "dateInPast" }]);
    if (isAgain && dueOn === milestone.dueOn) throw toInputError([{ field: "dueOn", rule: "alreadyUsed" }]);
    const moved = await ctx.db
      .update(fundMilestone)
      .set({ state: to, endedOn: null, dueOn, reason, moves: sql`${fundMilestone.moves} + 1` })
      .where(
        and(
          eq(fundMilestone.id, milestone.id),
          isAgain
            ? standsFor(fundMilestone.state, milestoneMachine, "again")
            : eq(fundMilestone.state, milestoneMachine.start),
        ),
      )
      .returning({ id: fundMilestone.id });
    if (moved.length === 0) throw new LilinkError("WRONG_STATE", { state: milestone.state });
    await noteChange(ctx, { milestoneId: milestone.id, kind: isAgain ? "again" : "moved", dueOn, reason });
    return { id: milestone.id };
  },
  audit: ({ dueOn, reason }, { id }) => ({
    subjectKind: "fund_milestone",
    subjectId: id,
    detail: { dueOn, reason },
  }),
});

const outside = new Set(["confirm", "reopen"]);
const changes = { miss: "missed", drop: "dropped", reopen: "reopened" } as const satisfies Partial<
  Record<string, MilestoneChange>
>;

/**
 * Tells, confirms, misses or drops a milestone. Of applied research and development somebody outside the leading organization confirms: a
 * partner or an officer. [FU22]
 */
export const endMilestone = defineMutation({
  name: "fund.endMilestone",
  input: endMilestoneSchema,
  authorize: { action: "fund.read" },
  run: async (ctx, { publicId, step, reason }) => {
    const { milestone, award } = await requireMilestone(ctx, publicId);
    if (award.state !== "active") throw new LilinkError("WRONG_STATE", { state: award.state });
    const isOwn = award.organizationId === organizationOf(ctx.actor);
    if (isOwn) ctx.require("fund.apply", { owner: true });
    const mayConfirm = isOwn ? !needsOutsider(award.researchClass) : outside.has(step);
    if (outside.has(step) ? !mayConfirm : !isOwn) throw new LilinkError("FORBIDDEN");
    if ("reason" in milestoneMachine.steps[step] && reason === "")
      throw toInputError([{ field: "reason", rule: "required" }]);
    const { to } = milestoneMachine.steps[step];
    const isEnd = to === "reached" || to === "missed" || to === "dropped";
    const moved = await ctx.db
      .update(fundMilestone)
      .set({
        state: to,
        endedOn: isEnd || to === "told" ? toShanghaiDate(ctx.now) : null,
        reason: reason || milestone.reason,
        ...(to === "reached" && {
          endedOn: milestone.endedOn ?? toShanghaiDate(ctx.now),
          verifiedBy: personOf(ctx.actor),
          verifiedOrganizationId: organizationOf(ctx.actor),
        }),
      })
      .where(and(eq(fundMilestone.id, milestone.id), standsFor(fundMilestone.state, milestoneMachine, step)))
      .returning({ id: fundMilestone.id });
    if (moved.length === 0) throw new LilinkError("WRONG_STATE", { state: milestone.state });
    if (step === "miss" || step === "drop" || step === "reopen")
      await noteChange(ctx, {
        ...{ milestoneId: milestone.id, kind: changes[step], dueOn: milestone.dueOn, reason },
      });
    return { id: milestone.id };
  },
  audit: ({ step }, { id }) => ({ subjectKind: "fund_milestone", subjectId: id, detail: { step } }),
});

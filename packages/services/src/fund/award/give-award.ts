import { awardSchema, endAwardSchema, fundRefSchema } from "@lilink/contract";
import { fundApplication, fundAward } from "@lilink/db/schema";
import { LilinkError, toInputError } from "@lilink/model/error";
import { applicationMachine, awardMachine } from "@lilink/model/fund/life";
import { personOf } from "@lilink/model/policy";
import { and, eq } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { standsFor } from "../../kernel/stands-for.ts";
import { requireApplication } from "../application/read-application.ts";
import { tellApplicants } from "../application/tell-applicant.ts";
import { brokeLimit } from "../call/broke-limit.ts";
import { requireCallOf } from "../call/read-calls.ts";

async function step(ctx: Context, id: string, name: "award" | "decline") {
  const moved = await ctx.db
    .update(fundApplication)
    .set({ state: applicationMachine.steps[name].to })
    .where(and(eq(fundApplication.id, id), standsFor(fundApplication.state, applicationMachine, name)))
    .returning({ id: fundApplication.id });
  if (moved.length === 0) throw new LilinkError("WRONG_STATE");
  await tellApplicants(ctx, [id]);
}

/** Pays for what was recommended: the money is committed in the same transaction, and never more than the call has. [FU18] */
export const giveAward = defineMutation({
  name: "fund.award",
  input: awardSchema,
  authorize: { action: "fund.keep" },
  run: async (ctx, { publicId, amount, startsOn }) => {
    const application = await requireApplication(ctx, publicId);
    const call = await requireCallOf(ctx, application.callId);
    const [row] = await ctx.db
      .select({ organizationId: fundApplication.organizationId })
      .from(fundApplication)
      .where(eq(fundApplication.id, application.id));
    if (amount > (application.asked ?? 0))
      throw toInputError([{ field: "amount", rule: "tooLarge", params: { max: application.asked ?? 0 } }]);
    await step(ctx, application.id, "award");
    const award = { id: ctx.newId(), publicId: ctx.newPublicId() };
    try {
      await ctx.db.insert(fundAward).values({
        ...award,
        callId: application.callId,
        applicationId: application.id,
        organizationId: row?.organizationId ?? "",
        title: application.title,
        abstract: application.abstract,
        researchClass: call.researchClass,
        asked: String(application.asked),
        amount: String(amount),
        startsOn,
        months: application.months ?? 1,
        state: awardMachine.start,
        awardedBy: personOf(ctx.actor),
        awardedAt: ctx.now,
      });
    } catch (error) {
      throw brokeLimit(error, "fund_award_budget")
        ? toInputError([{ field: "amount", rule: "tooLarge", params: { max: call.budget - call.committed } }])
        : error;
    }
    return award;
  },
  audit: ({ amount }, { id }) => ({ subjectKind: "fund_award", subjectId: id, detail: { amount } }),
});

/** Does not pay for what was recommended or held in reserve. */
export const declineApplication = defineMutation({
  name: "fund.decline",
  input: fundRefSchema,
  authorize: { action: "fund.keep" },
  run: async (ctx, { publicId }) => {
    const { id } = await requireApplication(ctx, publicId);
    await step(ctx, id, "decline");
    return { id };
  },
  audit: (_input, { id }) => ({ subjectKind: "fund_application", subjectId: id }),
});

/** Ends an award: what was not paid goes back to the budget of its call. [FU18] */
export const endAward = defineMutation({
  name: "fund.endAward",
  input: endAwardSchema,
  authorize: { action: "fund.keep" },
  run: async (ctx, { publicId, step: name }) => {
    const [row] = await ctx.db
      .update(fundAward)
      .set({ state: awardMachine.steps[name].to })
      .where(and(eq(fundAward.publicId, publicId), standsFor(fundAward.state, awardMachine, name)))
      .returning({ id: fundAward.id });
    if (!row) throw new LilinkError("NOT_FOUND");
    return row;
  },
  audit: ({ step: name, reason }, { id }) => ({
    subjectKind: "fund_award",
    subjectId: id,
    detail: { step: name, reason },
  }),
});

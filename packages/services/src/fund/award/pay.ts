import { endPaymentSchema, orderPaymentSchema } from "@lilink/contract";
import { fundAward, fundPayment } from "@lilink/db/schema";
import { toShanghaiDate } from "@lilink/model/calendar";
import { LilinkError, toInputError } from "@lilink/model/error";
import { paymentMachine } from "@lilink/model/fund/life";
import { personOf } from "@lilink/model/policy";
import { and, eq, ne, sum } from "drizzle-orm";
import { defineMutation } from "../../kernel/define.ts";
import { standsFor } from "../../kernel/stands-for.ts";
import { brokeLimit } from "../call/broke-limit.ts";

/** Orders a payment; another officer releases it. All together are never more than was committed. [FU18] */
export const orderPayment = defineMutation({
  name: "fund.pay",
  input: orderPaymentSchema,
  authorize: { action: "fund.keep" },
  run: async (ctx, { publicId, amount, note }) => {
    const [award] = await ctx.db
      .select({ id: fundAward.id, state: fundAward.state, amount: fundAward.amount })
      .from(fundAward)
      .where(eq(fundAward.publicId, publicId));
    if (!award) throw new LilinkError("NOT_FOUND");
    if (award.state !== "active") throw new LilinkError("WRONG_STATE", { state: award.state });
    const [ordered] = await ctx.db
      .select({ amount: sum(fundPayment.amount) })
      .from(fundPayment)
      .where(and(eq(fundPayment.awardId, award.id), ne(fundPayment.state, paymentMachine.steps.cancel.to)));
    const left = Number(award.amount) - Number(ordered?.amount ?? 0);
    const row = { id: ctx.newId(), publicId: ctx.newPublicId() };
    try {
      await ctx.db.insert(fundPayment).values({
        ...row,
        awardId: award.id,
        amount: String(amount),
        note,
        state: paymentMachine.start,
        orderedBy: personOf(ctx.actor),
        orderedAt: ctx.now,
      });
    } catch (error) {
      throw brokeLimit(error, "fund_payment_commitment")
        ? toInputError([{ field: "amount", rule: "tooLarge", params: { max: left } }])
        : error;
    }
    return row;
  },
  audit: ({ amount }, { id }) => ({ subjectKind: "fund_payment", subjectId: id, detail: { amount } }),
});

/** Releases a payment that somebody else ordered, or cancels it. [FU18] */
export const endPayment = defineMutation({
  name: "fund.endPayment",
  input: endPaymentSchema,
  authorize: { action: "fund.keep" },
  run: async (ctx, { publicId, step }) => {
    const who = personOf(ctx.actor);
    const [found] = await ctx.db
      .select({ id: fundPayment.id, orderedBy: fundPayment.orderedBy })
      .from(fundPayment)
      .where(eq(fundPayment.publicId, publicId));
    if (!found) throw new LilinkError("NOT_FOUND");
    if (step === "release" && found.orderedBy === who) throw new LilinkError("FORBIDDEN");
    const ended = await ctx.db
      .update(fundPayment)
      .set({
        state: paymentMachine.steps[step].to,
        endedBy: who,
        endedAt: ctx.now,
        paidOn: step === "release" ? toShanghaiDate(ctx.now) : null,
      })
      .where(and(eq(fundPayment.id, found.id), standsFor(fundPayment.state, paymentMachine, step)))
      .returning({ id: fundPayment.id });
    if (ended.length === 0) throw new LilinkError("WRONG_STATE");
    if (step === "release") await ctx.enqueue("fund.publish", {});
    return { id: found.id };
  },
  audit: ({ step }, { id }) => ({ subjectKind: "fund_payment", subjectId: id, detail: { step } }),
});

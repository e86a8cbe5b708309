import { incentiveDecisionSchema, incentiveTermsSchema } from "@lilink/contract";
import { incentiveClaim, incentiveTerms } from "@lilink/db/schema";
import { toShanghaiDate } from "@lilink/model/calendar";
import { LilinkError, toInputError } from "@lilink/model/error";
import { incentiveClaimMachine } from "@lilink/model/incentive";
import { personOf } from "@lilink/model/policy";
import { and, eq, sql } from "drizzle-orm";
import { brokeLimit } from "../../fund/call/broke-limit.ts";
import { listBarred } from "../../ground/actor/barred.ts";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { standsFor } from "../../kernel/stands-for.ts";
import { bothTitles, type ProgrammeMoney, requireProgramme } from "./read-programmes.ts";

/** Terms from a day on that is not over: nobody who claimed is judged anew. [IC1] */
export const setTerms = defineMutation({
  name: "incentive.setTerms",
  input: incentiveTermsSchema,
  authorize: { action: "incentive.keep" },
  run: async (ctx, { publicId, from, ...terms }) => {
    const programme = await requireProgramme(ctx, sql`h.public_id = ${publicId}`);
    if (programme.state === "closed" || programme.state === "evaluated")
      throw new LilinkError("WRONG_STATE", { state: programme.state });
    const today = toShanghaiDate(ctx.now);
    if (from < today) throw toInputError([{ field: "from", rule: "dateInPast" }]);
    if (from > programme.closesOn)
      throw toInputError([{ field: "from", rule: "dateTooFar", params: { max: programme.closesOn } }]);
    // Terms of today would judge claims of this morning and of this afternoon differently, unless they are the first.
    if (
      from === today &&
      (await ctx.db.$count(incentiveClaim, eq(incentiveClaim.programmeId, programme.id))) > 0
    )
      throw toInputError([{ field: "from", rule: "dateInPast" }]);
    const id = ctx.newId();
    const made = await ctx.db
      .insert(incentiveTerms)
      .values({
        id,
        programmeId: programme.id,
        fromOn: from,
        ...terms,
        setBy: personOf(ctx.actor),
        setAt: ctx.now,
      })
      .onConflictDoNothing()
      .returning({ id: incentiveTerms.id });
    if (made.length === 0) throw toInputError([{ field: "from", rule: "duplicate" }]);
    return { id };
  },
  audit: ({ from }, { id }) => ({ subjectKind: "incentive_terms", subjectId: id, detail: { from } }),
});

async function loadClaim(ctx: Context, publicId: string) {
  const [row] = await ctx.db.select().from(incentiveClaim).where(eq(incentiveClaim.publicId, publicId));
  if (!row) throw new LilinkError("NOT_FOUND");
  return row;
}

/** An officer who stays away from a claim of the programme is not told how much is left. */
const toLimit = ({ budget, bound, exact }: ProgrammeMoney) =>
  exact && bound !== null
    ? ({ rule: "tooLarge", params: { max: budget - bound } } as const)
    : ({ rule: "budgetSpent" } as const);

/**
 * One step of an officer on a claim. Checking reserves the money, and is refused where the budget has not so much left, however many ask at once; another
 * officer grants. A refusal names its code, money that is taken back its reason. [IC3] [IC4]
 */
export const decideClaim = defineMutation({
  name: "incentive.decide",
  input: incentiveDecisionSchema,
  authorize: {
    action: "incentive.keep",
    resource: async (ctx, { publicId }) => {
      const row = await loadClaim(ctx, publicId);
      return { conflict: (await listBarred(ctx)).has(row.organizationId) };
    },
  },
  run: async (ctx, { publicId, step, code, reason }) => {
    const row = await loadClaim(ctx, publicId);
    const programme = await requireProgramme(ctx, sql`h.id = ${row.programmeId}::uuid`);
    const me = personOf(ctx.actor);
    if (step === "check" && row.broken.length > 0)
      throw toInputError([{ field: "step", rule: "termsBroken" }]);
    if (step === "grant" && row.checkedBy === me)
      throw toInputError([{ field: "step", rule: "otherOfficer" }]);
    const { to } = incentiveClaimMachine.steps[step];
    try {
      const done = await ctx.db
        .update(incentiveClaim)
        .set({
          state: to,
          decidedBy: me,
          decidedAt: ctx.now,
          ...(step === "check" && { checkedBy: me }),
          ...(step === "refuse" && { code }),
          ...(reason && { reason }),
        })
        .where(
          and(eq(incentiveClaim.id, row.id), standsFor(incentiveClaim.state, incentiveClaimMachine, step)),
        )
        .returning({ id: incentiveClaim.id });
      if (done.length === 0) throw new LilinkError("WRONG_STATE", { state: row.state });
    } catch (error) {
      throw brokeLimit(error, "incentive_claim_budget")
        ? toInputError([{ field: "amount", ...toLimit(programme.money) }])
        : error;
    }
    if (step !== "check")
      await ctx.enqueue("notice.deliver", {
        kind: "incentive.decided",
        causeKey: `${row.id}/${to}`,
        path: `/incentives/${programme.publicId}`,
        params: { ...bothTitles(programme), decision: to, reason: reason ?? "" },
        organizationId: row.organizationId,
      });
    return { id: row.id, state: to };
  },
  audit: ({ step, code, reason }, { id }) => ({
    subjectKind: "incentive_claim",
    subjectId: id,
    detail: { step, ...(code && { code }), ...(reason && { reason }) },
  }),
});

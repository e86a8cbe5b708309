import { appealSchema, upholdApplicationSchema } from "@lilink/contract";
import { fundApplication } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { applicationMachine, mayAppeal } from "@lilink/model/fund/life";
import { and, eq } from "drizzle-orm";
import { ownOrganization } from "../../ground/actor/own.ts";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { standsFor } from "../../kernel/stands-for.ts";
import { requireCallOf } from "../call/read-calls.ts";
import { requireApplication, requireOwnRow } from "./read-application.ts";
import { tellApplicants } from "./tell-applicant.ts";

/** The lead appeals against a refusal, once and within ten days; officers hear that one waits. [FU13] */
export const appealApplication = defineMutation({
  name: "fund.appeal",
  input: appealSchema,
  authorize: { action: "fund.apply", resource: ownOrganization },
  run: async (ctx, { publicId, words }) => {
    const row = await requireOwnRow(ctx, publicId);
    if (!mayAppeal(row, ctx.now)) throw new LilinkError("WRONG_STATE", { state: row.state });
    await ctx.db
      .update(fundApplication)
      .set({
        state: applicationMachine.steps.appeal.to,
        appeal: words,
        appealedAt: ctx.now,
        revision: row.revision + 1,
      })
      .where(eq(fundApplication.id, row.id));
    const call = await requireCallOf(ctx, row.callId);
    await ctx.enqueue("notice.deliver", {
      kind: "fund.appealed",
      causeKey: `fund:${row.id}:appeal`,
      path: `/fund-calls/${call.publicId}/room`,
      // Some officers must stay away from the applicant: the notice names the call alone.
      params: { zh: call.titleZh ?? call.titleEn ?? "", en: call.titleEn ?? call.titleZh ?? "" },
      officers: true,
    });
    return { id: row.id };
  },
  audit: (_input, { id }) => ({ subjectKind: "fund_application", subjectId: id }),
});

async function answer(ctx: Context, publicId: string, step: "uphold" | "dismiss", reason: string) {
  const { id } = await requireApplication(ctx, publicId);
  const rows = await ctx.db
    .update(fundApplication)
    .set({ state: applicationMachine.steps[step].to, reason })
    .where(and(eq(fundApplication.id, id), standsFor(fundApplication.state, applicationMachine, step)))
    .returning({ id: fundApplication.id });
  if (rows.length === 0) throw new LilinkError("WRONG_STATE");
  await tellApplicants(ctx, [id]);
  return { id };
}

const audit = ({ reason }: { readonly reason: string }, { id }: { readonly id: string }) => ({
  subjectKind: "fund_application",
  subjectId: id,
  detail: { reason },
});

/** Lifts a refusal, with the reason; the codes stay on file. [FU13] */
export const upholdApplication = defineMutation({
  name: "fund.uphold",
  input: upholdApplicationSchema,
  authorize: { action: "fund.keep" },
  run: (ctx, { publicId, reason }) => answer(ctx, publicId, "uphold", reason),
  audit,
});

/** Lets a refusal stand against an appeal, with the reason. [FU13] */
export const dismissAppeal = defineMutation({
  name: "fund.dismiss",
  input: upholdApplicationSchema,
  authorize: { action: "fund.keep" },
  run: (ctx, { publicId, reason }) => answer(ctx, publicId, "dismiss", reason),
  audit,
});

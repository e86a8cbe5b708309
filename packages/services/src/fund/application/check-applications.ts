import { askAssignmentSchema } from "@lilink/contract";
import { fundApplication } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { applicationMachine, judgeEligibility } from "@lilink/model/fund/life";
import { and, eq, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { standsFor } from "../../kernel/stands-for.ts";
import { type KnownCall, requireCall } from "../call/read-calls.ts";
import { type KnownApplication, readApplications } from "./read-application.ts";
import { tellApplicants } from "./tell-applicant.ts";

/** Judges everything that was handed in by the rules of the closing day; each refusal names every rule that is broken. [FU13] */
export const checkApplications = defineMutation({
  name: "fund.judge",
  input: askAssignmentSchema,
  authorize: { action: "fund.keep" },
  run: async (ctx, { call: publicId }) => {
    const call = await requireCall(ctx, publicId);
    if (call.openedAt === null) throw new LilinkError("WRONG_STATE", { state: call.phase });
    const found = await readApplications(ctx, { callId: call.id });
    const waiting = found.filter(({ state, isOwn }) => state === "submitted" && !isOwn);
    const sides = await readSides(ctx, call.id);
    const counts = { eligible: 0, ineligible: 0 };
    const refused: string[] = [];
    for (const application of waiting) {
      const { rules, codes } = judge(call, application, sides.get(application.id));
      const state = codes.length === 0 ? "eligible" : "ineligible";
      const judged = await ctx.db
        .update(fundApplication)
        .set({ state, codes: [...codes], rules, judgedAt: ctx.now, revision: application.revision + 1 })
        .where(
          and(
            eq(fundApplication.id, application.id),
            standsFor(fundApplication.state, applicationMachine, "admit"),
          ),
        )
        .returning({ id: fundApplication.id });
      // What was withdrawn meanwhile is not judged.
      counts[state] += judged.length;
      if (state === "ineligible") refused.push(...judged.map(({ id }) => id));
    }
    await tellApplicants(ctx, refused);
    return { id: call.id, ...counts };
  },
  audit: (_input, { id, ...counts }) => ({ subjectKind: "fund_call", subjectId: id, detail: counts }),
});

type Side = { readonly id: string; readonly leadKind: string; readonly entries: number };

/** What an officer cannot tell from an application alone: what kind of body leads it, and in how many others its bodies stand. */
async function readSides(ctx: Context, callId: string): Promise<ReadonlyMap<string, Side>> {
  const { rows } =
    await ctx.db.execute<Side>(sql`select a.id, o.kind as "leadKind", app.fund_entries(a.id) as entries
    from fund_application a join organization o on o.id = a.org_id where a.call_id = ${callId} and a.state = 'submitted'`);
  return new Map(rows.map((row) => [row.id, row]));
}

function judge(call: KnownCall, application: KnownApplication, side: Side | undefined) {
  return judgeEligibility(
    {
      leadKind: side?.leadKind ?? "",
      leads: call.leads,
      asked: application.asked ?? 0,
      smallest: call.smallest,
      largest: call.largest,
      months: application.months ?? 0,
      open: application.partners.filter(({ agreed }) => !agreed).length,
      shares: [application.share, ...application.partners.map(({ share }) => share)],
      entries: side?.entries ?? 0,
    },
    call.closesOn,
  );
}

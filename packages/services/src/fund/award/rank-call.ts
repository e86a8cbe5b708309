import { createHash } from "node:crypto";
import { rankCallSchema } from "@lilink/contract";
import { fundApplication, fundPanel } from "@lilink/db/schema";
import { LilinkError, toInputError } from "@lilink/model/error";
import { applicationMachine } from "@lilink/model/fund/life";
import { personOf } from "@lilink/model/policy";
import { and, eq, sql } from "drizzle-orm";
import { defineMutation } from "../../kernel/define.ts";
import { standsFor } from "../../kernel/stands-for.ts";
import { readApplications } from "../application/read-application.ts";
import { tellApplicants } from "../application/tell-applicant.ts";
import { requireCall } from "../call/read-calls.ts";
import { rankApplications } from "./rank-applications.ts";

const decisions = { recommended: "recommend", reserve: "hold", not_recommended: "pass" } as const;
type Decision = keyof typeof decisions;

/** The panel leaves its rank list: every application that is eligible stands in it, recusals too, under one hash. [FU17] */
export const rankCall = defineMutation({
  name: "fund.rank",
  input: rankCallSchema,
  authorize: { action: "fund.keep" },
  run: async (ctx, { call: publicId, minutes, recommended, reserve, recusals }) => {
    const call = await requireCall(ctx, publicId);
    if (call.openedAt === null || call.state !== "published")
      throw new LilinkError("WRONG_STATE", { state: call.phase });
    const found = await readApplications(ctx, { callId: call.id });
    const { rows } = await ctx.db.execute<{ count: number }>(
      sql`select count from fund_opening where call_id = ${call.id}`,
    );
    // Whoever must stay away from one application does not see it, and cannot rank the others against it.
    if (found.filter(({ submittedAt }) => submittedAt !== null).length < (rows[0]?.count ?? 0))
      throw new LilinkError("CONFLICT_OF_INTEREST");
    if (found.some(({ state }) => state === "submitted" || state === "appealed"))
      throw new LilinkError("WRONG_STATE", { state: "unchecked" });
    const eligible = found.filter(({ state }) => state === "eligible");
    const known = new Set(eligible.map((one) => one.publicId));
    const named = [...recommended, ...reserve, ...recusals.map(({ application }) => application)];
    if (named.some((one) => !known.has(one)))
      throw toInputError([{ field: "recommended", rule: "notInList" }]);
    if (recommended.some((one) => reserve.includes(one)))
      throw toInputError([{ field: "reserve", rule: "duplicate" }]);
    const lines = await rankApplications(ctx, call, eligible);
    const bare = lines.find(({ count, id }) => count === 0 && recommended.includes(id));
    if (bare) throw toInputError([{ field: "recommended", rule: "needsReason", params: { id: bare.id } }]);
    const ranking = lines.map((line) => ({
      ...line,
      decision: decide(line.id, recommended, reserve),
    }));
    const hash = createHash("sha256")
      .update(JSON.stringify({ call: publicId, at: ctx.now, minutes, ranking, recusals }))
      .digest("hex");
    await ctx.db.insert(fundPanel).values({
      callId: call.id,
      ranking,
      recusals,
      minutes,
      hash,
      decidedBy: personOf(ctx.actor),
      decidedAt: ctx.now,
    });
    for (const { id, decision } of ranking)
      await ctx.db
        .update(fundApplication)
        .set({ state: applicationMachine.steps[decisions[decision]].to })
        .where(
          and(
            eq(fundApplication.publicId, id),
            standsFor(fundApplication.state, applicationMachine, decisions[decision]),
          ),
        );
    await tellApplicants(
      ctx,
      eligible.map(({ id }) => id),
    );
    return { id: call.id, hash };
  },
  audit: (_input, { id, hash }) => ({ subjectKind: "fund_call", subjectId: id, detail: { hash } }),
});

function decide(id: string, recommended: readonly string[], reserve: readonly string[]): Decision {
  if (recommended.includes(id)) return "recommended";
  return reserve.includes(id) ? "reserve" : "not_recommended";
}

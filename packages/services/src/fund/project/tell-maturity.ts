import { tellMaturitySchema } from "@lilink/contract";
import { fundMaturity } from "@lilink/db/schema";
import { toShanghaiDate } from "@lilink/model/calendar";
import { LilinkError, toInputError } from "@lilink/model/error";
import { faultsOfMaturity, type MaturityRung } from "@lilink/model/fund/life";
import { personOf } from "@lilink/model/policy";
import { desc, eq } from "drizzle-orm";
import { ownOrganization } from "../../ground/actor/own.ts";
import { defineMutation } from "../../kernel/define.ts";
import { brokeLimit } from "../call/broke-limit.ts";
import { requireOwnAward } from "./keep-milestone.ts";

/** Tells which rung of readiness the project reached, with its evidence. Steps are added and never changed. [FU24] */
export const tellMaturity = defineMutation({
  name: "fund.tellMaturity",
  input: tellMaturitySchema,
  authorize: { action: "fund.apply", resource: ownOrganization },
  run: async (ctx, { publicId, ...step }) => {
    const award = await requireOwnAward(ctx, publicId);
    const [last] = await ctx.db
      .select()
      .from(fundMaturity)
      .where(eq(fundMaturity.awardId, award.id))
      .orderBy(desc(fundMaturity.position))
      .limit(1);
    const today = toShanghaiDate(ctx.now);
    const faults = [
      ...(step.reachedOn > today
        ? [{ field: "reachedOn", rule: "dateTooFar", params: { max: today } } as const]
        : []),
      ...faultsOfMaturity(last ? { ...last, rung: last.rung as MaturityRung } : null, step),
    ];
    if (faults.length > 0) throw toInputError(faults);
    const id = ctx.newId();
    try {
      await ctx.db.insert(fundMaturity).values({
        id,
        publicId: ctx.newPublicId(),
        awardId: award.id,
        position: (last?.position ?? -1) + 1,
        ...step,
        toldBy: personOf(ctx.actor),
        createdAt: ctx.now,
      });
    } catch (error) {
      // Somebody else of the project told a step meanwhile: this one was judged by an older one.
      throw brokeLimit(error, "fund_maturity_award_id_position_key") ? new LilinkError("CONFLICT") : error;
    }
    return { id };
  },
  audit: ({ rung, trl }, { id }) => ({ subjectKind: "fund_maturity", subjectId: id, detail: { rung, trl } }),
});

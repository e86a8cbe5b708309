import { addOutputSchema } from "@lilink/contract";
import { fundContributor, fundOutput } from "@lilink/db/schema";
import { toInputError } from "@lilink/model/error";
import { faultsOfCredit, toOutputKey } from "@lilink/model/fund/life";
import { and, eq, sum } from "drizzle-orm";
import { ownOrganization } from "../../ground/actor/own.ts";
import { defineMutation } from "../../kernel/define.ts";
import { brokeLimit } from "../call/broke-limit.ts";
import { requireOwnAward } from "./keep-milestone.ts";

/** Tells what came of a project. What several projects claim is shared: all their shares are 100 at most. [FU23] */
export const addOutput = defineMutation({
  name: "fund.addOutput",
  input: addOutputSchema,
  authorize: { action: "fund.apply", resource: ownOrganization },
  run: async (ctx, { publicId, share, contributors, ...given }) => {
    const faults = faultsOfCredit(contributors);
    if (faults.length > 0) throw toInputError(faults);
    const award = await requireOwnAward(ctx, publicId);
    const row = { id: ctx.newId(), publicId: ctx.newPublicId() };
    const key = toOutputKey(given.identifier);
    const [credited] = await ctx.db
      .select({ share: sum(fundOutput.share) })
      .from(fundOutput)
      .where(and(eq(fundOutput.kind, given.kind), eq(fundOutput.key, key)));
    try {
      await ctx.db.insert(fundOutput).values({
        ...row,
        awardId: award.id,
        ...given,
        key,
        share: String(share),
        createdAt: ctx.now,
      });
    } catch (error) {
      if (brokeLimit(error, "fund_output_once"))
        throw toInputError([{ field: "identifier", rule: "duplicate" }]);
      if (brokeLimit(error, "fund_output_credit"))
        throw toInputError([
          { field: "share", rule: "tooLarge", params: { max: 100 - Number(credited?.share ?? 0) } },
        ]);
      throw error;
    }
    if (contributors.length > 0)
      await ctx.db.insert(fundContributor).values(
        contributors.map(({ share: part, ...one }, position) => ({
          outputId: row.id,
          position,
          ...one,
          share: String(part),
        })),
      );
    return row;
  },
  audit: ({ kind }, { id }) => ({ subjectKind: "fund_output", subjectId: id, detail: { kind } }),
});

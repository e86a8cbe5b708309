import { offerResultSchema, withdrawResultSchema } from "@lilink/contract";
import { relayResult } from "@lilink/db/schema";
import { LilinkError, toInputError } from "@lilink/model/error";
import { relayResultMachine } from "@lilink/model/fund/life";
import { personOf } from "@lilink/model/policy";
import { and, eq } from "drizzle-orm";
import { ownOrganization, requireOwn } from "../../ground/actor/own.ts";
import { defineMutation } from "../../kernel/define.ts";
import { standsFor } from "../../kernel/stands-for.ts";
import { brokeLimit } from "../call/broke-limit.ts";
import { readSources } from "./read-own-sides.ts";

/** Offers a result: an output of an own project or an own achievement that is offered, once at a time. [RY1] */
export const offerResult = defineMutation({
  name: "relay.offer",
  input: offerResultSchema,
  authorize: { action: "fund.apply", resource: ownOrganization },
  run: async (ctx, { source, of, use, node, rung }) => {
    const found = (await readSources(ctx)).find((one) => one.source === source && one.publicId === of);
    if (!found) throw toInputError([{ field: "of", rule: "notInList" }]);
    const row = { id: ctx.newId(), publicId: ctx.newPublicId() };
    try {
      await ctx.db.insert(relayResult).values({
        ...row,
        organizationId: requireOwn(ctx),
        outputId: source === "output" ? found.id : null,
        achievementId: source === "achievement" ? found.id : null,
        title: found.title,
        use,
        node,
        rung,
        madeOn: found.madeOn,
        state: relayResultMachine.start,
        offeredBy: personOf(ctx.actor),
        offeredAt: ctx.now,
      });
    } catch (error) {
      const isThere = ["relay_result_output_key", "relay_result_achievement_key"].some((key) =>
        brokeLimit(error, key),
      );
      throw isThere ? toInputError([{ field: "of", rule: "duplicate" }]) : error;
    }
    return row;
  },
  audit: ({ source }, { id }) => ({ subjectKind: "relay_result", subjectId: id, detail: { source } }),
});

/** Takes an own result off the board. Who took it on goes on. */
export const withdrawResult = defineMutation({
  name: "relay.withdraw",
  input: withdrawResultSchema,
  authorize: { action: "fund.apply", resource: ownOrganization },
  run: async (ctx, { publicId }) => {
    const [row] = await ctx.db
      .update(relayResult)
      .set({ state: relayResultMachine.steps.withdraw.to })
      .where(
        and(
          eq(relayResult.publicId, publicId),
          eq(relayResult.organizationId, requireOwn(ctx)),
          standsFor(relayResult.state, relayResultMachine, "withdraw"),
        ),
      )
      .returning({ id: relayResult.id });
    if (!row) throw new LilinkError("NOT_FOUND");
    return row;
  },
  audit: (_input, { id }) => ({ subjectKind: "relay_result", subjectId: id }),
});

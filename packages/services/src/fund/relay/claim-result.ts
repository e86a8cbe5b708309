import { claimResultSchema, nameUserSchema } from "@lilink/contract";
import { relayClaim, relayResult, relayStep } from "@lilink/db/schema";
import { toShanghaiDate } from "@lilink/model/calendar";
import { LilinkError, toInputError } from "@lilink/model/error";
import { relayClaimMachine, relayResultMachine, relayStepMachine } from "@lilink/model/fund/life";
import { personOf } from "@lilink/model/policy";
import { and, eq } from "drizzle-orm";
import { ownOrganization, requireOwn } from "../../ground/actor/own.ts";
import { defineMutation } from "../../kernel/define.ts";
import { brokeLimit } from "../call/broke-limit.ts";
import { readTakers } from "./read-own-sides.ts";
import { tellSide } from "./tell-side.ts";

/** Takes a result on by an own need or project. It counts once its owner confirms. [RY2] */
export const claimResult = defineMutation({
  name: "relay.claim",
  input: claimResultSchema,
  authorize: { action: "fund.apply", resource: ownOrganization },
  run: async (ctx, { publicId, by, of, words }) => {
    const own = requireOwn(ctx);
    const [result] = await ctx.db.select().from(relayResult).where(eq(relayResult.publicId, publicId));
    if (!result) throw new LilinkError("NOT_FOUND");
    if (result.organizationId === own) throw new LilinkError("FORBIDDEN");
    if (result.state !== relayResultMachine.start)
      throw new LilinkError("WRONG_STATE", { state: result.state });
    const taker = (await readTakers(ctx)).find((one) => one.by === by && one.publicId === of);
    if (!taker) throw toInputError([{ field: "of", rule: "notInList" }]);
    const row = { id: ctx.newId(), publicId: ctx.newPublicId() };
    try {
      await ctx.db.insert(relayClaim).values({
        ...row,
        resultId: result.id,
        organizationId: own,
        holderId: result.organizationId,
        postingId: by === "need" ? taker.id : null,
        awardId: by === "project" ? taker.id : null,
        title: taker.title,
        state: relayClaimMachine.start,
        named: false,
        movedAt: ctx.now,
        createdAt: ctx.now,
      });
    } catch (error) {
      throw brokeLimit(error, "relay_claim_open_key")
        ? toInputError([{ field: "of", rule: "duplicate" }])
        : error;
    }
    await ctx.db.insert(relayStep).values({
      id: ctx.newId(),
      publicId: ctx.newPublicId(),
      claimId: row.id,
      step: "claim",
      state: relayStepMachine.start,
      toldOrganizationId: own,
      toldBy: personOf(ctx.actor),
      toldAt: ctx.now,
      happenedOn: toShanghaiDate(ctx.now),
      words,
    });
    await tellSide(ctx, { ...row, result, to: result.organizationId }, "relay.told");
    return row;
  },
  audit: ({ by }, { id }) => ({ subjectKind: "relay_claim", subjectId: id, detail: { by } }),
});

/** Whoever uses a result says whether others may know its name. [RY3] */
export const nameUser = defineMutation({
  name: "relay.name",
  input: nameUserSchema,
  authorize: { action: "fund.apply", resource: ownOrganization },
  run: async (ctx, { publicId, named }) => {
    const [row] = await ctx.db
      .update(relayClaim)
      .set({ named })
      .where(and(eq(relayClaim.publicId, publicId), eq(relayClaim.organizationId, requireOwn(ctx))))
      .returning({ id: relayClaim.id });
    if (!row) throw new LilinkError("NOT_FOUND");
    return row;
  },
  audit: ({ named }, { id }) => ({ subjectKind: "relay_claim", subjectId: id, detail: { named } }),
});

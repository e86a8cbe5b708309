import { answerStepSchema, tellStepSchema } from "@lilink/contract";
import { relayClaim, relayResult, relayStep } from "@lilink/db/schema";
import { toShanghaiDate } from "@lilink/model/calendar";
import { type FieldFault, LilinkError, toInputError } from "@lilink/model/error";
import { type RelayClaimState, relayStepMachine, tellableSteps } from "@lilink/model/fund/life";
import { personOf } from "@lilink/model/policy";
import { and, eq, type SQL } from "drizzle-orm";
import type { z } from "zod";
import { ownOrganization, requireOwn } from "../../ground/actor/own.ts";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { standsFor } from "../../kernel/stands-for.ts";
import { brokeLimit } from "../call/broke-limit.ts";
import { tellSide } from "./tell-side.ts";

/** A claim of which the own organization is a side, with its result. */
async function requireSide(ctx: Context, where: SQL) {
  const own = requireOwn(ctx);
  const [found] = await ctx.db
    .select({ claim: relayClaim, result: relayResult })
    .from(relayClaim)
    .innerJoin(relayResult, eq(relayResult.id, relayClaim.resultId))
    .where(where);
  if (!found || ![found.claim.organizationId, found.claim.holderId].includes(own))
    throw new LilinkError("NOT_FOUND");
  const { organizationId, holderId } = found.claim;
  return { ...found, own, other: organizationId === own ? holderId : organizationId };
}

/** Tells that work began, that the result is in product, or that it goes back; the other side confirms. [RY2] [RY6] */
export const tellRelayStep = defineMutation({
  name: "relay.tell",
  input: tellStepSchema,
  authorize: { action: "fund.apply", resource: ownOrganization },
  run: async (ctx, { publicId, ...given }) => {
    const { claim, result, own, other } = await requireSide(ctx, eq(relayClaim.publicId, publicId));
    if (!tellableSteps(claim.state as RelayClaimState).includes(given.step))
      throw new LilinkError("WRONG_STATE", { state: claim.state });
    const faults = faultsOf(
      given,
      toShanghaiDate(claim.claimedAt ?? claim.createdAt),
      toShanghaiDate(ctx.now),
    );
    if (faults.length > 0) throw toInputError(faults);
    const isUse = given.step === "use";
    const id = ctx.newId();
    try {
      await ctx.db.insert(relayStep).values({
        id,
        publicId: ctx.newPublicId(),
        claimId: claim.id,
        step: given.step,
        state: relayStepMachine.start,
        toldOrganizationId: own,
        toldBy: personOf(ctx.actor),
        toldAt: ctx.now,
        happenedOn: given.happenedOn,
        words: given.words,
        ...(isUse && {
          useKind: given.useKind,
          unit: given.unit,
          volume: given.volume === null ? null : String(given.volume),
        }),
      });
    } catch (error) {
      throw brokeLimit(error, "relay_step_open_key")
        ? new LilinkError("WRONG_STATE", { state: relayStepMachine.start })
        : error;
    }
    await tellSide(ctx, { id, result, to: other }, "relay.told");
    return { id };
  },
  audit: ({ step }, { id }) => ({ subjectKind: "relay_step", subjectId: id, detail: { step } }),
});

type Given = Omit<z.output<typeof tellStepSchema>, "publicId">;

/** A step lies between the claim and today; a return has its reason, a first use its proof, and an amount its unit. [RY6] */
function faultsOf(
  { step, happenedOn, words, useKind, volume, unit }: Given,
  from: string,
  today: string,
): readonly FieldFault[] {
  const isUse = step === "use";
  return [
    ...(happenedOn > today
      ? [{ field: "happenedOn", rule: "dateTooFar", params: { max: today } } as const]
      : []),
    ...(happenedOn < from ? [{ field: "happenedOn", rule: "endBeforeStart" } as const] : []),
    ...(step !== "begin" && words === "" ? [{ field: "words", rule: "required" } as const] : []),
    ...(isUse && useKind === null ? [{ field: "useKind", rule: "required" } as const] : []),
    ...(isUse && volume !== null && unit === null ? [{ field: "unit", rule: "required" } as const] : []),
    ...(isUse && volume === null && unit !== null ? [{ field: "volume", rule: "required" } as const] : []),
  ];
}

/** Confirms or disputes what the other side told, or takes back what the own one did. [RY2] */
export const answerRelayStep = defineMutation({
  name: "relay.answer",
  input: answerStepSchema,
  authorize: { action: "fund.apply", resource: ownOrganization },
  run: async (ctx, { publicId, answer, words }) => {
    const [step] = await ctx.db.select().from(relayStep).where(eq(relayStep.publicId, publicId));
    if (!step) throw new LilinkError("NOT_FOUND");
    const { result, own, other } = await requireSide(ctx, eq(relayClaim.id, step.claimId));
    const isTeller = step.toldOrganizationId === own;
    if (isTeller !== (answer === "takeBack")) throw new LilinkError("FORBIDDEN");
    if (answer === "dispute" && words === "") throw toInputError([{ field: "words", rule: "required" }]);
    const answered = await ctx.db
      .update(relayStep)
      .set({
        state: relayStepMachine.steps[answer].to,
        answeredBy: personOf(ctx.actor),
        answeredAt: ctx.now,
        answer: words || null,
      })
      .where(and(eq(relayStep.id, step.id), standsFor(relayStep.state, relayStepMachine, answer)))
      .returning({ id: relayStep.id });
    if (answered.length === 0) throw new LilinkError("WRONG_STATE", { state: step.state });
    if (!isTeller) await tellSide(ctx, { id: step.id, result, to: other }, "relay.answered");
    return { id: step.id };
  },
  audit: ({ answer }, { id }) => ({ subjectKind: "relay_step", subjectId: id, detail: { answer } }),
});

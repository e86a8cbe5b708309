import { askCheckSchema, askEarlySchema, endStageSchema, moveStageSchema } from "@lilink/contract";
import { fundAward, fundPlanEvent } from "@lilink/db/schema";
import { toShanghaiDate } from "@lilink/model/calendar";
import { LilinkError } from "@lilink/model/error";
import {
  askCheck,
  askEarly,
  endStage,
  moveStage,
  type PlanAnswer,
  type PlanEvent,
} from "@lilink/model/fund/life";
import { personOf } from "@lilink/model/policy";
import type { ResearchClass } from "@lilink/model/register";
import { asc, eq, sql } from "drizzle-orm";
import { ownOrganization, requireOwn } from "../../ground/actor/own.ts";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";

type Case = Parameters<typeof askEarly>[0];

/**
 * Writes what an act on a plan comes to; acts on one plan wait for each other. What speaks against it is a refusal that names every reason.
 * @param isLeader the organization that was awarded acts, and nobody else may
 */
async function act(
  ctx: Context,
  publicId: string,
  isLeader: boolean,
  ask: (given: Case) => PlanAnswer,
  told: string | null = null,
) {
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtext(${`plan:${publicId}`}))`);
  const [award] = await ctx.db.select().from(fundAward).where(eq(fundAward.publicId, publicId));
  if (!award || (isLeader && award.organizationId !== requireOwn(ctx))) throw new LilinkError("NOT_FOUND");
  if (award.state === "terminated") throw new LilinkError("WRONG_STATE", { state: award.state });
  const before = await ctx.db
    .select({ event: fundPlanEvent.event })
    .from(fundPlanEvent)
    .where(eq(fundPlanEvent.awardId, award.id))
    .orderBy(asc(fundPlanEvent.position));
  const answer = ask({
    of: award.researchClass as ResearchClass,
    start: award.startsOn,
    events: before.map(({ event }) => event as PlanEvent),
    today: toShanghaiDate(ctx.now),
  });
  if ("refused" in answer) throw new LilinkError("WRONG_STATE", { state: answer.refused.join(",") });
  await ctx.db.insert(fundPlanEvent).values({
    awardId: award.id,
    position: before.length,
    event: answer.event,
    told,
    by: personOf(ctx.actor),
    at: ctx.now,
  });
  return {
    id: award.id,
    isFree: answer.isFree,
    pushed: answer.pushed.map(({ stage, now, why }) => ({ stage, now, why })),
  };
}

const audit = (input: object, { id }: { readonly id: string }) => ({
  subjectKind: "fund_award",
  subjectId: id,
  detail: { ...input },
});

/** The leader moves a review within its window. [FU19] */
export const movePlan = defineMutation({
  name: "fund.move",
  input: moveStageSchema,
  authorize: { action: "fund.apply", resource: ownOrganization },
  run: (ctx, { publicId, stage, to, reason }) =>
    act(ctx, publicId, true, (given) => moveStage(given, stage, to, reason)),
  audit,
});

/** The leader asks for the next review early. [FU19] */
export const askEarlyReview = defineMutation({
  name: "fund.early",
  input: askEarlySchema,
  authorize: { action: "fund.apply", resource: ownOrganization },
  run: (ctx, { publicId, to }) => act(ctx, publicId, true, (given) => askEarly(given, to)),
  audit,
});

/** The fund asks for a look beside the plan, on a named cause. [FU19] */
export const askSpecialCheck = defineMutation({
  name: "fund.askCheck",
  input: askCheckSchema,
  authorize: { action: "fund.keep" },
  run: (ctx, { publicId, to, cause }) => act(ctx, publicId, false, (given) => askCheck(given, to, cause)),
  audit,
});

/** The fund records what a review found. [FU19] */
export const endPlanStage = defineMutation({
  name: "fund.endStage",
  input: endStageSchema,
  authorize: { action: "fund.keep" },
  run: (ctx, { publicId, stage, to, verdict, negative }) =>
    act(ctx, publicId, false, (given) => endStage(given, stage, to, verdict, negative)),
  audit,
});

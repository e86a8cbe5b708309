import { incentiveClaimSchema, incentiveRefSchema } from "@lilink/contract";
import { incentiveClaim, organization, organizationProfile } from "@lilink/db/schema";
import { shiftDate, toShanghaiDate } from "@lilink/model/calendar";
import { LilinkError } from "@lilink/model/error";
import { type IncentiveFacts, incentiveClaimMachine, judgeClaim } from "@lilink/model/incentive";
import { personOf } from "@lilink/model/policy";
import { and, eq, sql } from "drizzle-orm";
import { ownOrganization, requireOwn } from "../../ground/actor/own.ts";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { standsFor } from "../../kernel/stands-for.ts";
import { bothTitles, type Programme, readTerms, requireProgramme } from "./read-programmes.ts";

/** What the terms ask of the body acted for, today. */
export async function readOwnFacts(
  ctx: Context,
  programmeId: string,
  amount: string,
): Promise<IncentiveFacts> {
  const [body] = await ctx.db
    .select({
      kind: organization.kind,
      links: organization.links,
      province: organization.province,
      size: organizationProfile.size,
    })
    .from(organization)
    .leftJoin(organizationProfile, eq(organizationProfile.organizationId, organization.id))
    .where(eq(organization.id, requireOwn(ctx)));
  if (!body) throw new LilinkError("NOT_FOUND");
  const { rows } = await ctx.db.execute<{ earlier: number; tookBack: boolean }>(
    sql`select earlier, took_back as "tookBack" from app.incentive_record(${programmeId}::uuid)`,
  );
  const { earlier = 0, tookBack = false } = rows[0] ?? {};
  return { ...body, amount, earlier, tookBack };
}

/** The first day on which terms no longer hold. */
export const endOf = ({ closesOn }: Pick<Programme, "closesOn">) => shiftDate(closesOn, 1);

/** Whether a claim can be filed on a day. */
export const takesClaims = ({ state, opensOn, closesOn }: Programme, on: string): boolean =>
  state === "open" && opensOn <= on && on <= closesOn;

/** A body claims; the claim keeps the terms and the facts of its day, by which it is judged whatever changes later. [IC2] */
export const claimIncentive = defineMutation({
  name: "incentive.claim",
  input: incentiveClaimSchema,
  authorize: { action: "incentive.claim", resource: ownOrganization },
  run: async (ctx, { publicId, amount, purpose }) => {
    const organizationId = requireOwn(ctx);
    const programme = await requireProgramme(ctx, sql`h.public_id = ${publicId}`);
    const on = toShanghaiDate(ctx.now);
    if (!takesClaims(programme, on)) throw new LilinkError("WRONG_STATE", { state: programme.state });
    // One body claims one after another, so that the number of its claims is right.
    await ctx.db.execute(
      sql`select pg_advisory_xact_lock(hashtextextended(${`incentive:${programme.id}:${organizationId}`}, 0))`,
    );
    const facts = await readOwnFacts(ctx, programme.id, amount);
    const judged = judgeClaim(await readTerms(ctx, programme.id), endOf(programme), facts, on);
    if (judged.terms === null) throw new LilinkError("WRONG_STATE", { state: "noTerms" });
    const id = ctx.newId();
    const claim = ctx.newPublicId();
    await ctx.db.insert(incentiveClaim).values({
      id,
      publicId: claim,
      programmeId: programme.id,
      organizationId,
      state: incentiveClaimMachine.start,
      amount,
      purpose,
      claimedOn: on,
      claimedBy: personOf(ctx.actor),
      claimedAt: ctx.now,
      termsId: judged.terms,
      facts,
      broken: [...judged.broken],
    });
    await ctx.enqueue("notice.deliver", {
      kind: "incentive.claimed",
      causeKey: id,
      path: `/incentives/${publicId}`,
      params: bothTitles(programme),
      officers: true,
    });
    return { id, publicId: claim, eligible: judged.eligible, broken: judged.broken };
  },
  audit: ({ amount }, { id }) => ({ subjectKind: "incentive_claim", subjectId: id, detail: { amount } }),
});

/** Takes a claim back before it is granted; what was reserved for it is free again. [IC3] */
export const withdrawClaim = defineMutation({
  name: "incentive.withdraw",
  input: incentiveRefSchema,
  authorize: { action: "incentive.claim", resource: ownOrganization },
  run: async (ctx, { publicId }) => {
    const own = and(
      eq(incentiveClaim.publicId, publicId),
      eq(incentiveClaim.organizationId, requireOwn(ctx)),
    );
    const [row] = await ctx.db
      .select({ id: incentiveClaim.id, state: incentiveClaim.state })
      .from(incentiveClaim)
      .where(own);
    if (!row) throw new LilinkError("NOT_FOUND");
    const done = await ctx.db
      .update(incentiveClaim)
      .set({ state: incentiveClaimMachine.steps.withdraw.to })
      .where(and(own, standsFor(incentiveClaim.state, incentiveClaimMachine, "withdraw")))
      .returning({ id: incentiveClaim.id });
    if (done.length === 0) throw new LilinkError("WRONG_STATE", { state: row.state });
    return { id: row.id };
  },
  audit: (_input, { id }) => ({ subjectKind: "incentive_claim", subjectId: id }),
});

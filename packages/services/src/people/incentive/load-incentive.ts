import { incentiveRefSchema, publicIdSchema } from "@lilink/contract";
import { incentiveClaim, organization } from "@lilink/db/schema";
import { toShanghaiDate } from "@lilink/model/calendar";
import { judgeClaim } from "@lilink/model/incentive";
import { can, isOfficer, organizationOf } from "@lilink/model/policy";
import { desc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { defineQuery } from "../../kernel/define.ts";
import { endOf, readOwnFacts, takesClaims } from "./claim-incentive.ts";
import { type Programme, readProgrammes, readTerms, requireProgramme } from "./read-programmes.ts";

const toView = ({ id: _id, ...programme }: Programme) => programme;

/** Every programme with its budget, what is bound and paid as the reader may know it, and refusals by code; those of one policy where it is named. [IC5] [IC6] */
export const listIncentives = defineQuery({
  name: "incentive.list",
  input: z.object({ policy: publicIdSchema.optional() }).default({}),
  authorize: { action: "incentive.read" },
  run: async (ctx, { policy }) =>
    (
      await readProgrammes(
        ctx,
        policy
          ? sql`v.policy_id = (select p.id from public_policy p where p.public_id = ${policy})`
          : sql`true`,
      )
    ).map(toView),
});

/** A programme with its terms, what the own body would hear today, its claims, and for officers all claims that are not of a conflict. [IC2] [IC5] */
export const loadIncentive = defineQuery({
  name: "incentive.load",
  input: incentiveRefSchema,
  authorize: { action: "incentive.read" },
  run: async (ctx, { publicId }) => {
    const programme = await requireProgramme(ctx, sql`h.public_id = ${publicId}`);
    const terms = await readTerms(ctx, programme.id);
    const today = toShanghaiDate(ctx.now);
    const claims = can(ctx.actor, "incentive.claim", { owner: organizationOf(ctx.actor) !== null });
    return {
      ...toView(programme),
      terms,
      today,
      takesClaims: takesClaims(programme, today),
      keeps: isOfficer(ctx.actor),
      /** What the terms of today say of the own body, the amount left out. */
      own: claims
        ? judgeClaim(terms, endOf(programme), await readOwnFacts(ctx, programme.id, "0"), today)
        : null,
      claims: await readClaims(ctx, programme.id),
    };
  },
});

/** Claims that the reader may see: row security leaves those of others out, and for officers those of a conflict. */
function readClaims(ctx: Context, programmeId: string) {
  return ctx.db
    .select({
      publicId: incentiveClaim.publicId,
      state: incentiveClaim.state,
      amount: incentiveClaim.amount,
      purpose: incentiveClaim.purpose,
      claimedOn: incentiveClaim.claimedOn,
      broken: incentiveClaim.broken,
      code: incentiveClaim.code,
      reason: incentiveClaim.reason,
      terms: incentiveClaim.termsId,
      checkedByMe: sql<boolean>`${incentiveClaim.checkedBy} is not distinct from app.person()`,
      organization: {
        publicId: organization.publicId,
        nameZh: organization.nameZh,
        nameEn: organization.nameEn,
      },
    })
    .from(incentiveClaim)
    .innerJoin(organization, eq(organization.id, incentiveClaim.organizationId))
    .where(eq(incentiveClaim.programmeId, programmeId))
    .orderBy(desc(incentiveClaim.claimedAt))
    .limit(100);
}

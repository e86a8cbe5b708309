import { waiverGiveSchema, waiverRefSchema } from "@lilink/contract";
import { disclosureWaiver, organizationProfile, person } from "@lilink/db/schema";
import { LilinkError, toInputError } from "@lilink/model/error";
import { findIndicator } from "@lilink/model/goals";
import { personOf } from "@lilink/model/policy";
import { and, desc, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { ownOrganization, requireOwn } from "../../ground/actor/own.ts";
import type { Context } from "../../kernel/context.ts";
import { defineMutation, defineQuery } from "../../kernel/define.ts";

const shown = 200;
const give = { action: "waiver.give", resource: ownOrganization, recent: true } as const;

/** What the organization lets be told where it alone would be recognized, and what it no longer does, newest first. */
export const listWaivers = defineQuery({
  name: "waiver.list",
  input: z.object({}).default({}),
  authorize: { action: "waiver.read", resource: ownOrganization },
  run: (ctx) =>
    ctx.db
      .select({
        indicator: disclosureWaiver.indicator,
        givenBy: person.name,
        givenAt: disclosureWaiver.givenAt,
        withdrawnAt: disclosureWaiver.withdrawnAt,
      })
      .from(disclosureWaiver)
      .leftJoin(person, eq(person.id, disclosureWaiver.givenBy))
      .where(eq(disclosureWaiver.organizationId, requireOwn(ctx)))
      .orderBy(desc(disclosureWaiver.givenAt))
      .limit(shown),
});

/** An administrator lets the figures of one indicator be told; it holds from the next release on. [RL13] */
export const giveWaiver = defineMutation({
  name: "waiver.give",
  input: waiverGiveSchema,
  authorize: give,
  run: async (ctx, { indicator }) => {
    if (!findIndicator(indicator)) throw toInputError([{ field: "indicator", rule: "notInList" }]);
    const organizationId = requireOwn(ctx);
    const [existing] = await ctx.db
      .select({ id: disclosureWaiver.id })
      .from(disclosureWaiver)
      .where(standingOf(ctx, indicator));
    if (existing) return existing;
    const [profile] = await ctx.db
      .select({ groupId: organizationProfile.groupId })
      .from(organizationProfile)
      .where(eq(organizationProfile.organizationId, organizationId));
    const id = ctx.newId();
    await ctx.db.insert(disclosureWaiver).values({
      id,
      organizationId,
      groupId: profile?.groupId ?? null,
      indicator,
      givenBy: personOf(ctx.actor),
      givenAt: ctx.now,
    });
    return { id };
  },
  audit: ({ indicator }, { id }) => ({ subjectKind: "waiver", subjectId: id, detail: { indicator } }),
});

/** From the next release on the figures are protected again; what was told stays told. [RL13] */
export const withdrawWaiver = defineMutation({
  name: "waiver.withdraw",
  input: waiverRefSchema,
  authorize: give,
  run: async (ctx, { indicator }) => {
    const [row] = await ctx.db
      .update(disclosureWaiver)
      .set({ withdrawnAt: ctx.now })
      .where(standingOf(ctx, indicator))
      .returning({ id: disclosureWaiver.id });
    if (!row) throw new LilinkError("NOT_FOUND");
    return row;
  },
  audit: ({ indicator }, { id }) => ({ subjectKind: "waiver", subjectId: id, detail: { indicator } }),
});

function standingOf(ctx: Context, indicator: string) {
  return and(
    eq(disclosureWaiver.organizationId, requireOwn(ctx)),
    eq(disclosureWaiver.indicator, indicator),
    isNull(disclosureWaiver.withdrawnAt),
  );
}

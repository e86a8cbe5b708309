import { publicFigureRefSchema, publicFigureSchema } from "@lilink/contract";
import { organization, publicFigure } from "@lilink/db/schema";
import { toShanghaiDate } from "@lilink/model/calendar";
import { LilinkError, toInputError } from "@lilink/model/error";
import type { Component } from "@lilink/model/goals/definition";
import { personOf } from "@lilink/model/policy";
import { periodOfDay } from "@lilink/model/return";

import { and, desc, eq } from "drizzle-orm";
import { z } from "zod";
import { impartialTo } from "../../ground/actor/barred.ts";
import type { Context } from "../../kernel/context.ts";
import { defineMutation, defineQuery } from "../../kernel/define.ts";
import { definitionsInForce } from "../definition/definitions-in-force.ts";

const shown = 500;
const note = { action: "publicFigure.note" } as const;
/** On nothing of a firm from which the officer stays away ([PL12]). */
const noteOf = {
  ...note,
  resource: (ctx: Context, input: { readonly organization: string }) => impartialTo(ctx, input.organization),
};

/** A reporting item of the definitions that hold now. */
export type NotableComponent = { readonly indicator: string; readonly component: Component };

/**
 * Figures that listed firms have published themselves: everybody knows them, so releases must hold against everybody. With them, of which reporting
 * items one can be noted today.
 */
export const listPublicFigures = defineQuery({
  name: "publicFigure.list",
  input: z.object({}).default({}),
  authorize: note,
  run: async (ctx) => ({
    figures: await readPublicFigures(ctx),
    components: (await definitionsInForce(ctx, periodOfDay(toShanghaiDate(ctx.now), "quarterly").id)).flatMap(
      ({ indicator, components }): readonly NotableComponent[] =>
        components.map((component) => ({ indicator, component })),
    ),
  }),
});

function readPublicFigures(ctx: Context) {
  return ctx.db
    .select({
      organization: {
        publicId: organization.publicId,
        nameZh: organization.nameZh,
        nameEn: organization.nameEn,
      },
      component: publicFigure.component,
      period: publicFigure.period,
      source: publicFigure.source,
      notedAt: publicFigure.createdAt,
    })
    .from(publicFigure)
    .innerJoin(organization, eq(organization.id, publicFigure.organizationId))
    .orderBy(desc(publicFigure.period), publicFigure.component, organization.namePinyin)
    .limit(shown);
}

/** An officer notes that a firm's figure of a period is public, and where; the next release takes it for known. [RL13] */
export const notePublicFigure = defineMutation({
  name: "publicFigure.note",
  input: publicFigureSchema,
  authorize: noteOf,
  run: async (ctx, { component, period, source, ...input }) => {
    const organizationId = await findOrganization(ctx, input.organization);
    const definitions = await definitionsInForce(ctx, period);
    if (!definitions.some(({ components }) => components.some(({ code }) => code === component)))
      throw toInputError([{ field: "component", rule: "notInList" }]);
    const id = ctx.newId();
    const row = { component, period, source, notedBy: personOf(ctx.actor), createdAt: ctx.now };
    const [noted] = await ctx.db
      .insert(publicFigure)
      .values({ id, organizationId, ...row })
      .onConflictDoNothing()
      .returning({ id: publicFigure.id });
    if (!noted) throw new LilinkError("CONFLICT");
    return noted;
  },
  audit: ({ organization: of, component, period }, { id }) => ({
    subjectKind: "public_figure",
    subjectId: id,
    detail: { organization: of, component, period },
  }),
});

/** What was noted by mistake. What a release told meanwhile stays told. */
export const removePublicFigure = defineMutation({
  name: "publicFigure.remove",
  input: publicFigureRefSchema,
  authorize: noteOf,
  run: async (ctx, { component, period, ...input }) => {
    const organizationId = await findOrganization(ctx, input.organization);
    const [row] = await ctx.db
      .delete(publicFigure)
      .where(
        and(
          eq(publicFigure.organizationId, organizationId),
          eq(publicFigure.component, component),
          eq(publicFigure.period, period),
        ),
      )
      .returning({ id: publicFigure.id });
    if (!row) throw new LilinkError("NOT_FOUND");
    return row;
  },
  audit: (_input, { id }) => ({ subjectKind: "public_figure", subjectId: id }),
});

async function findOrganization(ctx: Context, publicId: string): Promise<string> {
  const [row] = await ctx.db
    .select({ id: organization.id })
    .from(organization)
    .where(eq(organization.publicId, publicId));
  if (!row) throw toInputError([{ field: "organization", rule: "notInList" }]);
  return row.id;
}

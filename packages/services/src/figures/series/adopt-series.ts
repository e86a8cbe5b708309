import { seriesAdoptSchema, seriesReadSchema, seriesRefSchema, seriesWithdrawSchema } from "@lilink/contract";
import { observation, series, seriesAdoption } from "@lilink/db/schema";
import { toShanghaiDate } from "@lilink/model/calendar";
import { type FieldRule, LilinkError, toInputError } from "@lilink/model/error";
import { asksRegion, readingsFor, readSeriesFigure } from "@lilink/model/goals";
import { personOf } from "@lilink/model/policy";
import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { defineMutation, defineQuery } from "../../kernel/define.ts";
import { definitionsInForce } from "../definition/definitions-in-force.ts";
import { readVersions } from "../definition/read-definitions.ts";

const refuse = (field: string, rule: FieldRule): never => {
  throw toInputError([{ field, rule }]);
};

/** Measures of definitions in force that some reading of the series gives, each with its readings. [GO12] */
export const listSeriesMeasures = defineQuery({
  name: "series.measures",
  input: seriesRefSchema,
  authorize: { action: "series.adopt" },
  run: async (ctx, { code }) => {
    const units = await ctx.db
      .selectDistinct({ unit: series.unit })
      .from(series)
      .where(eq(series.code, code));
    const definitions = await definitionsInForce(ctx, toShanghaiDate(ctx.now).slice(0, 4));
    return definitions.flatMap(({ indicator, measures }) =>
      measures
        .map(({ code: measure, name, unit }) => {
          const readings = new Set(units.flatMap((one) => readingsFor(unit, one.unit)));
          return { indicator, measure, name, unit, readings: [...readings] };
        })
        .filter(({ readings }) => readings.length > 0),
    );
  },
});

/** What a reading would give, before it is adopted. [GO12] */
export const readSeries = defineQuery({
  name: "series.read",
  input: seriesReadSchema,
  authorize: { action: "series.adopt" },
  run: async (ctx, input) => (await compute(ctx, input)).figure,
});

/** An officer takes a figure of a measure from an edition of a series; it is computed here and frozen. [GO12] */
export const adoptSeries = defineMutation({
  name: "series.adopt",
  input: seriesAdoptSchema,
  authorize: { action: "series.adopt" },
  run: async (ctx, { indicator, measure, reason, ...asked }) => {
    const { edition, figure } = await compute(ctx, asked);
    const definition = (await readVersions(ctx, indicator)).findLast(({ adopted }) => adopted);
    if (!definition) return refuse("indicator", "notInList");
    const wanted = definition.measures.find((one) => one.code === measure);
    if (!wanted) return refuse("measure", "notInList");
    if (!readingsFor(wanted.unit, edition.unit).includes(asked.reading))
      return refuse("reading", "unitMismatch");
    const id = ctx.newId();
    const publicId = ctx.newPublicId();
    const [adopted] = await ctx.db
      .insert(seriesAdoption)
      .values({
        ...{ id, publicId, indicator, measure, reason, ...figure },
        period: asked.period,
        reading: asked.reading,
        seriesId: edition.id,
        region: asksRegion(asked.reading) ? (asked.region ?? null) : null,
        adoptedBy: personOf(ctx.actor),
        adoptedAt: ctx.now,
      })
      .onConflictDoNothing()
      .returning({ id: seriesAdoption.id });
    if (!adopted) return refuse("period", "alreadyUsed");
    return { id, publicId, ...figure };
  },
  audit: (input, { id }) => ({
    subjectKind: "series_adoption",
    subjectId: id,
    detail: { series: input.code, vintage: input.vintage, measure: input.measure, period: input.period },
  }),
});

async function compute(
  ctx: Context,
  { code, vintage, period, reading, region }: z.output<typeof seriesReadSchema>,
) {
  const [edition] = await ctx.db
    .select({ id: series.id, unit: series.unit })
    .from(series)
    .where(and(eq(series.code, code), eq(series.vintage, vintage)));
  if (!edition) throw new LilinkError("NOT_FOUND", { kind: "series", id: code });
  if (asksRegion(reading) && !region) return refuse("region", "required");
  const rows = await ctx.db
    .select({ region: observation.region, value: observation.value })
    .from(observation)
    .where(and(eq(observation.seriesId, edition.id), eq(observation.period, period)));
  if (rows.length === 0) return refuse("period", "notInList");
  const figure = readSeriesFigure(rows, reading, region);
  if (!figure) return refuse(asksRegion(reading) ? "region" : "reading", "notInList");
  return { edition, figure };
}

/** The measure has no figure of that period any more, unless a release has one. [GO12] */
export const withdrawSeries = defineMutation({
  name: "series.withdraw",
  input: seriesWithdrawSchema,
  authorize: { action: "series.adopt" },
  run: async (ctx, { publicId, reason }) => {
    const [row] = await ctx.db
      .update(seriesAdoption)
      .set({ withdrawnAt: ctx.now, withdrawnBy: personOf(ctx.actor), withdrawnReason: reason })
      .where(and(eq(seriesAdoption.publicId, publicId), isNull(seriesAdoption.withdrawnAt)))
      .returning({ id: seriesAdoption.id });
    if (!row) throw new LilinkError("NOT_FOUND");
    return row;
  },
  audit: (_input, { id }) => ({ subjectKind: "series_adoption", subjectId: id }),
});

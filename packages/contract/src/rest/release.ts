import { figureStatuses, releaseAudiences, releaseStates } from "@lilink/model/goals/release";
import { z } from "zod";
import { moment } from "./basic.ts";

const answer = {
  status: z.enum(figureStatuses),
  /** A decimal string; null unless published. */
  value: z.string().nullable(),
  low: z.string().nullable(),
  high: z.string().nullable(),
};

const figure = z
  .object({
    indicator: z.string(),
    measure: z.string(),
    unit: z.string(),
    dimensions: z.array(z.string()),
    place: z.array(z.string()),
    ...answer,
  })
  .meta({ id: "ReleasedFigure" });

const head = {
  publicId: z.string(),
  period: z.string(),
  edition: z.int(),
  audience: z.enum(releaseAudiences),
  state: z.enum(releaseStates),
  own: z.boolean(),
  askedAt: moment,
  frozenAt: moment.nullable(),
  report: z
    .object({
      cells: z.int(),
      published: z.int(),
      withheld: z.int(),
      absent: z.int(),
      untoldPercent: z.number().nullable(),
    })
    .nullable(),
  coverage: z.array(z.object({ indicator: z.string(), definition: z.int(), percent: z.number().nullable() })),
};

export const releaseItem = z.object(head).meta({ id: "ReleaseItem" });

export const release = z
  .object({
    ...head,
    tables: z.array(
      z.object({
        indicator: z.string(),
        measure: z.string(),
        unit: z.string(),
        dimensions: z.array(z.string()),
        published: z.int(),
        withheld: z.int(),
        absent: z.int(),
      }),
    ),
  })
  .meta({ id: "Release" });

export const figurePage = z
  .object({
    publicId: z.string(),
    period: z.string(),
    edition: z.int(),
    frozenAt: moment.nullable(),
    items: z.array(figure),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: "FigurePage" });

export const figureSeries = z.array(
  z
    .object({
      indicator: z.string(),
      measure: z.string(),
      unit: z.string(),
      headline: z.boolean(),
      figures: z.array(
        z.object({
          ...answer,
          period: z.string(),
          place: z.array(z.string()),
          release: z.string(),
          edition: z.int(),
          frozenAt: moment,
          ageDays: z.int(),
          definition: z.int().nullable(),
          coverage: z.number().nullable(),
        }),
      ),
    })
    .meta({ id: "FigureSeries" }),
);

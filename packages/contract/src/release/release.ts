import { releaseAudiences } from "@lilink/model/goals/release";
import { z } from "zod";
import { indicatorRefSchema } from "../goal/series.ts";
import { pageInput, publicIdSchema } from "../page/page.ts";
import { plainLine } from "../text/plain-text.ts";

const indicator = indicatorRefSchema.shape.id;
const code = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, "badFormat")
  .max(80, "tooLong");
const period = z.string().regex(/^\d{4}(H[12]|Q[1-4]|-(0[1-9]|1[0-2]))?$/, "badFormat");

/** A release of what is verified of a round by now. */
export const releaseAskSchema = z.object({
  round: publicIdSchema,
  audience: z.enum(releaseAudiences, "notChosen"),
});

export const releasePaperRefSchema = z.object({ publicId: publicIdSchema, locale: z.enum(["zh-CN", "en"]) });
export const releaseRefSchema = z.object({ publicId: publicIdSchema });

/** The cells of a release, in one order for all faces; of one indicator where it is named. */
export const figureListSchema = z.object({
  publicId: publicIdSchema,
  indicator: indicator.optional(),
  cursor: pageInput.shape.cursor,
  limit: z.number().int().min(1).max(5000).default(1000),
});

/** Figures over periods, of the latest release of each that the reader may see; totals where no breakdown is named. */
export const latestFiguresSchema = z.object({
  indicator: indicator.optional(),
  indicators: z.array(indicator).max(60, "tooLarge").optional(),
  /** Measures of each, or its headline alone. */
  measures: z.enum(["headline", "all"]).default("headline"),
  dimensions: z.array(code).max(3, "tooLarge").default([]),
});

/** A firm's group lets its figures of an indicator be told where it alone would be recognized. */
export const waiverGiveSchema = z.object({ indicator: z.string().min(1, "notChosen").pipe(indicator) });
export const waiverRefSchema = z.object({ indicator });

/** A figure that a listed firm has published itself. */
export const publicFigureSchema = z.object({
  organization: publicIdSchema,
  component: code,
  period,
  source: plainLine().min(1, "required").max(300, "tooLong"),
});
export const publicFigureRefSchema = publicFigureSchema.omit({ source: true });

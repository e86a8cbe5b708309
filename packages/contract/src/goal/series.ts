import { seriesReadings } from "@lilink/model/goals";
import { z } from "zod";
import { tooShort } from "../fault/too-short.ts";
import { pageInput, publicIdSchema } from "../page/page.ts";
import { plainText } from "../text/plain-text.ts";

/** A published series and its figures, as the importer has read and checked them. */
export const seriesSchema = z.object({
  code: z.string().min(1, "required").max(80, "tooLong"),
  name: z.object({ zh: z.string().min(1, "required"), en: z.string().min(1, "required") }),
  unit: z.string().min(1, "required").max(60, "tooLong"),
  source: z.string().min(1, "required"),
  address: z.url("badFormat").nullable(),
  licence: z.string().min(1, "required"),
  vintage: z.string().min(1, "required").max(80, "tooLong"),
  confidence: z.enum(["published", "computed"]),
});

export const observationSchema = z.object({
  series: z.string().min(1, "required"),
  region: z.string().min(1, "required").max(120, "tooLong"),
  year: z.number().int().min(1900, "tooSmall").max(2100, "tooLarge"),
  period: z.string().min(1, "required").max(40, "tooLong"),
  value: z.string().regex(/^-?\d{1,30}(\.\d{1,20})?$/, "notANumber"),
  note: z.string().max(1000, "tooLong").optional(),
});

export const importSeriesSchema = z.object({
  series: z.array(seriesSchema).min(1, "required").max(1000),
  rows: z.array(observationSchema).max(200_000),
});

export const goalRefSchema = z.object({ id: z.string().regex(/^G\d{2}-\d{2}$/, "badFormat") });
export const indicatorRefSchema = z.object({ id: z.string().regex(/^[A-Z]{3}-\d{2}$/, "badFormat") });

/** Series by words of their code, name, source or unit. */
export const seriesListSchema = pageInput.extend({ q: z.string().max(200, "tooLong").default("") });

const seriesCode = z.string().min(1, "required").max(80, "tooLong");
export const seriesRefSchema = z.object({ code: seriesCode });

const reason = plainText().min(10, tooShort).max(1000, "tooLong");

/** What a figure is read from: an edition, a period and a reading, for one region where the reading asks for it. */
export const seriesReadSchema = z.object({
  code: seriesCode,
  vintage: z.string().min(1, "required").max(80, "tooLong"),
  period: z.string().min(1, "required").max(40, "tooLong"),
  reading: z.enum(seriesReadings),
  region: z.string().max(120, "tooLong").optional(),
});

/** The figure itself is not sent: it is computed. [GO12] */
export const seriesAdoptSchema = seriesReadSchema.extend({
  indicator: indicatorRefSchema.shape.id,
  measure: z.string().min(1, "required").max(80, "tooLong"),
  reason,
});

export const seriesWithdrawSchema = z.object({ publicId: publicIdSchema, reason });

import { takenChemistries } from "@lilink/model/register";
import { z } from "zod";

export const mostSalesRows = 5000;

export const askRatesSchema = z.object({});

export const saveSalesSchema = z.object({
  source: z.string().trim().min(1, "required").max(200, "tooLong"),
  rows: z
    .array(
      z.object({
        year: z.number().int().min(2000, "tooSmall").max(2100, "tooLarge"),
        province: z.string().regex(/^\d{2}$/, "badFormat"),
        chemistry: z.enum(takenChemistries),
        gwh: z.number().min(0, "tooSmall").max(10_000, "tooLarge"),
      }),
    )
    .min(1, "required")
    .max(mostSalesRows, "tooLarge"),
});

/** What of the forecast is asked for. The law holds for all chemistries; a list of shares by age is an observed one. */
export const loadOutlookSchema = z.object({
  province: z
    .string()
    .regex(/^\d{2}$/, "badFormat")
    .optional(),
  chemistry: z.enum(takenChemistries).optional(),
  shape: z.number().min(0.5, "tooSmall").max(12, "tooLarge").default(3.5),
  scale: z.number().min(1, "tooSmall").max(40, "tooLarge").default(8),
  observed: z.array(z.number().min(0, "tooSmall").max(1, "tooLarge")).max(40, "tooLong").optional(),
});

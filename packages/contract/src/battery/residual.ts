import { takenChemistries, testMethods } from "@lilink/model/register";
import { lotKinds } from "@lilink/model/trace/lot";
import { z } from "zod";
import { isoDay, publicIdSchema } from "../page/page.ts";

const code = z.string().trim().min(1, "required").max(80, "tooLong");
const share = z.number().min(0, "tooSmall").max(1, "tooLarge");
const province = z.string().regex(/^\d{2}$/, "badFormat");

export const bookTestSchema = z.object({
  laboratory: publicIdSchema,
  code,
  /** Any day of the week. */
  week: isoDay,
});

export const answerBookingSchema = z.object({
  publicId: publicIdSchema,
  state: z.enum(["confirmed", "declined", "withdrawn"]),
});

export const testDenominators = ["rated", "first"] as const;

export const fileTestSchema = z.object({
  code,
  method: z.enum(testMethods),
  denominator: z.enum(testDenominators),
  testedOn: isoDay,
  /** The body for which it was made. */
  holder: publicIdSchema.optional(),
  /** Energy and capacity that are left, apart, over the denominator. */
  energyShare: share.optional(),
  capacityShare: share.optional(),
  /** mΩ */
  resistance: z.number().positive("notPositive").max(1_000_000, "tooLarge").optional(),
  /** Expanded uncertainty of the energy share, k = 2. */
  u: share.optional(),
  cost: z.number().min(0, "tooSmall").max(10_000_000, "tooLarge").optional(),
  minutes: z.number().int().min(1, "tooSmall").max(100_000, "tooLarge").optional(),
});

export const saveSeriesSchema = z.object({
  code: z.string().trim().min(1, "required").max(24, "tooLong"),
  rated: z.number().positive("notPositive").max(100_000, "tooLarge"),
  /** Capacity at cycle 1, 2, 3 and so on, Ah. */
  amounts: z
    .array(z.number().positive("notPositive").max(100_000, "tooLarge"))
    .min(4, "tooShort")
    .max(5000, "tooLong"),
});

export const sellBatterySchema = z.object({
  code,
  buyer: publicIdSchema,
  chemistry: z.enum(takenChemistries),
  energyShare: share,
  /** CNY for a kWh that is left. */
  price: z.number().min(0, "tooSmall").max(100_000, "tooLarge"),
  soldOn: isoDay,
});

export const answerSaleSchema = z.object({
  publicId: publicIdSchema,
  state: z.enum(["confirmed", "disputed"]),
});

export const loadResidualSchema = z.object({ series: z.string().max(24).optional() });

export const saveLotSchema = z.object({
  name: z.string().trim().min(1, "required").max(80, "tooLong"),
  kind: z.enum(lotKinds),
  province,
  chemistry: z.enum(takenChemistries),
  tonnes: z.number().positive("notPositive").max(1_000_000, "tooLarge"),
  energyShare: share.optional(),
  u: share.optional(),
  testedOn: isoDay.optional(),
  accredited: z.boolean().default(false),
  /** The last cascade step that it stood on. */
  step: z.number().int().min(0).max(3).default(0),
  /** Why a ternary battery goes into cascade use. */
  reason: z.string().trim().max(400, "tooLong").optional(),
  damaged: z.boolean().default(false),
});

export const withdrawLotSchema = z.object({ publicId: publicIdSchema });

import { reserveMoves, reserveProducts } from "@lilink/model/supply";
import { z } from "zod";
import { isoDay } from "../page/page.ts";

const words = z.string().trim().min(1, "required").max(160, "tooLong");

export const openReserveSchema = z.object({
  product: z.enum(reserveProducts),
  grade: words,
  form: words,
  site: words,
  custodian: words,
  targetDays: z.number().int("notANumber").min(1, "tooSmall").max(3650, "tooLarge"),
  shelfLifeDays: z.number().int("notANumber").min(1, "tooSmall").max(36_500, "tooLarge").optional(),
});

export const moveReserveSchema = z.object({
  stock: z.string().min(1, "required").max(40, "tooLong"),
  kind: z.enum(reserveMoves),
  /** Tonnes of the product. */
  tonnes: z.number().positive("tooSmall").max(1e7, "tooLarge"),
  occurredOn: isoDay,
  /** The decision of a meeting that it rests on. */
  decision: z.string().min(1, "required").max(40, "tooLong").optional(),
  note: z.string().trim().max(500, "tooLong").optional(),
});

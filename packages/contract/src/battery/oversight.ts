import { overseenKinds } from "@lilink/model/trace/item";
import { z } from "zod";
import { publicIdSchema, signedCursor } from "../page/page.ts";

export const overseeBatteriesSchema = z.object({
  kind: z.enum(overseenKinds).optional(),
  province: z
    .string()
    .regex(/^\d{2}$/, "badFormat")
    .optional(),
  /** Of one body alone, as a letter to it lists them. */
  body: publicIdSchema.optional(),
  cursor: signedCursor.optional(),
  limit: z.number().int().min(1).max(200).default(25),
});

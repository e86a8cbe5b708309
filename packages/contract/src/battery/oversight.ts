import { overseenKinds } from "@lilink/model/trace/item";
import { z } from "zod";
import { publicIdSchema, signedCursor } from "../page/page.ts";
import { bothWays } from "./battery.ts";

/** By what the own open items are ordered; without one of them by how urgent they are. */
export const ownItemKeys = ["kind", "code", "on", "due", "otherZh", "otherEn"] as const;
export type OwnItemKey = (typeof ownItemKeys)[number];

export const listOwnItemsSchema = z
  .object({
    sort: z.enum(bothWays(ownItemKeys)).optional(),
    limit: z.number().int().min(1).max(100).default(10),
  })
  .prefault({});

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

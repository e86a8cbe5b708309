import {
  batchElements,
  batchProcesses,
  batchStates,
  batchSteps,
  channels,
  custodyModels,
  handlingClasses,
  inputKinds,
  mechanizations,
  rowSides,
  treatments,
  wasteStreams,
} from "@lilink/model/trace/batch-words";
import { z } from "zod";
import { isoDay, publicIdSchema, signedCursor } from "../page/page.ts";

const name = z.string().trim().min(1, "required").max(80, "tooLong");
const text = (max: number) => z.string().trim().max(max, "tooLong").optional();
const share = z.number().min(0, "tooSmall").max(1, "tooLarge");
const province = z
  .string()
  .regex(/^\d{2}$/, "badFormat")
  .optional();

const batchHead = {
  number: z.string().trim().min(1, "required").max(60, "tooLong"),
  process: z.enum(batchProcesses),
  custodyModel: z.enum(custodyModels),
  openedOn: isoDay,
  province,
};

export const openBatchSchema = z.object(batchHead);

export const mostRows = 400;

const batchRow = z
  .object({
    side: z.enum(rowSides),
    kind: z.enum([...inputKinds, "product", ...wasteStreams]),
    name,
    kg: z.number().min(0, "tooSmall").max(100_000_000, "tooLarge"),
    /** Shares of mass, 0 to 1. */
    assay: z.partialRecord(z.enum(batchElements), share),
    channel: z.enum(channels).optional(),
    treatment: z.enum(treatments).optional(),
    handler: text(160),
    licence: text(80),
    licenceUntil: isoDay.optional(),
  })
  .refine(
    ({ side, kind }) =>
      side === "input"
        ? inputKinds.some((one) => one === kind)
        : side === "product"
          ? kind === "product"
          : wasteStreams.some((one) => one === kind),
    { message: "notInList", path: ["kind"] },
  )
  .refine(({ assay }) => Object.values(assay).reduce((sum, one) => sum + one, 0) <= 1.000001, {
    message: "tooLarge",
    path: ["assay"],
  });

export const saveBatchSchema = z.object({
  publicId: publicIdSchema,
  version: z.number().int().min(1),
  ...batchHead,
  /** Relative standard uncertainties of what went in and of what came out. */
  uIn: share.optional(),
  uOut: share.optional(),
  handling: z.array(z.enum(handlingClasses)).max(handlingClasses.length),
  mechanization: z.enum(mechanizations).optional(),
  shortProcess: z.boolean().optional(),
  harmlessLiquor: z.boolean().optional(),
  rows: z.array(batchRow).max(mostRows, "tooLarge"),
});

export const stepBatchSchema = z.object({
  publicId: publicIdSchema,
  step: z.enum(batchSteps),
  reason: text(500),
  /** The day on which the batch was over, for the step `close`. */
  closedOn: isoDay.optional(),
});

export const loadBatchSchema = z.object({ publicId: publicIdSchema });

export const listBatchesSchema = z.object({
  state: z.enum(batchStates).optional(),
  cursor: signedCursor.optional(),
  limit: z.number().int().min(1).max(50).default(25),
});

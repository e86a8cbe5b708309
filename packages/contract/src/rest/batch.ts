import {
  batchElements,
  batchProcesses,
  batchStates,
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
import { pageOf } from "./basic.ts";

const publicId = z.string();
const state = z.enum(batchStates);
const about = {
  publicId,
  number: z.string(),
  state,
  process: z.enum(batchProcesses),
  openedOn: z.string(),
  closedOn: z.string().nullable(),
};

export const batchPage = pageOf(
  z
    .object({
      ...about,
      isOwn: z.boolean(),
      owner: z.object({ nameZh: z.string(), nameEn: z.string().nullable() }),
      inKg: z.number(),
      closure: z.number().nullable(),
      lithium: z.object({ recovery: z.number(), probability: z.number().nullable() }).nullable(),
      faults: z.int(),
    })
    .meta({ id: "BatchItem" }),
);

const batchRow = z
  .object({
    side: z.enum(rowSides),
    kind: z.enum([...inputKinds, "product", ...wasteStreams]),
    name: z.string(),
    kg: z.number(),
    assay: z.partialRecord(z.enum(batchElements), z.number()),
    channel: z.enum(channels).optional(),
    treatment: z.enum(treatments).optional(),
    handler: z.string().optional(),
    licence: z.string().optional(),
    licenceUntil: z.string().optional(),
  })
  .meta({ id: "BatchRow" });

/** One of them stands beside `rule`: what the fault is about. */
const batchFault = z
  .object({
    rule: z.string(),
    name: z.string().optional(),
    stream: z.string().optional(),
    element: z.string().optional(),
  })
  .meta({ id: "BatchFault" });

export const batchLoaded = z
  .object({
    ...about,
    owner: z.object({ publicId, nameZh: z.string(), nameEn: z.string().nullable() }),
    version: z.int(),
    custodyModel: z.enum(custodyModels),
    province: z.string().nullable(),
    uIn: z.number().nullable(),
    uOut: z.number().nullable(),
    handling: z.array(z.enum(handlingClasses)),
    mechanization: z.enum(mechanizations).nullable(),
    shortProcess: z.boolean().nullable(),
    harmlessLiquor: z.boolean().nullable(),
    reason: z.string().nullable(),
    rows: z.array(batchRow),
    spentElsewhere: z.array(z.string()),
    judged: z.object({
      elements: z.array(
        z.object({
          element: z.string(),
          inKg: z.number(),
          productKg: z.number(),
          wasteKg: z.number(),
          recovery: z.number(),
          closure: z.number(),
          u: z.number().nullable(),
          tolerance: z.number(),
          threshold: z.number().nullable(),
          probability: z.number().nullable(),
        }),
      ),
      mass: z.object({
        inKg: z.number(),
        productKg: z.number(),
        wasteKg: z.number(),
        closure: z.number().nullable(),
      }),
      nickelGroup: z.number().nullable(),
      faults: z.array(batchFault),
      warnings: z.array(batchFault),
      formal: z.object({ low: z.number(), high: z.number() }).nullable(),
    }),
    steps: z.array(z.string()),
  })
  .meta({ id: "Batch" });

export const batchOpened = z.object({ publicId }).meta({ id: "BatchOpened" });

export const batchSaved = z
  .object({ version: z.int(), spentElsewhere: z.array(z.string()) })
  .meta({ id: "BatchSaved" });

export const batchStepped = z.object({ state }).meta({ id: "BatchStepped" });

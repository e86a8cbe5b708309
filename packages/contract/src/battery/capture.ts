import { z } from "zod";
import { publicIdSchema, signedCursor } from "../page/page.ts";

/** A document of 50,000 events of one battery each has about 30 MB. */
export const maxCaptureBytes = 64 * 1024 * 1024;
/** Events of a document, rows of a file. */
export const maxCaptureRows = 100_000;

export const captureKinds = ["epcis", "event", "unit"] as const;
export type CaptureKind = (typeof captureKinds)[number];
/** What becomes of the rest where one event is at fault: EPCIS 2.0, GS1-Capture-Error-Behaviour. */
export const captureBehaviours = ["rollback", "proceed"] as const;

/** The columns of a file of each kind, by the field that a row has for the program. */
export const captureFields = {
  unit: ["code", "parent", "ah", "kwh", "kg"],
  event: [
    ...["verb", "code", "at", "to", "province", "vehicle", "origins", "children", "filed", "lost"],
    ...["energyShare", "u", "step", "reason", "batch", "proof", "authority", "corrects"],
  ],
} as const satisfies Readonly<Record<Exclude<CaptureKind, "epcis">, readonly string[]>>;

export const captureSchema = z.object({
  kind: z.enum(captureKinds),
  behaviour: z.enum(captureBehaviours).default("proceed"),
  name: z.string().trim().min(1, "required").max(200, "tooLong"),
  bytes: z.custom<Uint8Array>((given) => given instanceof Uint8Array, "required"),
  locale: z.enum(["zh-CN", "en"]).default("zh-CN"),
});

export const captureRef = z.object({ publicId: publicIdSchema });
export const listCapturesSchema = z.object({ kind: z.enum(captureKinds).optional() });

const instant = z.iso.datetime({ offset: true, error: "notADate" }).optional();
/** Filters of the simple event query of EPCIS 2.0 that have a meaning for batteries. */
export const listEventsSchema = z.object({
  codes: z.array(z.string().trim().max(80)).max(100, "tooLong").optional(),
  verbs: z.array(z.string().max(20)).max(40, "tooLong").optional(),
  from: instant,
  before: instant,
  recordedFrom: instant,
  recordedBefore: instant,
  cursor: signedCursor.optional(),
  limit: z.number().int().min(1, "tooSmall").max(1000, "tooLarge").default(30),
});

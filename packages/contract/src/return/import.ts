import { z } from "zod";
import { publicIdSchema } from "../page/page.ts";

/** A file of figures for a return. `replace`: it may write over figures that it does not know of. */
export const startImportSchema = z.object({
  publicId: publicIdSchema,
  name: z.string().max(400, "tooLong"),
  replace: z.boolean().default(false),
  bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array, "required"),
});

/** The address of an import, beside that of its return. */
export const importRefSchema = z.object({ publicId: publicIdSchema, import: publicIdSchema });

/** original: as it was sent. marked: with its faults, row by row. */
export const importFileSchema = importRefSchema.extend({ which: z.enum(["original", "marked"]) });

/** What the worker says of an import while it runs. */
export const reportImportSchema = z.object({
  importId: z.uuid(),
  rowsDone: z.number().int().min(0),
  rowsTotal: z.number().int().min(0).nullable(),
});

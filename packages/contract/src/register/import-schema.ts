import { z } from "zod";
import { publicIdSchema } from "../page/page.ts";

/** A file of records. `locale`: the language in which its faults are marked. */
export const startRecordImportSchema = z.object({
  name: z.string().max(400, "tooLong"),
  locale: z.enum(["zh-CN", "en"]),
  bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array, "required"),
});
export const recordImportRef = z.object({ import: publicIdSchema });
export const recordImportFileSchema = recordImportRef.extend({ which: z.enum(["original", "marked"]) });

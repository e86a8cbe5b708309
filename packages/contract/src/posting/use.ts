import { useFrameworks, usePurposes } from "@lilink/model/posting";
import { z } from "zod";
import { isoDay, publicIdSchema } from "../page/page.ts";
import { plainLine, plainText } from "../text/plain-text.ts";

/** What the parts of a posting may be used for; null removes the terms. */
export const setUseSchema = z.object({
  publicId: publicIdSchema,
  terms: z
    .object({
      purposes: z.array(z.enum(usePurposes)).min(1, "notChosen").max(usePurposes.length),
      framework: z.enum(useFrameworks, "notChosen"),
      until: isoDay.nullable(),
      words: plainText().max(1000, "tooLong").default(""),
    })
    .nullable(),
});

export const acceptUseSchema = z.object({
  publicId: publicIdSchema,
  /** The version that was read. */
  version: z.number().int().min(1),
  agreement: plainLine().max(200, "tooLong").default(""),
});

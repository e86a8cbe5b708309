import { conceptTypes, linkIds } from "@lilink/model/chain";
import { z } from "zod";
import { pageInput } from "../page/page.ts";
import { plainLine } from "../text/plain-text.ts";

/** A concept's id as an address carries it; whether it exists is for the verb to say. */
export const conceptRefSchema = z.object({ concept: z.string().regex(/^[a-z0-9-]{2,40}$/, "badFormat") });

export const conceptSearchSchema = z.object({
  q: plainLine().max(80, "tooLong").default(""),
  limit: z.number().int().min(1).max(50).default(20),
});

export const conceptListSchema = pageInput.extend({
  q: plainLine().max(80, "tooLong").optional(),
  link: z.enum(linkIds).optional(),
  type: z.enum(conceptTypes).optional(),
});

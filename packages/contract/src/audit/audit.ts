import { z } from "zod";
import { isoDay, pageInput, publicIdSchema } from "../page/page.ts";

/** An act by the start of its name: `posting.` finds all that is done to postings. */
const filter = {
  action: z
    .string()
    .regex(/^[A-Za-z.]{1,60}$/, "badFormat")
    .optional(),
  /** Days in China, both included. */
  from: isoDay.optional(),
  to: isoDay.optional(),
};

export const auditListInput = pageInput.extend({ ...filter, person: publicIdSchema.optional() });
export const auditSearchInput = pageInput.extend({ ...filter, organization: publicIdSchema.optional() });

export const auditExportInput = z.object({ organization: publicIdSchema.optional() });

const place = z.object({ chain: z.uuid(), number: z.number().int().nonnegative() });

export const auditHeadsInput = z.object({ scope: z.uuid().nullable() });

export const auditLinksInput = z.object({
  kind: z.enum(["audit", "disclosure"]),
  scope: z.uuid().nullable(),
  after: place.nullable(),
});

export const auditCheckpointsInput = z.object({ after: z.number().int().nonnegative() });

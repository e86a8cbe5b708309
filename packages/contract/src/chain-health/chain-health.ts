import { z } from "zod";

const ref = z.string().min(1, "required").max(40, "tooLong");

/** One run by its public id, or the latest; of one node alone where it is named. */
export const loadChainHealthSchema = z.object({
  run: ref.optional(),
  concept: z.string().min(1).max(80).optional(),
});

export const keepChainHealthSchema = z.object({ run: ref, meeting: ref });

export const proposeWeakLinkSchema = z.object({ concept: z.string().min(1, "required").max(80, "tooLong") });

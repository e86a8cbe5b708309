import { draftContentSchema, levelChoiceSchema, postingRefSchema, validDaysSchema } from "@lilink/contract";
import { posting, postingDraft } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { personOf } from "@lilink/model/policy";
import type { PostingContent } from "@lilink/model/posting";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { defineMutation } from "../kernel/define.ts";
import { loadPostingRow, ownPosting } from "./load-posting-row.ts";

/** Autosave. A draft saved elsewhere meanwhile is a conflict that carries the revision; nothing is overwritten. */
export const saveDraft = defineMutation({
  name: "posting.saveDraft",
  input: postingRefSchema.extend({
    revision: z.number().int().min(0),
    content: draftContentSchema,
    levels: levelChoiceSchema,
    validDays: validDaysSchema.optional(),
  }),
  authorize: { action: "posting.draft", resource: ownPosting },
  run: async (ctx, input) => {
    const row = await loadPostingRow(ctx, input.publicId);
    const content = input.content as Partial<PostingContent>;
    const [saved] = await ctx.db
      .update(postingDraft)
      .set({
        content,
        levels: input.levels,
        revision: input.revision + 1,
        updatedBy: personOf(ctx.actor),
        updatedAt: ctx.now,
      })
      .where(and(eq(postingDraft.postingId, row.id), eq(postingDraft.revision, input.revision)))
      .returning({ revision: postingDraft.revision });
    if (!saved) throw new LilinkError("CONFLICT", { field: "revision" });
    await ctx.db
      .update(posting)
      .set({
        ...(row.liveVersion === null && typeof content.title === "string"
          ? { title: content.title.slice(0, 120) }
          : {}),
        ...(row.liveVersion === null && typeof content.concept === "string"
          ? { concept: content.concept.slice(0, 80) }
          : {}),
        ...(input.validDays === undefined ? {} : { validDays: input.validDays }),
        updatedAt: ctx.now,
      })
      .where(eq(posting.id, row.id));
    return { revision: saved.revision, savedAt: ctx.now };
  },
  audit: () => null,
});

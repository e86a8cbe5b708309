import {
  draftContentSchema,
  levelChoiceSchema,
  postingKindSchema,
  postingRefSchema,
  validDaysSchema,
} from "@lilink/contract";
import * as shape from "@lilink/contract/rest";
import { posting, postingDraft } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { personOf } from "@lilink/model/policy";
import { compareContents, type LevelChoice, type PostingContent, startLevels } from "@lilink/model/posting";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { loadPostingRow, ownOrAdvised } from "./load-posting-row.ts";

const input = postingRefSchema.extend({
  revision: z.number().int().min(0),
  content: draftContentSchema,
  levels: levelChoiceSchema,
  validDays: validDaysSchema.optional(),
  /** Another kind, for a draft that was never handed in. */
  kind: postingKindSchema.optional(),
});

/**
 * Autosave. A draft saved elsewhere meanwhile is a conflict: nothing is overwritten, and the form loads the other
 * version to show both. The same save sent twice (its answer was lost) is answered as done.
 */
export const saveDraft = defineMutation({
  name: "posting.saveDraft",
  input,
  rest: {
    tag: "postings",
    method: "PUT",
    path: "/postings/{publicId}/draft",
    output: z.object({ revision: z.int(), savedAt: shape.moment }),
    input: input.extend({ content: shape.draftContent }),
  },
  authorize: { action: "posting.draft", resource: ownOrAdvised },
  run: async (ctx, input) => {
    const row = await loadPostingRow(ctx, input.publicId);
    const content = input.content as Partial<PostingContent>;
    const kind = input.kind ?? row.kind;
    const isOther = kind !== row.kind;
    // Whoever read a version knows its kind.
    if (isOther && (row.version !== 0 || row.state !== "draft"))
      throw new LilinkError("WRONG_STATE", { state: row.state });
    const levels = startLevels(kind, input.levels);
    const [saved] = await ctx.db
      .update(postingDraft)
      .set({
        content,
        levels,
        revision: input.revision + 1,
        updatedBy: personOf(ctx.actor),
        updatedAt: ctx.now,
      })
      .where(and(eq(postingDraft.postingId, row.id), eq(postingDraft.revision, input.revision)))
      .returning({ revision: postingDraft.revision });
    if (!saved) return findSameDraft(ctx, row.id, { content: input.content, levels });
    const [kept] = await ctx.db
      .update(posting)
      .set({
        kind,
        ...(row.liveVersion === null && typeof content.title === "string"
          ? { title: content.title.slice(0, 120) }
          : {}),
        ...(row.liveVersion === null && typeof content.concept === "string"
          ? { concept: content.concept.slice(0, 80) }
          : {}),
        ...(input.validDays === undefined ? {} : { validDays: input.validDays }),
        updatedAt: ctx.now,
      })
      .where(and(eq(posting.id, row.id), isOther ? eq(posting.version, 0) : undefined))
      .returning({ id: posting.id });
    if (isOther && !kept) throw new LilinkError("WRONG_STATE", { state: row.state });
    return { revision: saved.revision, savedAt: ctx.now };
  },
  audit: () => null,
});

type Typed = { readonly content: Record<string, unknown>; readonly levels: LevelChoice };

async function findSameDraft(ctx: Context, postingId: string, typed: Typed) {
  const [kept] = await ctx.db.select().from(postingDraft).where(eq(postingDraft.postingId, postingId));
  const same =
    kept &&
    compareContents(kept.content, typed.content).length === 0 &&
    canonicalLevels(kept.levels) === canonicalLevels(typed.levels);
  if (!kept || !same) throw new LilinkError("CONFLICT", { field: "revision", revision: kept?.revision ?? 0 });
  return { revision: kept.revision, savedAt: kept.updatedAt };
}

function canonicalLevels(levels: LevelChoice): string {
  return JSON.stringify(Object.entries(levels).sort(([a], [b]) => (a < b ? -1 : 1)));
}

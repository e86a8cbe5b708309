import { draftContentSchema, levelChoiceSchema, postingKindSchema, validDaysSchema } from "@lilink/contract";
import * as shape from "@lilink/contract/rest";
import { posting, postingDraft } from "@lilink/db/schema";
import { organizationOf, personOf } from "@lilink/model/policy";
import { type PostingContent, postingMachine, startLevels } from "@lilink/model/posting";
import { z } from "zod";
import { requireOwn } from "../../ground/actor/own.ts";
import { defineMutation } from "../../kernel/define.ts";

const input = z.object({
  kind: postingKindSchema,
  content: draftContentSchema.default({}),
  levels: levelChoiceSchema.default({}),
  validDays: validDaysSchema.default(180),
});

/** Opens a draft. Nothing typed is checked yet, only kept. */
export const createPosting = defineMutation({
  name: "posting.create",
  input,
  rest: {
    tag: "postings",
    method: "POST",
    path: "/postings",
    output: z.object({ publicId: z.string(), revision: z.int() }),
    input: input.extend({ content: shape.draftContent.optional() }),
  },
  authorize: { action: "posting.draft", resource: (ctx) => ({ owner: organizationOf(ctx.actor) !== null }) },
  run: async (ctx, input) => {
    const organizationId = requireOwn(ctx);
    const id = ctx.newId();
    const publicId = ctx.newPublicId();
    const content = input.content as Partial<PostingContent>;
    await ctx.db.insert(posting).values({
      id,
      organizationId,
      publicId,
      kind: input.kind,
      state: postingMachine.start,
      title: typeof content.title === "string" ? content.title.slice(0, 120) : "",
      concept: typeof content.concept === "string" ? content.concept.slice(0, 80) : null,
      validDays: input.validDays,
      createdBy: personOf(ctx.actor),
      createdAt: ctx.now,
      updatedAt: ctx.now,
    });
    await ctx.db.insert(postingDraft).values({
      postingId: id,
      organizationId,
      content,
      levels: startLevels(input.kind, input.levels),
      updatedBy: personOf(ctx.actor),
      updatedAt: ctx.now,
    });
    return { id, publicId, revision: 0 };
  },
  audit: (_input, output) => ({ subjectKind: "posting", subjectId: output.id }),
});

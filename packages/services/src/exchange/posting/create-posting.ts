import { draftContentSchema, levelChoiceSchema, postingKindSchema, validDaysSchema } from "@lilink/contract";
import * as shape from "@lilink/contract/rest";
import { posting, postingDraft } from "@lilink/db/schema";
import { organizationOf, personOf } from "@lilink/model/policy";
import { type PostingContent, postingMachine, startLevels } from "@lilink/model/posting";
import { z } from "zod";
import { requireOwn } from "../../ground/actor/own.ts";
import type { Context } from "../../kernel/context.ts";
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
    const given = { ...input, organizationId: requireOwn(ctx) };
    const made = await addPosting(ctx, given);
    await addDraft(ctx, made.id, given);
    return { ...made, revision: 0 };
  },
  audit: (_input, output) => ({ subjectKind: "posting", subjectId: output.id }),
});

type Given = z.output<typeof input> & { readonly organizationId: string };

/** Adds the row of a posting that nobody has filled in yet. */
export async function addPosting(ctx: Context, { organizationId, kind, content: typed, validDays }: Given) {
  const id = ctx.newId();
  const publicId = ctx.newPublicId();
  const content = typed as Partial<PostingContent>;
  await ctx.db.insert(posting).values({
    id,
    organizationId,
    publicId,
    kind,
    state: postingMachine.start,
    title: typeof content.title === "string" ? content.title.slice(0, 120) : "",
    concept: typeof content.concept === "string" ? content.concept.slice(0, 80) : null,
    validDays,
    createdBy: personOf(ctx.actor),
    createdAt: ctx.now,
    updatedAt: ctx.now,
  });
  return { id, publicId };
}

/** Adds what is typed so far. */
export async function addDraft(ctx: Context, postingId: string, given: Given): Promise<void> {
  await ctx.db.insert(postingDraft).values({
    postingId,
    organizationId: given.organizationId,
    content: given.content as Partial<PostingContent>,
    levels: startLevels(given.kind, given.levels),
    updatedBy: personOf(ctx.actor),
    updatedAt: ctx.now,
  });
}

import { disclosureLevels, postingKinds, postingStates } from "@lilink/model/posting";
import { z } from "zod";
import { draftContentSchema, postingContentSchema } from "../posting/content.ts";
import { fieldFault, moment } from "./basic.ts";

/** The content that a submission is checked against; a draft holds any part of it, finished or not. */
export const postingContent = postingContentSchema.partial().meta({ id: "PostingContent" });

const asContent = {
  override: ({ jsonSchema }: { readonly jsonSchema: object }) => {
    for (const key of Object.keys(jsonSchema)) Reflect.deleteProperty(jsonSchema, key);
    Object.assign(jsonSchema, { $ref: "#/components/schemas/PostingContent" });
  },
};

/** As the verb takes it in, shown in the document as the content that it is on its way to be. */
export const draftContent = draftContentSchema.meta(asContent);

const reviewed = z.object({
  decision: z.string(),
  failedCriteria: z.array(z.string()),
  reason: z.string().nullable(),
  reviewedAt: moment,
});

export const draft = z
  .object({
    publicId: z.string(),
    kind: z.enum(postingKinds),
    state: z.enum(postingStates),
    version: z.int(),
    live: z.boolean(),
    validDays: z.int(),
    validUntil: moment.nullable(),
    content: z.record(z.string(), z.unknown()).meta(asContent),
    levels: z.record(z.string(), z.enum(disclosureLevels)),
    revision: z.int(),
    updatedAt: moment,
    missing: z.array(fieldFault),
    changed: z.boolean(),
    review: reviewed.nullable(),
  })
  .meta({ id: "PostingDraft" });

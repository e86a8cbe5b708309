import { engagementScopes } from "@lilink/model/engagement";
import { z } from "zod";
import { tooShort } from "../fault/too-short.ts";
import { isoDay, publicIdSchema } from "../page/page.ts";
import { postingKindSchema } from "../posting/content.ts";
import { plainText } from "../text/plain-text.ts";

export const engagementRefSchema = z.object({ publicId: publicIdSchema });

/** Whom a client names, for what and for which days. Who the person is shows once they accept. [AV1] */
export const nameAdviserSchema = z.object({
  organization: publicIdSchema,
  email: z.email("badEmail").max(200, "tooLong"),
  scopes: z.array(z.enum(engagementScopes)).min(1, "notChosen").max(3),
  fromOn: isoDay,
  untilOn: isoDay,
  reason: plainText().min(10, tooShort).max(600, "tooLong"),
});

export const answerEngagementSchema = engagementRefSchema.extend({ accept: z.boolean() });

export const endEngagementSchema = engagementRefSchema.extend({
  reason: plainText()
    .max(600, "tooLong")
    .transform((text) => text || undefined)
    .optional(),
});

export const prepareDraftSchema = engagementRefSchema.extend({ kind: postingKindSchema });

/** A posting of the client and one of somebody else, each by its id, and why they belong together. [AV5] */
export const proposePairSchema = engagementRefSchema.extend({
  own: publicIdSchema,
  other: publicIdSchema,
  reason: plainText().min(10, tooShort).max(600, "tooLong"),
});

export const decidePairSchema = z.object({ publicId: publicIdSchema, take: z.boolean() });

/** The introduction and the engagement whose adviser is let in, or out. [AV6] */
export const letInSchema = z.object({ publicId: publicIdSchema, engagement: publicIdSchema });

export const adviserMessageSchema = z.object({
  publicId: publicIdSchema,
  body: plainText().min(1, "required").max(4000, "tooLong"),
});

import { checkCauses, moveReasons, planStages, planVerdicts, scoreBounds } from "@lilink/model/fund/life";
import { z } from "zod";
import { isoDay, publicIdSchema } from "../page/page.ts";

const text = (most: number) => z.string().trim().max(most, "tooLong");
const needed = (most: number) => z.string().trim().min(1, "required").max(most, "tooLong");
const amount = z.number("notANumber").positive("notPositive").max(1e12, "tooLarge");
const share = z.number("notANumber").min(0, "tooSmall").max(100, "tooLarge");

export const fundRefSchema = z.object({ publicId: publicIdSchema });
export const fundCallsSchema = z.object({ publicId: publicIdSchema.optional() });

export const beginApplicationSchema = z.object({ call: publicIdSchema });

/** A draft may lack anything; what is typed is kept as it is. */
export const saveApplicationSchema = fundRefSchema.extend({
  revision: z.number().int().min(1),
  title: text(200),
  abstract: text(4000),
  body: text(60_000),
  leader: text(80),
  team: z.array(needed(80)).max(60, "tooLong"),
  asked: amount.nullable(),
  months: z.number("notANumber").int("notANumber").min(1, "tooSmall").max(240, "tooLarge").nullable(),
  share,
  partners: z
    .array(z.object({ publicId: publicIdSchema, share: share.min(0.01, "tooSmall") }))
    .max(20, "tooLong"),
});
export const stepApplicationSchema = fundRefSchema.extend({ revision: z.number().int().min(1) });
export const appealSchema = fundRefSchema.extend({ words: needed(4000) });
export const upholdApplicationSchema = fundRefSchema.extend({ reason: needed(1000) });

export const enrolReviewerSchema = z.object({
  subject: needed(600),
  declared: z.array(needed(80)).max(200, "tooLong"),
  most: z.number("notANumber").int("notANumber").min(1, "tooSmall").max(40, "tooLarge"),
  active: z.boolean(),
  papers: z
    .array(
      z.object({
        title: needed(300),
        abstract: text(4000),
        authors: z.array(needed(80)).max(60, "tooLong"),
        publishedOn: isoDay,
      }),
    )
    .max(60, "tooLong"),
});

export const askAssignmentSchema = z.object({ call: publicIdSchema });

const score = z
  .number("notChosen")
  .int("notChosen")
  .min(scoreBounds.min, "tooSmall")
  .max(scoreBounds.max, "tooLarge");
export const submitReviewSchema = fundRefSchema.extend({
  scores: z.tuple([score, score, score]),
  confidence: score,
  words: needed(8000),
  note: text(4000),
});
export const leaveReviewSchema = fundRefSchema.extend({
  step: z.enum(["decline", "recuse"]),
  reason: needed(600),
});

export const rankCallSchema = z.object({
  call: publicIdSchema,
  minutes: needed(8000),
  /** What the panel says of each application; the rest is not recommended. */
  recommended: z.array(publicIdSchema).max(500),
  reserve: z.array(publicIdSchema).max(500),
  recusals: z
    .array(z.object({ name: needed(80), application: publicIdSchema, reason: needed(400) }))
    .max(200, "tooLong"),
});

export const awardSchema = fundRefSchema.extend({ amount, startsOn: isoDay });
export const orderPaymentSchema = fundRefSchema.extend({ amount, note: text(300) });
export const endPaymentSchema = fundRefSchema.extend({ step: z.enum(["release", "cancel"]) });
export const endAwardSchema = fundRefSchema.extend({
  step: z.enum(["close", "terminate"]),
  reason: needed(600),
});

export const moveStageSchema = fundRefSchema.extend({
  stage: z.enum(planStages),
  to: isoDay,
  reason: z.enum(moveReasons).nullable(),
});
export const askEarlySchema = fundRefSchema.extend({ to: isoDay });
export const askCheckSchema = fundRefSchema.extend({ to: isoDay, cause: z.enum(checkCauses).nullable() });
export const endStageSchema = fundRefSchema.extend({
  stage: z.enum(planStages),
  to: isoDay,
  verdict: z.enum(planVerdicts),
  negative: z.boolean(),
});

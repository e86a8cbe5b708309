import { attributes } from "@lilink/model/chain";
import {
  declineReasons,
  interestAims,
  introductionSides,
  introductionStates,
  ledgerActions,
  ledgerSteps,
  ledgerUnits,
} from "@lilink/model/introduction";
import { z } from "zod";
import { tooShort } from "../fault/too-short.ts";
import { decimalString, isoDay, pageInput, publicIdSchema } from "../page/page.ts";
import { plainLine, plainText } from "../text/plain-text.ts";

const attributeIds = new Set(attributes.map((attribute) => attribute.id));
const optionalText = (longest: number) =>
  plainText()
    .max(longest, "tooLong")
    .transform((text) => text || undefined)
    .optional();

export const introductionRefSchema = z.object({ publicId: publicIdSchema });

/** Whom the other side speaks with once both agree; the acting person where it is left out. */
export const contactSchema = z.object({
  name: plainLine().min(1, "required").max(80, "tooLong"),
  email: z.email("badEmail").max(200, "tooLong"),
  phone: optionalText(40),
});

const questionSchema = z.object({
  attribute: z
    .string()
    .refine((id) => attributeIds.has(id), "unknownAttribute")
    .optional(),
  text: plainText().min(5, tooShort).max(300, "tooLong"),
});

/** What is asked for: a posting, or an achievement that is offered. [AC8] */
const asked = {
  posting: publicIdSchema.optional(),
  /** Beside a need it is the asking side's own, and tells who asks. */
  achievement: publicIdSchema.optional(),
};
type Asked = { readonly posting?: string | undefined; readonly achievement?: string | undefined };
const namesOne = ({ posting, achievement }: Asked) => posting !== undefined || achievement !== undefined;
const nothingAsked = { path: ["posting"], message: "required" };

export const introductionForm = z.object({
  ...asked,
  own: publicIdSchema.optional(),
  aim: z.enum(interestAims, "notChosen"),
  message: plainText().min(10, tooShort).max(600, "tooLong"),
  question: questionSchema.optional(),
  contact: contactSchema.optional(),
  /** That what the texts tell was seen; needed where they tell a contact or the own name ([PO11]). */
  acknowledgeDoubts: z.boolean().optional(),
});
export const askIntroductionSchema = introductionForm.refine(namesOne, nothingAsked);

export const prepareIntroductionSchema = z.object(asked).refine(namesOne, nothingAsked);
export const introductionsOfSchema = z.object({ achievement: publicIdSchema });

export const acceptIntroductionSchema = introductionRefSchema.extend({
  /** That the asking side competes was seen; needed where it does ([IN8]). */
  acknowledge: z.boolean().optional(),
  note: optionalText(600),
  contact: contactSchema.optional(),
});

export const declineIntroductionSchema = introductionRefSchema.extend({
  reason: z.enum(declineReasons, "notChosen"),
  note: optionalText(600),
});

export const endIntroductionSchema = introductionRefSchema.extend({ note: optionalText(600) });

export const writeMessageSchema = introductionRefSchema.extend({
  body: plainText().min(1, "required").max(4000, "tooLong"),
  files: z.array(publicIdSchema).max(10).default([]),
});

export const proposeEntrySchema = introductionRefSchema
  .extend({
    step: z.enum(ledgerSteps, "notChosen"),
    occurredOn: isoDay,
    amount: decimalString.refine((amount) => Number(amount) > 0, "notPositive").optional(),
    unit: z.enum(ledgerUnits, "notInList").optional(),
    note: optionalText(300),
  })
  .refine((entry) => entry.step !== "volume" || entry.amount !== undefined, {
    path: ["amount"],
    message: "required",
  })
  .refine((entry) => entry.amount === undefined || entry.unit !== undefined, {
    path: ["unit"],
    message: "required",
  });

export const decideEntrySchema = z.object({ entry: publicIdSchema, action: z.enum(ledgerActions) });

export const listIntroductionsSchema = pageInput.extend({
  side: z.enum(introductionSides).optional(),
  state: z.enum(introductionStates).optional(),
});

import { linkIds } from "@lilink/model/chain";
import { incentiveDecisions, refusalCodes } from "@lilink/model/incentive";
import { organizationKinds, organizationSizes } from "@lilink/model/organization";
import { z } from "zod";
import { tooShort } from "../fault/too-short.ts";
import { provinceSchema } from "../organization/organization.ts";
import { publicIdSchema } from "../page/page.ts";
import { plainText } from "../text/plain-text.ts";

/** Yuan with at most two decimals, as a decimal text. */
const yuan = z
  .string()
  .trim()
  .min(1, "required")
  .regex(/^\d{1,12}(\.\d{1,2})?$/, "notANumber")
  .refine((value) => Number(value) > 0, "notPositive");
const dayOf = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "notADate");

/** Who may claim from a day on; an empty list and a blank ask nothing. */
export const incentiveTermsSchema = z.object({
  publicId: publicIdSchema,
  from: dayOf,
  kinds: z.array(z.enum(organizationKinds)).max(6).default([]),
  sizes: z.array(z.enum(organizationSizes)).max(4).default([]),
  links: z.array(z.enum(linkIds)).max(5).default([]),
  provinces: z.array(provinceSchema).max(34).default([]),
  most: yuan.nullable().default(null),
  claims: z.number().int("notANumber").min(1, "tooSmall").max(100, "tooLarge").nullable().default(null),
});

export const incentiveClaimSchema = z.object({
  publicId: publicIdSchema,
  amount: yuan,
  purpose: plainText().min(10, tooShort).max(1000, "tooLong"),
});
export const incentiveRefSchema = z.object({ publicId: publicIdSchema });

/** What an officer does with a claim: a refusal has its code, and so has money that is taken back its reason. */
export const incentiveDecisionSchema = z
  .object({
    publicId: publicIdSchema,
    step: z.enum(incentiveDecisions),
    code: z.enum(refusalCodes).nullable().default(null),
    reason: plainText().max(1000, "tooLong").nullable().default(null),
  })
  .superRefine(({ step, code, reason }, report) => {
    const add = (path: string, message: string, params = {}) =>
      report.addIssue({ code: "custom", path: [path], message, params });
    if (step === "refuse" && code === null) add("code", "notChosen");
    if ((step === "refuse" || step === "clawBack") && (reason ?? "").length < 10)
      add("reason", "needsReason");
  });

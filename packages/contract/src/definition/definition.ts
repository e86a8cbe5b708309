import { checkScopes, checkSeverities, figureAudiences } from "@lilink/model/goals/definition/form";
import { z } from "zod";
import { tooShort } from "../fault/too-short.ts";
import { periodSchema } from "../return/return.ts";
import { plainLine, plainText } from "../text/plain-text.ts";

const code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,79}$/, "badFormat");
const expression = plainLine().min(1, "required").max(2000, "tooLong");
const decimal = z.string().regex(/^-?\d{1,30}(\.\d{1,20})?$/, "notANumber");
const words = z.object({
  zh: plainText().min(1, "required").max(1000, "tooLong"),
  en: plainText().min(1, "required").max(1000, "tooLong"),
});

/** What an officer may change of a definition; names, components and units stay. */
export const definitionEditSchema = z.object({
  measures: z.array(z.object({ code, expression })).max(12, "tooLong"),
  constants: z.array(z.object({ code, value: decimal })).max(20, "tooLong"),
  checks: z
    .array(
      z.object({
        code,
        severity: z.enum(checkSeverities),
        scope: z.enum(checkScopes),
        text: words,
        expression,
      }),
    )
    .max(20, "tooLong"),
  terms: z
    .array(
      z.object({
        code,
        name: words,
        text: words,
        source: plainLine().max(400, "tooLong"),
        dimension: code.exactOptional(),
        codes: z.array(code).max(80, "tooLong").exactOptional(),
      }),
    )
    .max(20, "tooLong"),
  breakdowns: z.array(z.array(code).max(4, "tooLong")).min(1, "required").max(12, "tooLong"),
  range: z.tuple([decimal, decimal]).nullable(),
  releaseLagQuarters: z.number().int("notANumber").min(0, "tooSmall").max(8, "tooLarge"),
  audience: z.enum(figureAudiences),
});

export const definitionListSchema = z.object({
  indicator: z.string().regex(/^[A-Z]{3}-\d{2}$/, "badFormat"),
});

/** A new version on the ground of the one that its writer saw, from a period on, with a reason. */
export const definitionProposalSchema = definitionListSchema.extend({
  basedOn: z.number().int().min(1),
  fromPeriod: periodSchema,
  reason: plainText().min(10, tooShort).max(1000, "tooLong"),
  edit: definitionEditSchema,
});

/** A version that is adopted, or taken back. */
export const definitionRefSchema = definitionListSchema.extend({ version: z.number().int().min(2) });

import { licenceKinds } from "@lilink/model/trace/verb";
import { z } from "zod";
import { isoDay, publicIdSchema, signedCursor } from "../page/page.ts";

const text = (max: number) => z.string().trim().max(max, "tooLong");
const source = text(300).min(1, "required");

/** Working days by licence; `other` is everybody without one of them. */
const deadlines = z.partialRecord(
  z.enum([...licenceKinds, "other"]),
  z.number("notANumber").int().min(1, "tooSmall").max(250, "tooLarge"),
);

export const confirmRuleSchema = z.object({
  ruleSet: z.string().max(60),
  /** The first day on which it is in force. */
  from: isoDay,
  /** For sets of deadlines. */
  deadlines: deadlines.optional(),
  /** Where the official text was read. */
  source,
  note: text(500).optional(),
});

export const listRulesSchema = z.object({});

export const listLicencesSchema = z.object({
  kind: z.enum(licenceKinds).optional(),
  cursor: signedCursor.optional(),
  limit: z.number().int().min(1).max(100).default(30),
});

export const grantLicenceSchema = z.object({
  organization: publicIdSchema,
  kind: z.enum(licenceKinds),
  from: isoDay,
  /** The first day on which it no longer holds. */
  to: isoDay.optional(),
  tonnes: z.number("notANumber").positive("notPositive").max(10_000_000, "tooLarge").optional(),
});

export const endLicenceSchema = grantLicenceSchema
  .pick({ organization: true, kind: true, from: true })
  .extend({
    to: isoDay,
  });

import { findConcept, linkIds } from "@lilink/model/chain";
import { checkCreditCode, checkLei, findProvince } from "@lilink/model/codes";
import { organizationKinds, organizationSizes, organizationStatuses } from "@lilink/model/organization";
import { z } from "zod";
import { tooShort } from "../fault/too-short.ts";
import { pageInput, publicIdSchema } from "../page/page.ts";
import { nameLine, plainLine, plainText } from "../text/plain-text.ts";

/** Blank means unset. */
const maybe = (most: number, text = plainText()) =>
  text
    .max(most, "tooLong")
    .transform((value) => (value === "" ? null : value))
    .nullable()
    .default(null);

export const provinceSchema = z
  .string()
  .refine((code) => /^\d{2}$/.test(code) && findProvince(code) !== null, "notInList");

export const codeSchemes = ["uscc", "lei"] as const;
export type CodeScheme = (typeof codeSchemes)[number];

/** A code as typed, with its scheme; the fault of the check stands at the field `code`. */
export const codeSchema = z
  .object({ codeScheme: z.enum(codeSchemes), code: z.string().trim().min(1, "required").max(60, "tooLong") })
  .transform((given, report) => {
    const check = given.codeScheme === "uscc" ? checkCreditCode(given.code) : checkLei(given.code);
    if (check.ok)
      return { codeScheme: given.codeScheme, code: check.code, codeFlags: [...check.flags] as string[] };
    report.addIssue({ code: "custom", path: ["code"], message: check.rule, params: { ...check.params } });
    return z.NEVER;
  });

const statementSchema = plainText().min(10, tooShort).max(2000, "tooLong");

/** Kinds that register themselves; the secretariat and the operator are made by the operator. */
export const registrableKinds = [
  "enterprise",
  "university_or_institute",
  "regulator",
  "association",
] as const;

export const organizationClaimSchema = z
  .object({ publicId: publicIdSchema, statement: statementSchema })
  .and(codeSchema);

/** Nobody registers under the platform's name. */
const bodyName = () =>
  nameLine().refine((name) => !/锂链通|鋰鏈通|lilink/i.test(name.normalize("NFKC")), "platformName");

/** What a body is called, as far as it is typed. */
export const organizationNameSchema = z.object({
  nameZh: plainLine().max(120, "tooLong"),
  nameEn: maybe(160, plainLine()),
});

export const organizationRegistrationSchema = z
  .object({
    kind: z.enum(registrableKinds),
    nameZh: bodyName().min(2, tooShort).max(120, "tooLong"),
    nameEn: maybe(160, bodyName()),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/, "badFormat")
      .default("CN"),
    province: provinceSchema.nullable().default(null),
    links: z.array(z.enum(linkIds)).max(5).default([]),
    statement: statementSchema,
  })
  .refine(({ kind, links }) => kind !== "enterprise" || links.length > 0, {
    path: ["links"],
    error: "notChosen",
  })
  .and(codeSchema);

export const claimDecisionSchema = z.object({ publicId: publicIdSchema });
export const claimRefusalSchema = claimDecisionSchema.extend({
  reason: z.string().trim().min(10, tooShort).max(1000, "tooLong"),
});

const conceptList = z.array(z.string().max(80)).max(60, "tooLong").default([]);

export const organizationEditSchema = z.object({
  nameEn: maybe(160, nameLine()),
  province: provinceSchema.nullable().default(null),
  size: z.enum(organizationSizes).nullable().default(null),
  links: z.array(z.enum(linkIds)).max(5).default([]),
  offers: conceptList,
  needs: conceptList,
  description: maybe(2000),
  website: maybe(300).refine(
    (value) => value === null || (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)),
    "badFormat",
  ),
  contactName: maybe(80, plainLine()),
  contactEmail: maybe(254).refine(
    (value) => value === null || z.email().safeParse(value).success,
    "badEmail",
  ),
  contactPhone: maybe(30).refine((value) => value === null || /^[+\d\s()-]+$/.test(value), "badFormat"),
});

/** What an officer makes of a body that is verified or was ([OR10]). */
export const settableStatuses = ["verified", "suspended", "withdrawn"] as const;
export const organizationStatusSchema = claimRefusalSchema.extend({ status: z.enum(settableStatuses) });

export const organizationSearchSchema = pageInput.extend({
  q: plainLine().max(80, "tooLong").optional(),
  kind: z.enum(organizationKinds).optional(),
  link: z.enum(linkIds).optional(),
  province: z
    .string()
    .regex(/^\d{2}$/, "badFormat")
    .optional(),
  status: z.enum(organizationStatuses).optional(),
  /** Whose name stands on a live posting about this concept, as far as the reader may see it. */
  concept: z
    .string()
    .refine((id) => findConcept(id) !== null, "unknownConcept")
    .optional(),
  /** In which language the names are put in order: Chinese by pinyin, English by the English name where there is one. */
  order: z.enum(["zh", "en"]).default("zh"),
});

export const groupCreateSchema = z.object({
  name: plainLine().min(2, tooShort).max(120, "tooLong"),
  nameEn: maybe(120, plainLine()),
});
export const groupAssignSchema = z.object({
  organization: publicIdSchema,
  group: publicIdSchema.nullable(),
});

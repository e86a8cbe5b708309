import { attributes, findAttribute, findConcept, fitsAttribute } from "@lilink/model/chain";
import { isPlace } from "@lilink/model/codes";
import type { FieldRule } from "@lilink/model/error";
import {
  budgetClasses,
  comparators,
  contentLanguages,
  cooperationForms,
  disclosureLevels,
  ipStatuses,
  isAmountUnit,
  isVolumeYear,
  longestLeftInText,
  maturitySteps,
  maxValidityDays,
  mostLeftInText,
  mostScheduleRows,
  parseSchedulePeriod,
  postingKinds,
  readPeriod,
  reviewCriteria,
  sumSchedule,
  volumeYears,
} from "@lilink/model/posting";
import { z } from "zod";
import { maxFiles } from "../attachment/attachment.ts";
import { tooShort } from "../fault/too-short.ts";
import { decimalPattern, decimalString, figureNumber, isoDay, publicIdSchema } from "../page/page.ts";
import { plainLine, plainText } from "../text/plain-text.ts";

const attributeIds = new Set(attributes.map((attribute) => attribute.id));

export const figureSchema = z
  .object({
    attribute: z.string().refine((id) => attributeIds.has(id), "unknownAttribute"),
    op: z.enum(comparators),
    value: figureNumber,
    high: figureNumber.optional(),
    unit: z.string().min(1, "required").max(30),
    hard: z.boolean().default(true),
    condition: plainLine().max(200).optional(),
  })
  .refine((figure) => unitFits(figure), { path: ["unit"], message: "unitMismatch" })
  .refine((figure) => figure.op !== "range" || figure.high !== undefined, {
    path: ["high"],
    message: "required",
  })
  .refine((figure) => figure.high === undefined || Number(figure.high) >= Number(figure.value), {
    path: ["high"],
    message: "rangeReversed",
  });

function unitFits(figure: { readonly attribute: string; readonly unit: string }): boolean {
  const attribute = findAttribute(figure.attribute);
  return attribute === null || fitsAttribute(figure.unit, attribute);
}

/** A province by two digits or a country by two letters. [PO24] */
export const placeSchema = z.string().refine(isPlace, "notInList");

const conceptId = z
  .string()
  .min(1, "required")
  .max(80)
  .refine((id) => findConcept(id) !== null, "unknownConcept");

const scheduleRowSchema = z.object({
  period: z
    .string()
    .min(1, "required")
    .refine((text) => text === "" || parseSchedulePeriod(text) !== null, "notAPeriod"),
  // A month that stands where its amount belongs is told so, for "must be a number" does not help whoever mixed the boxes up.
  amount: z
    .string()
    .trim()
    .regex(decimalPattern, {
      error: ({ input }) => (readPeriod(String(input)) === null ? "notANumber" : "periodAsAmount"),
    }),
});

/** A day within the years of a volume; a date box also takes a year of five digits. [PO2] */
const volumeDay = z.string().superRefine((day, context) => {
  const fault = (message: FieldRule, params?: Record<string, number>) =>
    context.addIssue({ code: "custom", message, ...(params ? { params } : {}) });
  if (!isVolumeYear(day)) fault("yearOutOfRange", { ...volumeYears });
  else if (!isoDay.safeParse(day).success) fault(day === "" ? "required" : "notADate");
});

/** With a schedule the amount is the sum of its rows, each in the unit of the volume. [PO26] */
export const volumeSchema = z
  .object({
    amount: decimalString,
    unit: z.string().min(1, "required").max(20),
    from: volumeDay.optional(),
    to: volumeDay.optional(),
    schedule: z.array(scheduleRowSchema).min(1).max(mostScheduleRows, "tooLong").optional(),
  })
  .superRefine(({ amount, unit, schedule = [] }, context) => {
    const fault = (path: (string | number)[], message: FieldRule, params?: Record<string, string>) =>
      context.addIssue({ code: "custom", path, message, ...(params ? { params } : {}) });
    if (schedule.length === 0) return;
    const step = parseSchedulePeriod(schedule[0]?.period ?? "")?.step;
    for (const [at, { period }] of schedule.entries()) {
      const path = ["schedule", at, "period"];
      if (parseSchedulePeriod(period)?.step !== step) fault(path, "mixedPeriods");
      if (schedule.findIndex((row) => row.period === period) < at) fault(path, "duplicate");
    }
    const sum = sumSchedule(schedule);
    if (sum !== null && Number(sum) !== Number(amount)) fault(["amount"], "notTheSum", { sum });
    if (!isAmountUnit(unit)) fault(["unit"], "rateByPeriod");
  })
  .refine((volume) => !volume.from || !volume.to || volume.from <= volume.to, {
    path: ["to"],
    message: "endBeforeStart",
  });

export const postingContentSchema = z.object({
  concept: conceptId,
  concepts: z.array(conceptId).max(10).optional(),
  language: z.enum(contentLanguages).default("zh"),
  title: plainLine().min(4, tooShort).max(120, "tooLong"),
  summary: plainText().min(10, tooShort).max(600, "tooLong"),
  description: plainText().max(8000, "tooLong").optional(),
  figures: z.array(figureSchema).max(40).default([]),
  volume: volumeSchema.optional(),
  price: plainLine().max(200, "tooLong").optional(),
  customers: plainLine().max(400, "tooLong").optional(),
  region: placeSchema.optional(),
  trl: z.number().int().min(1, "tooSmall").max(9, "tooLarge").optional(),
  maturity: z.enum(maturitySteps).optional(),
  ipStatus: z.enum(ipStatuses).optional(),
  cooperation: z.array(z.enum(cooperationForms)).max(cooperationForms.length).optional(),
  budget: z.enum(budgetClasses).optional(),
  comparison: plainText().max(2000, "tooLong").optional(),
  evidence: plainText().max(2000, "tooLong").optional(),
  internalNote: plainText().max(2000, "tooLong").optional(),
  leftInText: z
    .array(plainText().max(longestLeftInText, "tooLong"))
    .max(mostLeftInText, "tooLong")
    .optional(),
  attachments: z.array(publicIdSchema).max(maxFiles, "tooLong").optional(),
});

export const levelChoiceSchema = z.record(z.string().max(80), z.enum(disclosureLevels));
export const validDaysSchema = z.number().int().min(1, "tooSmall").max(maxValidityDays, "tooLarge");

/** A draft keeps whatever was typed, complete or not; only its size is bounded. */
export const draftContentSchema = z
  .record(z.string().max(40), z.unknown())
  .refine((content) => JSON.stringify(content).length <= 100_000, "tooLong");

export const postingKindSchema = z.enum(postingKinds);
export const postingRefSchema = z.object({ publicId: publicIdSchema });

/** Why an officer returns a version: one criterion or more, and the reason in words. [PO8] */
export const postingReturnSchema = z.object({
  criteria: z.array(z.enum(reviewCriteria)).min(1, "required").max(reviewCriteria.length),
  reason: z.string().trim().min(1, "required").max(2000, "tooLong"),
});

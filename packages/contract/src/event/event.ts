import { meetingOutcomes, outcomeDays } from "@lilink/model/event/words";
import { z } from "zod";
import { publicIdSchema } from "../page/page.ts";
import { plainLine, plainText } from "../text/plain-text.ts";

const ref = z.object({ publicId: publicIdSchema });
const topics = z.array(z.string().regex(/^[a-z0-9-]{1,60}$/, "badFormat")).max(12, "tooLarge");
export const eventLanguages = ["zh", "en", "ja", "ko", "de"] as const;
export type EventLanguage = (typeof eventLanguages)[number];
const languages = z.array(z.enum(eventLanguages)).min(1, "required");
const slot = z.number().int().min(0, "tooSmall").max(209, "tooLarge");

export const eventRefSchema = ref;

/** Registers a firm, or says anew who comes: at least one person, with topics, languages and the slots in which they can sit. */
export const eventAttendSchema = ref.extend({
  most: z.number().int().min(1, "tooSmall").max(60, "tooLarge"),
  delegates: z
    .array(
      z.object({
        name: plainLine().min(1, "required").max(80, "tooLong"),
        topics,
        languages,
        slots: z.array(slot).max(210, "tooLarge").optional(),
      }),
    )
    .min(1, "required")
    .max(10, "tooLarge"),
});

/** 0 takes it back. */
export const eventInterestSchema = ref.extend({
  towards: publicIdSchema,
  strength: z.number().int().min(0, "tooSmall").max(3, "tooLarge"),
  reason: plainLine().max(140, "tooLong").optional(),
});

export const eventPlanRefSchema = ref.extend({ version: z.number().int().min(1) });

/** What happened on the day: tables are counted from 1, as they are numbered in the hall. */
export const eventMishapSchema = ref.extend({
  closed: z.array(z.number().int().min(1, "tooSmall").max(120, "tooLarge")).max(120, "tooLarge").default([]),
  /** Guests that stay away, besides those who are marked so. */
  absent: z.array(publicIdSchema).max(1000, "tooLarge").default([]),
});

export const eventCheckInSchema = ref.extend({
  code: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[0-9A-Z]{6}$/, "badFormat"),
});

export const eventMissSchema = ref.extend({ guest: publicIdSchema });

export const eventOutcomeSchema = z.object({
  meeting: publicIdSchema,
  afterDays: z.union(outcomeDays.map((day) => z.literal(day))),
  outcome: z.enum(meetingOutcomes),
  reason: plainText().max(400, "tooLong").optional(),
});

import { parsePeriod } from "@lilink/model/return";
import { z } from "zod";
import { tooShort } from "../fault/too-short.ts";
import { pageInput, publicIdSchema, signedCursor } from "../page/page.ts";
import { plainLine, plainText } from "../text/plain-text.ts";

const code = z.string().min(1, "required").max(80, "tooLong");
const version = z.number().int().min(1);

export const periodSchema = z.string().refine((text) => parsePeriod(text) !== null, "badFormat");

const workingDays = z.number().int().min(1).max(120);

export const openRoundSchema = z.object({
  period: periodSchema,
  /** Working days after the period; the habit of its frequency where absent. */
  workingDays: workingDays.optional(),
});
export const roundRefSchema = z.object({ round: publicIdSchema });
/** Working days after the period, more than before. */
export const moveDueSchema = roundRefSchema.extend({ workingDays });
export const listRoundsSchema = z.object({}).default({});

export const returnRefSchema = z.object({ publicId: publicIdSchema });
/** Figures of one's own return by pages; of one component where it is named. */
export const listFiguresSchema = returnRefSchema.extend({
  component: code.optional(),
  cursor: signedCursor.optional(),
  limit: z.number().int().min(1).max(1000).default(500),
});
export const listReturnsSchema = z.object({}).default({});

/** The place of a figure: its component, its plant and a code for each dimension. */
export const figurePlaceSchema = z.object({
  component: code,
  site: plainLine().max(80, "tooLong").default(""),
  place: z.array(code).max(6, "tooLong").default([]),
});

/** A figure as it was typed, with the revision that its writer saw: 0 where nothing stood. An empty `raw` takes it out. */
export const typedFigureSchema = figurePlaceSchema.extend({
  raw: plainLine().max(80, "tooLong"),
  unit: plainLine().max(40, "tooLong").default(""),
  revision: z.number().int().min(0),
});
export type TypedFigure = z.output<typeof typedFigureSchema>;

export const saveValuesSchema = returnRefSchema.extend({
  version,
  values: z.array(typedFigureSchema).min(1, "required").max(500, "tooLong"),
});

export const saveExplanationSchema = returnRefSchema.extend({
  version,
  check: z.string().min(1, "required").max(700, "tooLong"),
  text: plainText().max(1000, "tooLong"),
});

const reason = plainText().min(5, tooShort).max(1000, "tooLong");

/** A reason is asked for after the due instant. */
export const submitReturnSchema = returnRefSchema.extend({ version, reason: reason.optional() });
export const correctReturnSchema = returnRefSchema.extend({ version, reason });

export const queryReturnSchema = returnRefSchema.extend({
  version,
  items: z
    .array(
      z.object({
        component: code.nullable().default(null),
        text: plainText().min(5, tooShort).max(1000, "tooLong"),
      }),
    )
    .min(1, "required")
    .max(50, "tooLong"),
});
export const verifyReturnSchema = returnRefSchema.extend({ version });

export const reviewQueueSchema = pageInput.extend({
  state: z.enum(["waiting", "queried", "verified", "overdue"]).default("waiting"),
});

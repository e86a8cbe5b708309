import { longestRun, spans, stressLinks } from "@lilink/model/supply";
import { tradeFlows, tradeLayouts, tradeProductIds } from "@lilink/model/supply/trade";
import { z } from "zod";

/** Rows of trade that are sent at once. */
export const mostTradeRows = 5000;

const reporter = z.string().regex(/^[A-Z]{2}$/, "badFormat");
const amount = z.number().min(0, "tooSmall").max(1e12, "tooLarge");

export const tradeLoadRefSchema = z.object({ publicId: z.string().min(1, "required").max(40, "tooLong") });

export const openTradeSchema = z.object({
  layout: z.enum(tradeLayouts),
  reporter,
  fileName: z.string().trim().min(1, "required").max(200, "tooLong"),
  source: z.string().trim().min(1, "required").max(200, "tooLong"),
  licence: z.string().trim().min(1, "required").max(200, "tooLong"),
  sample: z.boolean().default(false),
  reason: z.string().trim().min(8, "tooShort").max(500, "tooLong").optional(),
});

export const takeTradeSchema = tradeLoadRefSchema.extend({
  rows: z
    .array(
      z.object({
        period: z.string().regex(/^\d{4}(-(0[1-9]|1[0-2]))?$/, "notADate"),
        partner: z.string().regex(/^([A-Z]{2}|WLD|OTHER)$/, "notInList"),
        line: z.string().regex(/^\d{6}$/, "badFormat"),
        flow: z.enum(tradeFlows),
        tonnes: amount,
        usd: amount.nullable(),
        factor: z.number().min(0, "tooSmall").max(5.4, "tooLarge").nullable(),
        factorSource: z.string().max(600, "tooLong"),
      }),
    )
    .min(1, "required")
    .max(mostTradeRows, "tooLarge"),
});

export const closeTradeSchema = tradeLoadRefSchema.extend({
  skipped: z.number().int().min(0, "tooSmall"),
  /** The file holds months that are there already, and is to go before them. */
  revises: z.boolean().default(false),
});

export const loadSupplySchema = z.object({
  reporter: reporter.default("CN"),
  /** One product, or all lithium in contained LCE. */
  product: z.enum(["lithium", ...tradeProductIds]).default("lithium"),
  span: z.enum(spans).default("twelve"),
  /** Another window than the last one, by the month or year that it ends with. */
  period: z
    .string()
    .regex(/^\d{4}(-(0[1-9]|1[0-2]))?$/, "notADate")
    .optional(),
});

export const setCeilingSchema = z.object({
  percent: z.number().int("notANumber").min(1, "tooSmall").max(100, "tooLarge"),
  reason: z.string().trim().min(8, "tooShort").max(500, "tooLong"),
});

const source = z.string().regex(/^([A-Z]{2}|OTHER)$/, "notInList");
const share = z.number().min(0, "tooSmall").max(1, "tooLarge");
const week = z.number().int().min(1, "tooSmall").max(longestRun, "tooLarge");
const links = z.array(z.enum(stressLinks)).max(stressLinks.length).optional();
const weeksInStore = z.number().min(0, "tooSmall").max(520, "tooLarge");

/** What a scenario assumes; the amounts of an ordinary week come from trade. */
export const stressAskSchema = z.object({
  reporter: reporter.default("CN"),
  mined: amount,
  recycled: amount,
  recovery: share,
  stockWeeks: z.object({
    resource: weeksInStore,
    smelting: weeksInStore,
    materials: weeksInStore,
    products: weeksInStore,
  }),
  shocks: z
    .array(z.object({ source, cut: share, fromWeek: week, weeks: week.optional(), links }))
    .max(40, "tooLarge"),
  responses: z
    .array(
      z.object({
        sources: z.array(source).min(1, "required").max(40, "tooLarge"),
        rise: z.number().min(0, "tooSmall").max(10, "tooLarge"),
        ramp: z.number().min(0.0001, "tooSmall").max(10, "tooLarge").optional(),
        fromWeek: week,
        weeks: week.optional(),
        links,
      }),
    )
    .max(40, "tooLarge"),
  weeks: week,
});

export const keepScenarioSchema = z.object({
  name: z.string().trim().min(1, "required").max(120, "tooLong"),
  ask: stressAskSchema,
  meeting: z.string().min(1).max(40).optional(),
});

export const diversifySchema = z.object({
  reporter: reporter.default("CN"),
  product: z.enum(tradeProductIds),
  /** How much more than now each source may give, as a share. */
  growth: z.number().min(0, "tooSmall").max(10, "tooLarge"),
  ceiling: z.number().min(0.01, "tooSmall").max(1, "tooLarge"),
});

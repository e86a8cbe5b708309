import { linkIds } from "@lilink/model/chain";
import {
  baselineConfidences,
  goalDirections,
  goalHorizons,
  seriesReadings,
  targetOperators,
} from "@lilink/model/goals";
import { z } from "zod";
import { bilingual, moment, pageOf } from "./basic.ts";
import { editorNote } from "./chain.ts";
import { standing } from "./standing.ts";

function baselineIn<W extends z.ZodType>(words: W) {
  const figure = z.object({
    value: z.number(),
    unit: words,
    period: z.string(),
    source: z.string(),
    confidence: z.enum(baselineConfidences),
  });
  return figure.extend({ alternative: figure.optional(), others: words.optional() });
}

const target = z
  .discriminatedUnion("origin", [
    z.object({
      origin: z.literal("seed"),
      operator: z.enum(targetOperators),
      value: z.number(),
      unit: bilingual,
    }),
    z.object({
      origin: z.literal("proposal"),
      indicator: z.string(),
      operator: z.enum(targetOperators),
      value: z.union([z.number(), z.array(z.number()), bilingual]),
      unit: bilingual,
      why: bilingual.nullable(),
    }),
  ])
  .meta({ id: "GoalTarget" });

const goal = z
  .object({
    id: z.string(),
    horizon: z.literal(goalHorizons),
    section: z.string(),
    link: z.enum(linkIds),
    statement: bilingual,
    indicator: z.string(),
    furtherIndicators: z.array(z.string()),
    direction: z.enum(goalDirections),
    baseline: baselineIn(bilingual).nullable(),
    note: bilingual.optional(),
  })
  .meta({ id: "Goal" });

const card = {
  goal,
  state: z.enum(["closed", "running"]),
  target: target.nullable(),
  editorNotes: z.array(editorNote),
};

export const goalList = z
  .object({
    goals: z.array(
      z.object({
        ...card,
        indicator: z.object({ id: z.string(), name: bilingual, unit: z.string() }).nullable(),
        hasSeries: z.boolean(),
        standing,
      }),
    ),
    overarching: z.array(z.object({ id: z.string(), section: z.string(), statement: bilingual })),
  })
  .meta({ id: "GoalList" });

const sheetWords = {
  unit: z.string(),
  formula: z.string(),
  numerator: z.string(),
  denominator: z.string().nullable(),
  breakdowns: z.array(z.string()),
  reportingEntity: z.string(),
  frequency: z.string(),
  aggregation: z.string(),
  qualityChecks: z.array(z.string()),
  disclosure: z.string(),
  note: z.string().optional(),
  workedExample: z.string().optional(),
};

const indicator = z
  .object({
    id: z.string(),
    link: z.enum(linkIds),
    name: bilingual,
    better: z.enum(goalDirections),
    ...sheetWords,
    confidence: z.literal("proposal"),
    baseline: baselineIn(z.string()).optional(),
    validRange: z.array(z.number()).optional(),
    thresholds: z.record(z.string(), z.unknown()).optional(),
    zh: z.object({ origin: z.literal("translation"), ...sheetWords }),
  })
  .meta({ id: "Indicator" });

const crossCheck = z.object({
  fact: z.string(),
  indicators: z.array(z.string()),
  printed: bilingual,
  other: bilingual,
  source: bilingual,
  address: z.string().nullable(),
});

const series = z
  .object({
    code: z.string(),
    name: bilingual,
    unit: z.string(),
    source: z.string(),
    address: z.string().nullable(),
    licence: z.string(),
    vintage: z.string(),
    confidence: z.string(),
    importedAt: moment,
    figures: z.array(
      z.object({
        region: z.string(),
        year: z.int(),
        period: z.string(),
        value: z.string(),
        note: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: "Series" });

export const goalCard = z
  .object({
    ...card,
    indicator: indicator.nullable(),
    further: z.array(indicator),
    crossChecks: z.array(crossCheck),
    series: z.array(series),
    standing,
  })
  .meta({ id: "GoalCard" });

export const indicatorSheet = z
  .object({
    indicator,
    goals: z.array(z.object({ id: z.string(), horizon: z.literal(goalHorizons), statement: bilingual })),
    editorNotes: z.array(editorNote),
    crossChecks: z.array(crossCheck),
    series: z.array(series),
  })
  .meta({ id: "IndicatorSheet" });

const seriesItem = z
  .object({
    code: z.string(),
    name: bilingual,
    unit: z.string(),
    source: z.string(),
    licence: z.string(),
    vintage: z.string(),
    confidence: z.string(),
    importedAt: moment,
    editions: z.int(),
    figures: z.int(),
    regions: z.int(),
    /** Of a series of one period alone. */
    period: z.string().nullable(),
    firstYear: z.int().nullable(),
    lastYear: z.int().nullable(),
    /** Of the last period: the sum over all regions ("WLD"), else the largest region. The value is a decimal string. */
    last: z.object({ value: z.string(), period: z.string(), region: z.string() }).nullable(),
  })
  .meta({ id: "SeriesItem" });

export const seriesPage = pageOf(seriesItem);

const adoption = z
  .object({
    publicId: z.string(),
    indicator: z.string(),
    measure: z.string(),
    period: z.string(),
    series: z.string(),
    vintage: z.string(),
    source: z.string(),
    reading: z.enum(seriesReadings),
    region: z.string().nullable(),
    /** Decimal strings; equal where the figure is known. */
    low: z.string(),
    high: z.string(),
    reason: z.string(),
    adoptedAt: moment,
  })
  .meta({ id: "SeriesAdoption" });

export const seriesCard = z
  .object({ code: z.string(), editions: z.array(series), adoptions: z.array(adoption) })
  .meta({ id: "SeriesCard" });

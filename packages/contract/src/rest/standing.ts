import {
  judgedPeriods,
  noVerdicts,
  progressStatuses,
  targetOperators,
  uncertainties,
} from "@lilink/model/goals";
import { definitionBases } from "@lilink/model/goals/definition/form";
import { z } from "zod";
import { bilingual, moment } from "./basic.ts";

const status = z.enum(progressStatuses).meta({ id: "ProgressStatus" });

const yearFigure = z
  .object({
    year: z.int(),
    period: z.string(),
    value: z.string().nullable(),
    low: z.string().nullable(),
    high: z.string().nullable(),
    /** Verified among owed returns, in whole tens of a percent. */
    coverage: z.number().nullable().optional(),
    revised: z.string().nullable().optional(),
  })
  .meta({ id: "YearFigure" });

const spread = z
  .object({ low: z.string(), high: z.string(), why: z.array(z.enum(uncertainties)) })
  .meta({ id: "FigureSpread" });

const pace = z.object({ perYear: z.string(), growth: z.string().nullable() }).meta({ id: "Pace" });

const target = z.union([
  z.object({
    year: z.int(),
    operator: z.enum(targetOperators).exclude(["between"]),
    value: z.string(),
  }),
  z.object({ year: z.int(), operator: z.literal("between"), value: z.array(z.string()) }),
]);

const byPace = z.object({ ratio: z.string().nullable(), status });

const judged = {
  unit: z.string().nullable(),
  judgedBy: z.enum(judgedPeriods),
  baseline: z.object({ year: z.int(), value: z.string(), origin: z.enum(["paper", "released"]) }).nullable(),
  target: target.nullable(),
  now: yearFigure.nullable(),
  status,
  linear: byPace,
  compound: byPace,
  disagree: z.boolean(),
  /** Why there is no verdict, and the years that are lacking for one. */
  why: z.enum(noVerdicts).nullable(),
  lacking: z.array(z.int()),
  /** How far from the target, where it is not met. */
  gap: z.string().nullable(),
  made: pace.nullable(),
  needed: pace.nullable(),
  /** Where the figure may yet come to lie, and what the verdict would be at both ends. */
  spread: spread.nullable(),
  band: z.array(status).nullable(),
  /** The share of returns behind the figure, where it is below what the group asks for. */
  care: z.number().nullable(),
};

/** How a goal or a measure of it is judged, as in the goal rules. */
const method = z.string();

export const standing = z
  .object({
    goal: z.string(),
    method: method.nullable(),
    closed: z.boolean(),
    ...judged,
    heldBack: z.boolean(),
    /** Every measure with its own standing; the goal stands where the worst of them stands. */
    parts: z.array(
      z.object({
        indicator: z.string(),
        measure: z.string().nullable(),
        method,
        name: bilingual,
        basis: z.enum(definitionBases).nullable(),
        release: z.string().nullable(),
        series: z.object({ series: z.string(), vintage: z.string(), source: z.string() }).nullable(),
        ...judged,
      }),
    ),
    without: z.int(),
    toDate: yearFigure.nullable(),
    release: z
      .object({
        publicId: z.string(),
        frozenAt: moment,
        ageDays: z.int(),
        coverage: z.number().nullable(),
      })
      .nullable(),
    toDateRelease: z.string().nullable(),
    years: z.array(yearFigure.extend({ spread: spread.nullable() })),
    path: z.array(
      z.object({
        year: z.int(),
        target: z.string().nullable(),
        linear: z.string().nullable(),
        compound: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: "Standing" });

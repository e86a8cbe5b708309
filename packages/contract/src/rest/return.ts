import { checkSeverities } from "@lilink/model/goals/definition";
import { figureRules, returnFrequencies, returnStates } from "@lilink/model/return";
import { z } from "zod";
import { bilingual, moment } from "./basic.ts";

const words = z.record(z.string(), z.string());
const place = { component: z.string(), site: z.string(), place: z.array(z.string()) };
/** An exact decimal as a string; null where it cannot be read. */
const decimal = z.string().nullable();

const finding = z
  .object({
    key: z.string(),
    code: z.string(),
    severity: z.enum(checkSeverities),
    at: z.object(place).nullable(),
    rule: z.enum(figureRules).optional(),
    text: bilingual.optional(),
    params: words,
    explained: z.boolean(),
  })
  .meta({ id: "ReturnFinding" });

const head = {
  publicId: z.string(),
  period: z.string(),
  frequency: z.enum(returnFrequencies),
  sheet: z.string(),
  state: z.enum(returnStates),
  version: z.int(),
  late: z.boolean(),
  dueAt: moment,
  submittedAt: moment.nullable(),
  closed: z.boolean(),
};

export const returnList = z.object({
  items: z.array(z.object({ ...head, asked: z.int(), filled: z.int(), overdue: z.boolean() })),
});

const figure = z.object({
  ...place,
  raw: z.string(),
  unit: z.string(),
  value: decimal,
  rule: z.enum(figureRules).nullable(),
  params: words,
  revision: z.int(),
});

export const returnFigures = z.object({ items: z.array(figure), nextCursor: z.string().nullable() });

export const returnForm = z
  .object({
    ...head,
    verifiedVersion: z.int().nullable(),
    needsReason: z.boolean(),
    updatedAt: moment,
    may: z.object({ save: z.boolean(), submit: z.boolean(), correct: z.boolean() }),
    components: z.array(
      z.object({
        code: z.string(),
        name: bilingual,
        indicator: z.string(),
        unit: z.string(),
        units: z.array(z.string()),
        decimals: z.int(),
        nonNegative: z.boolean(),
        dimensions: z.array(z.string()),
      }),
    ),
    dimensions: z.array(
      z.object({
        id: z.string(),
        name: bilingual,
        codes: z.array(z.object({ code: z.string(), name: bilingual })),
      }),
    ),
    total: z.int(),
    figures: z.array(figure),
    earlier: z.array(z.object({ ...place, value: z.string() })),
    explanations: z.array(z.object({ check: z.string(), text: z.string() })),
    findings: z.array(finding),
    events: z.array(
      z.object({ kind: z.string(), version: z.int(), text: z.string().nullable(), at: moment }),
    ),
  })
  .meta({ id: "ReturnForm" });

export const savedFigures = z.object({
  saved: z.array(z.object({ ...place, revision: z.int(), value: decimal })),
  conflicts: z.array(
    z.object({
      ...place,
      mine: z.object({ raw: z.string(), unit: z.string() }),
      theirs: z.object({
        raw: z.string(),
        unit: z.string(),
        revision: z.int(),
        by: z.string().nullable(),
        at: moment,
      }),
    }),
  ),
  findings: z.array(finding),
  savedAt: moment,
});

export const submittedReturn = z.object({
  state: z.enum(returnStates),
  version: z.int(),
  late: z.boolean(),
  submittedAt: moment,
});

import {
  figureSources,
  questionCodes,
  reasonCodes,
  relationCodes,
  relationDirections,
  verdictValues,
} from "@lilink/model/matching";
import { cooperationForms, postingKinds, postingStates } from "@lilink/model/posting";
import { z } from "zod";
import { moment } from "./basic.ts";
import { figure, postingReading, volume } from "./posting.ts";

/**
 * Why a posting is not among the first, or not there at all. `unknown`: none of that name, hidden, or ended – one answer
 * for all three. `notReached`: of the reader's own group, or behind those that the search brought; again one answer.
 */
export const whyNotCodes = [
  "unknown",
  "notLive",
  "own",
  "sameKind",
  "running",
  "suggested",
  "ranked",
  "dismissed",
  "nearMiss",
  "fails",
  "apart",
  "low",
  "notReached",
] as const;
export type WhyNotCode = (typeof whyNotCodes)[number];
const verdict = z.object({
  attribute: z.string(),
  verdict: z.enum(verdictValues),
  hard: z.boolean(),
  need: figure,
  offer: figure.optional(),
  margin: z.number().optional(),
  from: z.enum(figureSources).optional(),
});

const result = z
  .object({
    modelVersion: z.string(),
    score: z.number(),
    inclination: z.object({ own: z.number(), other: z.number() }),
    relation: z.object({
      code: z.enum(relationCodes),
      distance: z.number().nullable(),
      direction: z.enum(relationDirections),
      own: z.string().optional(),
      other: z.string().optional(),
      via: z.string().optional(),
    }),
    verdicts: z.array(verdict),
    question: z
      .object({ code: z.enum(questionCodes), attribute: z.string(), named: z.string().optional() })
      .optional(),
    nearMiss: z.boolean(),
    breaksHard: z.boolean(),
    reasons: z.array(
      z.object({
        code: z.enum(reasonCodes),
        params: z.record(z.string(), z.union([z.string(), z.number()])),
        weight: z.number(),
      }),
    ),
  })
  .meta({ id: "MatchResult" });

const match = z
  .object({
    other: postingReading,
    result,
    mark: z.enum(["pinned", "dismissed"]).nullable(),
    markReason: z.string().nullable(),
    introduction: z.string().nullable(),
    answerBy: moment.nullable(),
    computedAt: moment,
  })
  .meta({ id: "Match" });

const standing = z.object({ place: z.int(), places: z.int() }).nullable();

export const suggestions = z
  .object({
    places: z.int(),
    suggestions: z.array(match.extend({ standing }).meta({ id: "Suggestion" })),
  })
  .meta({ id: "Suggestions" });

export const whyNot = z
  .object({
    answers: z.array(
      z.object({
        code: z.enum(whyNotCodes),
        other: postingReading.nullable(),
        failing: z.array(verdict),
        rank: z.object({ place: z.int(), of: z.int() }).nullable(),
        standing,
        score: z.number().nullable(),
        markReason: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: "WhyNot" });

const perSection = <V extends z.ZodType>(value: V) =>
  z.object({ matches: value, nearMisses: value, dismissed: value });

export const matches = z
  .object({
    own: z.object({
      publicId: z.string(),
      state: z.enum(postingStates),
      title: z.string(),
      kind: z.enum(postingKinds),
      concept: z.string().nullable(),
      live: z.boolean(),
      volume: volume.nullable(),
      cooperation: z.array(z.enum(cooperationForms)),
    }),
    running: z.boolean(),
    modelVersion: z.string(),
    /** Of pairs whose own inclination lies in a span, how many answered and how many went on; empty without a learned version. */
    answered: z.array(z.object({ from: z.number(), to: z.number(), answers: z.int(), wentOn: z.int() })),
    counts: perSection(z.number()),
    suggestions: suggestions.nullable(),
    matches: z.array(match),
    nearMisses: z.array(match),
    dismissed: z.array(match),
    next: perSection(z.string().nullable()),
  })
  .meta({ id: "Matches" });

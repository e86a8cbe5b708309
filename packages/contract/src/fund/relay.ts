import { findConcept } from "@lilink/model/chain";
import { maturityLadder, relayStepMachine, relaySteps } from "@lilink/model/fund/life";
import { independentUses } from "@lilink/model/register";
import { stepsOf } from "@lilink/model/state";
import { z } from "zod";
import { isoDay, publicIdSchema } from "../page/page.ts";

const ref = z.object({ publicId: publicIdSchema });
const text = (most: number) => z.string().trim().max(most, "tooLong");
const needed = (most: number) => z.string().trim().min(1, "required").max(most, "tooLong");

/** What a result comes from: an output of an own project, or an own achievement. */
export const relaySources = ["output", "achievement"] as const;
export const offerResultSchema = z.object({
  source: z.enum(relaySources),
  /** The output or the achievement. */
  of: publicIdSchema,
  use: needed(400),
  node: z.string().refine((id) => findConcept(id) !== null, "unknownConcept"),
  rung: z.enum(maturityLadder),
});
export const withdrawResultSchema = ref;
export const loadResultSchema = ref;

/** By what a result is taken on: an own need that is published, or an own project that runs. */
export const relayTakers = ["need", "project"] as const;
export const claimResultSchema = ref.extend({
  by: z.enum(relayTakers),
  of: publicIdSchema,
  words: text(1000),
});

/** Units in which people say how much went in. */
export const volumeUnits = ["t", "kg", "m2", "kWh", "MWh", "pcs", "line"] as const;
export const tellStepSchema = ref.extend({
  step: z.enum(relaySteps).exclude(["claim"]),
  happenedOn: isoDay,
  words: text(2000),
  useKind: z.enum(independentUses).nullable(),
  volume: z.number("notANumber").positive("notPositive").max(1e12, "tooLarge").nullable(),
  unit: z.enum(volumeUnits).nullable(),
});
export const answerStepSchema = ref.extend({ answer: z.enum(stepsOf(relayStepMachine)), words: text(1000) });
export const nameUserSchema = ref.extend({ named: z.boolean() });

/** Files a confirmed first use, beside a gap that is closed, as the evidence of a weak link. */
export const fileUseSchema = ref.extend({ weakLink: publicIdSchema, gap: publicIdSchema });
export const listUsesSchema = z.object({ node: z.string().max(80) });

import { batteryProducts } from "@lilink/model/codes";
import { denialLengths, denialSides } from "@lilink/model/trace/denial";
import { correctionReasons, custodyVerbs, lifeStates } from "@lilink/model/trace/verb";
import { z } from "zod";
import { isoDay, publicIdSchema, signedCursor } from "../page/page.ts";

/** Each key, rising and falling. */
export const bothWays = <K extends string>(keys: readonly K[]): readonly (K | `-${K}`)[] =>
  keys.flatMap((key) => [key, `-${key}` as const]);

/** As printed: blanks, lower case and full width are read; 25 characters are an alias. */
const code = z.string().trim().min(1, "required").max(80, "tooLong");
const amount = z.number("notANumber").positive("notPositive").max(1_000_000, "tooLarge").optional();
const text = (max: number) => z.string().trim().max(max, "tooLong").optional();

export const mostUnits = 1000;

export const fileBatteriesSchema = z.object({
  units: z
    .array(z.object({ code, parent: code.optional(), ah: amount, kwh: amount, kg: amount }))
    .min(1, "required")
    .max(mostUnits, "tooLarge"),
});

export const reportEventSchema = z.object({
  verb: z.enum(custodyVerbs),
  code,
  at: isoDay,
  /** The body that takes over. */
  to: publicIdSchema.optional(),
  /** Province of GB/T 2260, its first two digits. */
  province: z
    .string()
    .regex(/^\d{2}$/, "badFormat")
    .optional(),
  vehicle: text(40),
  origins: z.array(code).max(200, "tooLarge").optional(),
  children: z.array(code).max(1000, "tooLarge").optional(),
  filed: z.number().int().min(0).max(100_000).optional(),
  lost: z.number().int().min(0).max(100_000).optional(),
  /** Energy that a test found over nominal energy; above 1 the denominator is wrong. */
  energyShare: z.number().min(0, "tooSmall").max(1, "tooLarge").optional(),
  u: z.number().min(0, "tooSmall").max(1, "tooLarge").optional(),
  step: z.number().int().min(1).max(3).optional(),
  reason: text(500),
  batch: text(60),
  proof: text(200),
  authority: text(60),
  /** The hash of the event that this one corrects. */
  corrects: z
    .string()
    .regex(/^[0-9a-f]{64}$/, "badFormat")
    .optional(),
});

export const correctEventSchema = z.object({
  code,
  /** The hash of the event that was wrong. */
  corrects: z.string().regex(/^[0-9a-f]{64}$/, "badFormat"),
  reason: z.enum(correctionReasons),
  /** What shows it: a document, a slip. */
  proof: text(200),
  /** What happened instead; the battery, its day and its verb stand in it anew. */
  instead: reportEventSchema.omit({ corrects: true }).optional(),
});

/** A hand-over, by its battery and the hash of its event. */
const handover = { code, event: z.string().regex(/^[0-9a-f]{64}$/, "badFormat") };
const word = (max: number) => z.string().trim().min(1, "required").max(max, "tooLong");

/** Why the own body did not take the battery over; or why it holds to having handed it over. */
export const denyHandoverSchema = z.object({ ...handover, reason: word(denialLengths.reason) });

export const mostConfirmed = 100;

/** Hand-overs that the own body received: each on its own day, or all on one. */
export const confirmHandoversSchema = z.object({
  handovers: z.array(z.object(handover)).min(1, "required").max(mostConfirmed, "tooLarge"),
  on: isoDay.optional(),
});

export const settleHandoverSchema = z.object({
  ...handover,
  /** For which side. */
  side: z.enum(denialSides),
  reason: word(denialLengths.decision),
});

export const listCorrectionsSchema = z.object({
  cursor: signedCursor.optional(),
  limit: z.number().int().min(1).max(100).default(30),
});

export const loadBatterySchema = z.object({ code, knownOn: isoDay.optional() });

export const loadPassportSchema = z.object({ code });

/** By what one's batteries are ordered; with a minus the other way. */
export const batteryKeys = ["code", "role", "what", "energy", "state"] as const;
export type BatteryKey = (typeof batteryKeys)[number];

export const listBatteriesSchema = z.object({
  /** Any part of a code. */
  q: z.string().trim().max(24).optional(),
  /** 1: those alone of which something waits for the own body. */
  open: z.enum(["1"]).optional(),
  /** What it is by its code: a pack, a module or a cell. */
  product: z.enum(batteryProducts).optional(),
  state: z.enum(lifeStates).optional(),
  sort: z.enum(bothWays(batteryKeys)).optional(),
  cursor: signedCursor.optional(),
  limit: z.number().int().min(1).max(100).default(50),
});

import { statesOf } from "@lilink/model/state";
import { denialMachine, lifeStates, verdicts } from "@lilink/model/trace";
import { z } from "zod";
import { batteryKeys, bothWays } from "../battery/battery.ts";
import { fieldFault, pageOf } from "./basic.ts";

const verdict = z.enum(verdicts);
const body = z
  .object({ publicId: z.string(), nameZh: z.string(), nameEn: z.string().nullable() })
  .meta({ id: "BatteryBody" });

const denialState = z.enum(statesOf(denialMachine));
const word = z.object({ reason: z.string(), on: z.string() }).nullable();
/** The words of both sides about a hand-over that one of them denies, and what officers decided. */
const denial = z
  .object({ state: denialState, reason: z.string(), on: z.string(), upheld: word, settled: word })
  .meta({ id: "BatteryDenial" });

/** Whether a battery may be coded anew, and why. */
export const cascadeGate = z
  .object({ verdict: z.string(), why: z.string(), probability: z.number().nullable() })
  .meta({ id: "CascadeGate" });

export const batteryPage = pageOf(
  z
    .object({
      code: z.string(),
      isMaker: z.boolean(),
      level: z.string().nullable(),
      batteryType: z.string().nullable(),
      kwh: z.string().nullable(),
      state: z.enum(lifeStates),
      flags: z.array(verdict),
    })
    .meta({ id: "Battery" }),
).extend({ count: z.number().int().nullable(), sort: z.enum(bothWays(batteryKeys)).nullable() });

export const batteryLife = z
  .object({
    code: z.string(),
    state: z.enum(lifeStates),
    gate: cascadeGate.nullable(),
    unit: z
      .object({
        level: z.string(),
        batteryType: z.string(),
        madeOn: z.string(),
        parent: z.string().nullable(),
        ah: z.string().nullable(),
        kwh: z.string().nullable(),
        kg: z.string().nullable(),
      })
      .nullable(),
    knownDays: z.array(z.object({ on: z.string(), events: z.number() })),
    events: z.array(
      z.object({
        hash: z.string(),
        verb: z.string(),
        code: z.string(),
        on: z.string(),
        recordedOn: z.string(),
        verdict,
        flags: z.array(verdict),
        by: body.nullable(),
        to: body.nullable(),
        unconfirmed: z.boolean(),
        denial: denial.nullable(),
        province: z.string().nullable(),
        energyShare: z.number().nullable(),
        u: z.number().nullable(),
        report: z
          .object({
            method: z.string(),
            denominator: z.string(),
            capacityShare: z.number().nullable(),
            resistance: z.number().nullable(),
            accredited: z.boolean(),
          })
          .nullable(),
        corrects: z.string().nullable(),
        correctedBy: z.string().nullable(),
        contradicts: z.string().nullable(),
        reason: z.string().nullable(),
      }),
    ),
    children: z.array(z.string()),
    from: z.array(z.string()),
    into: z.array(z.string()),
    codes: z.array(z.string()),
  })
  .meta({ id: "BatteryLife" });

export const batteryFiling = z
  .object({
    filed: z.int(),
    known: z.int(),
    faults: z.array(fieldFault.extend({ at: z.int() })),
  })
  .meta({ id: "BatteryFiling" });

export const batteryReport = z
  .object({ hash: z.string(), verdict, isKnown: z.boolean() })
  .meta({ id: "BatteryReport" });

export const batteryDenied = z
  .object({ state: denialState, isKnown: z.boolean() })
  .meta({ id: "BatteryDenied" });

export const batteryPassport = z
  .object({
    code: z.string(),
    level: z.enum(["public", "interest", "authority"]),
    form: z.object({ model: z.string(), licence: z.string(), attribution: z.string() }),
    partial: z.boolean(),
    conforms: z.boolean(),
    missing: z.array(z.string()),
    passport: z.record(z.string(), z.unknown()),
  })
  .meta({ id: "BatteryPassport" });

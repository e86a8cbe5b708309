import { verdicts } from "@lilink/model/trace/event";
import { lotKinds } from "@lilink/model/trace/lot";
import { rateDefinitions } from "@lilink/model/trace/rate";
import { z } from "zod";
import { testDenominators } from "../battery/residual.ts";
import { cascadeGate } from "./battery.ts";

const publicId = z.string();
/** Tests that the body made or had made, and what a kWh that is left was sold for. */
export const residualTests = z
  .object({
    tests: z.array(
      z
        .object({
          publicId,
          code: z.string(),
          method: z.string(),
          denominator: z.enum(testDenominators),
          testedOn: z.string(),
          energyShare: z.number().nullable(),
          capacityShare: z.number().nullable(),
          resistance: z.number().nullable(),
          u: z.number().nullable(),
          cost: z.number().nullable(),
          minutes: z.number().nullable(),
          accredited: z.boolean(),
          gate: cascadeGate.nullable(),
        })
        .meta({ id: "ResidualTest" }),
    ),
    bands: z.array(
      z
        .object({
          chemistry: z.string(),
          bodies: z.int(),
          sales: z.int(),
          low: z.number().nullable(),
          middle: z.number().nullable(),
          high: z.number().nullable(),
        })
        .meta({ id: "PriceBand" }),
    ),
  })
  .meta({ id: "ResidualTests" });

export const residualFiled = z
  .object({ publicId, accredited: z.boolean(), verdict: z.enum(verdicts) })
  .meta({ id: "ResidualTestFiled" });

export const retiredLots = z
  .object({
    items: z.array(
      z
        .object({
          id: z.string(),
          name: z.string(),
          kind: z.enum(lotKinds),
          province: z.string(),
          chemistry: z.string(),
          tonnes: z.number(),
          energyShare: z.number().nullable(),
          u: z.number().nullable(),
          testedOn: z.string().nullable(),
          accredited: z.boolean(),
          step: z.int(),
          reason: z.string().nullable(),
          isDamaged: z.boolean(),
          gate: cascadeGate.nullable(),
          /** Steps of second use that are still open, with the nearest taker or why nobody can. */
          steps: z.array(
            z.object({
              step: z.int(),
              km: z.number().nullable(),
              why: z.array(z.string()),
              taker: z
                .object({ publicId, nameZh: z.string().nullable(), nameEn: z.string().nullable() })
                .nullable(),
            }),
          ),
          takers: z.array(
            z.object({
              publicId,
              /** The firm that holds the site: it is asked for an introduction through what it offers. */
              firm: publicId,
              nameZh: z.string().nullable(),
              nameEn: z.string().nullable(),
              qualification: z.enum(["recycling", "cascade"]),
              province: z.string(),
              km: z.number().nullable(),
              unfit: z.array(z.string()),
            }),
          ),
        })
        .meta({ id: "RetiredLot" }),
    ),
  })
  .meta({ id: "RetiredLots" });

export const lotKept = z.object({ publicId }).meta({ id: "RetiredLotKept" });

export const recoveryRates = z
  .object({
    figures: z.array(
      z.object({
        year: z.int(),
        rate: z.enum(rateDefinitions.map(({ id }) => id)),
        /** A share; null where it is kept back or has nothing behind it. */
        value: z.number().nullable(),
        bodies: z.int(),
      }),
    ),
    returned: z.array(
      z.object({
        indicator: z.string(),
        measure: z.string(),
        period: z.string(),
        value: z.number().nullable(),
      }),
    ),
    conformity: z.object({ low: z.number(), high: z.number(), firms: z.int() }).nullable(),
    publishedOn: z.string().nullable(),
  })
  .meta({ id: "RecoveryRates" });

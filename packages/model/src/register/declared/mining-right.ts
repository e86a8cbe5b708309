import { defineRegister } from "../define-register.ts";
import { bilingual, choice, day, figure, outline, point, text } from "../field.ts";
import { ringOf } from "../outline.ts";
import { reviewed } from "../reviewed.ts";
import { provinceCodes } from "./conformity-claim.ts";
import { depositTypes } from "./deposit.ts";
import { inChina, isOutOfChina } from "./protected-area.ts";

export const rightPhases = [
  "planned",
  "announced",
  "exploring",
  "held",
  "building",
  "producing",
  "idle",
  "closed",
] as const;
export const idleReasons = [
  "altitude",
  "ecology",
  "infrastructure",
  "energy",
  "technology",
  "price",
  "permit",
  "other",
] as const;
/** The strictest first. */
export const ecologyVerdicts = ["red_line", "buffer", "none"] as const;
export type EcologyVerdict = (typeof ecologyVerdicts)[number];

/** Exploration blocks and mining rights in one row of phases, for seed 4.1: many hold rights, few mine. [MR1] */
export const miningRight = defineRegister({
  name: "miningRight",
  owner: "group",
  level: "everyone",
  fields: {
    name: bilingual({ max: 160, required: true }),
    province: choice(provinceCodes, { required: true }),
    place: point(),
    outline: outline(),
    type: choice(depositTypes, { required: true }),
    area: figure({ units: ["km2"], min: "0" }),
    mode: choice(["tender", "auction", "listing"] as const),
    ecology: choice(ecologyVerdicts, { required: true }),
    ecologyReason: text({ max: 1000, long: true }),
    phase: choice(rightPhases, { required: true }),
    holder: text({ max: 160 }),
    grantedOn: day({ partial: true }),
    idleReason: choice(idleReasons),
    reason: bilingual({ max: 1000, long: true }),
    note: text({ max: 2000, long: true }),
  },
  machine: reviewed,
  act: { edit: "record.edit", decide: "record.review" },
  unique: ["name"],
  list: ["name", "province", "type", "phase", "ecology", "idleReason"],
  facets: ["province", "type", "phase", "ecology", "idleReason"],
  rest: { path: "mining-rights", scope: "registers:read" },
  check: ({ ecology, phase, idleReason, place, outline: drawn }) => [
    ...(place && isOutOfChina([[place.lon, place.lat]])
      ? [{ field: "place" as const, rule: "implausible" as const, params: inChina }]
      : []),
    ...(drawn && isOutOfChina(ringOf(drawn))
      ? [{ field: "outline" as const, rule: "implausible" as const, params: inChina }]
      : []),
    // What lies over a red line stays a plan.
    ...(ecology === "red_line" && phase !== null && phase !== "planned" && phase !== "closed"
      ? [{ field: "phase" as const, rule: "notInList" as const }]
      : []),
    ...(phase === "idle" && idleReason === null
      ? [{ field: "idleReason" as const, rule: "required" as const }]
      : []),
  ],
});

import { defineRegister } from "../define-register.ts";
import { bilingual, choice, day, figure, outline, point, text } from "../field.ts";
import { type Ring, ringOf } from "../outline.ts";
import { reviewed } from "../reviewed.ts";
import { provinceCodes } from "./conformity-claim.ts";
import { depositTypes } from "./deposit.ts";

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
export const ecologyVerdicts = ["none", "buffer", "red_line"] as const;

/** Longitude and latitude between which every block of the country lies: swapped numbers fall outside. */
const inChina = { min: "73, 3", max: "136, 54" };
const isAway = (ring: Ring) => ring.some(([lon, lat]) => lon < 73 || lon > 136 || lat < 3 || lat > 54);

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
    ...(place && isAway([[place.lon, place.lat]])
      ? [{ field: "place" as const, rule: "implausible" as const, params: inChina }]
      : []),
    ...(drawn && isAway(ringOf(drawn))
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

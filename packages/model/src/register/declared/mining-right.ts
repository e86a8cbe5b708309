import { machine } from "../../state/index.ts";
import { defineRegister } from "../define-register.ts";
import { bilingual, choice, day, figure, outline, point, text } from "../field.ts";
import { ringOf } from "../outline.ts";
import { provinceCodes } from "./conformity-claim.ts";
import { depositTypes } from "./deposit.ts";
import { inChina, isOutOfChina } from "./protected-area.ts";

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

const live = { live: true, edit: "live" } as const;
const over = { live: true, end: true } as const;

/**
 * From a planned block to the end of a right. A second officer publishes, enters a right that was granted before, and says what
 * an application became; what an authority or a holder did is noted. Over a red line see [EP4] and [MR4]. [MR1] [MR3]
 */
export const miningRightMachine = machine({
  name: "miningRight",
  start: "draft",
  states: {
    draft: { edit: "draft" },
    in_review: { review: true },
    planned: live,
    announced: live,
    applied: live,
    exploring: live,
    granted: live,
    building: live,
    producing: live,
    idle: { ...live, halted: true },
    expired: over,
    surrendered: over,
    revoked: over,
    closed: over,
    withdrawn: { end: true },
  },
  steps: {
    submit: { from: ["draft"], to: "in_review", who: "owner", guard: "complete", tell: "officers" },
    publish: { from: ["in_review"], to: "planned", who: "officer" },
    enter: { from: ["in_review"], to: "granted", who: "officer", guard: "held" },
    return: { from: ["in_review"], to: "draft", who: "officer", reason: true, tell: "owner" },
    announce: { from: ["planned"], to: "announced", who: "owner" },
    apply: {
      from: ["planned", "announced", "exploring"],
      to: "applied",
      who: "owner",
      fields: ["holder", "appliedOn"],
    },
    explore: { from: ["applied"], to: "exploring", who: "officer" },
    grant: { from: ["applied"], to: "granted", who: "officer", guard: "held" },
    refuse: { from: ["applied"], to: "planned", who: "officer", reason: true },
    build: { from: ["granted", "idle"], to: "building", who: "owner", empties: ["idleReason"] },
    produce: {
      from: ["granted", "building", "idle"],
      to: "producing",
      who: "owner",
      empties: ["idleReason"],
    },
    idle: {
      from: ["granted", "building", "producing"],
      to: "idle",
      who: "owner",
      fields: ["idleReason"],
    },
    expire: {
      from: ["exploring", "granted", "building", "producing", "idle"],
      to: "expired",
      who: "owner",
      fields: ["endedOn"],
    },
    surrender: {
      from: ["exploring", "granted", "building", "producing", "idle"],
      to: "surrendered",
      who: "owner",
      reason: true,
      fields: ["endedOn"],
    },
    revoke: {
      from: ["exploring", "granted", "building", "producing", "idle"],
      to: "revoked",
      who: "owner",
      reason: true,
      fields: ["endedOn"],
    },
    close: { from: ["producing", "idle"], to: "closed", who: "owner", fields: ["endedOn"] },
    withdraw: { from: ["draft", "planned", "announced"], to: "withdrawn", who: "owner", reason: true },
  },
});
export type RightState = keyof typeof miningRightMachine.states;

/** The states that everybody sees, from block to end: how far a block or right has come. */
export const rightPhases = [
  "planned",
  "announced",
  "applied",
  "exploring",
  "granted",
  "building",
  "producing",
  "idle",
  "expired",
  "surrendered",
  "revoked",
  "closed",
] as const satisfies readonly RightState[];
export type RightPhase = (typeof rightPhases)[number];

/** Exploration blocks and mining rights, for seed 4.1: many hold rights, few mine. [MR1] */
export const miningRight = defineRegister({
  name: "miningRight",
  owner: "group",
  level: "everyone",
  fields: {
    name: bilingual({ max: 160, required: true }),
    province: choice(provinceCodes, { required: true, order: "rising" }),
    place: point(),
    outline: outline(),
    type: choice(depositTypes, { required: true }),
    area: figure({ units: ["km2"], min: "0" }),
    mode: choice(["tender", "auction", "listing"] as const),
    ecology: choice(ecologyVerdicts, { required: true }),
    ecologyReason: text({ max: 1000, long: true }),
    ecologyDecision: text({ max: 240 }),
    ecologyDecidedOn: day({ partial: true }),
    holder: text({ max: 160 }),
    appliedOn: day({ partial: true, byStep: true }),
    grantedOn: day({ partial: true }),
    validUntil: day(),
    idleReason: choice(idleReasons, { byStep: true }),
    endedOn: day({ partial: true, byStep: true }),
    reason: bilingual({ max: 1000, long: true }),
    note: text({ max: 2000, long: true }),
  },
  machine: miningRightMachine,
  act: { edit: "record.edit", decide: "record.review" },
  unique: ["name"],
  list: ["name", "province", "type", "ecology", "holder", "idleReason"],
  facets: ["province", "type", "ecology", "idleReason"],
  rest: { path: "mining-rights", scope: "registers:read" },
  check: ({ place, outline: drawn, grantedOn, validUntil, endedOn }) => [
    ...(place && isOutOfChina([[place.lon, place.lat]])
      ? [{ field: "place" as const, rule: "implausible" as const, params: inChina }]
      : []),
    ...(drawn && isOutOfChina(ringOf(drawn))
      ? [{ field: "outline" as const, rule: "implausible" as const, params: inChina }]
      : []),
    ...(isBefore(validUntil, grantedOn)
      ? [{ field: "validUntil" as const, rule: "endBeforeStart" as const }]
      : []),
    ...(isBefore(endedOn, grantedOn) ? [{ field: "endedOn" as const, rule: "endBeforeStart" as const }] : []),
  ],
  due: {
    applied: { duty: "decide", workingDays: 40 },
    exploring: { duty: "renew", field: "validUntil" },
    granted: { duty: "renew", field: "validUntil" },
    building: { duty: "renew", field: "validUntil" },
    producing: { duty: "renew", field: "validUntil" },
    idle: { duty: "renew", field: "validUntil" },
  },
});

/** Whether a day lies before another, as far as both say: a year alone is before no day of it. */
function isBefore(end: string | null, start: string | null): boolean {
  if (!end || !start) return false;
  const told = Math.min(end.length, start.length);
  return end.slice(0, told) < start.slice(0, told);
}

import { machine } from "../../state/index.ts";
import { defineRegister } from "../define-register.ts";
import { bilingual, choice, choices, count, day, figure, record, text } from "../field.ts";
import { provinceCodes } from "./conformity-claim.ts";

/** The paper names ore fields and products; the Mineral Resources Law of 2024 adds capacity. */
export const reserveKinds = ["ore_field", "capacity"] as const;
export const reserveCriteria = ["depth", "altitude", "ecology", "cost", "infrastructure"] as const;

/** Proposed, listed by a decision, looked at again, and then kept or released by another. [RS4] */
export const oreReserveMachine = machine({
  name: "oreReserve",
  start: "draft",
  states: {
    draft: { edit: "draft" },
    proposed: { review: true },
    listed: { live: true },
    under_review: { live: true, halted: true },
    released: { live: true, end: true },
    withdrawn: { end: true },
  },
  steps: {
    submit: { from: ["draft"], to: "proposed", who: "owner", guard: "complete", tell: "officers" },
    return: { from: ["proposed"], to: "draft", who: "officer", reason: true, tell: "owner" },
    list: { from: ["proposed"], to: "listed", who: "officer", reason: true },
    review: { from: ["listed"], to: "under_review", who: "owner" },
    keep: { from: ["under_review"], to: "listed", who: "officer", reason: true },
    release: { from: ["under_review"], to: "released", who: "officer", reason: true },
    revise: { from: ["listed", "under_review"], to: "draft", who: "owner" },
    withdraw: { from: ["draft"], to: "withdrawn", who: "owner", reason: true },
  },
});

/** Ore fields left in the ground and lines kept warm, for seed 5.2.1: why, by which decision, and when it is looked at again. [RS4] */
export const oreReserve = defineRegister({
  name: "oreReserve",
  owner: "group",
  level: "everyone",
  fields: {
    title: bilingual({ max: 160, required: true }),
    kind: choice(reserveKinds, { required: true }),
    deposit: record("deposit", { when: { field: "kind", is: "ore_field" } }),
    province: choice(provinceCodes),
    criteria: choices(reserveCriteria, { when: { field: "kind", is: "ore_field" } }),
    capacity: figure({ units: ["t LCE/a"], min: "0", when: { field: "kind", is: "capacity" } }),
    startDays: count({ min: 0, max: 3650, when: { field: "kind", is: "capacity" } }),
    reviewDue: day({ required: true, order: "rising" }),
    decidedIn: text({ max: 160 }),
    decidedOut: text({ max: 160 }),
    reason: bilingual({ max: 1000, long: true, required: true }),
    note: text({ max: 2000, long: true }),
  },
  machine: oreReserveMachine,
  act: { edit: "record.edit", decide: "record.review" },
  unique: ["title"],
  list: ["title", "kind", "province", "criteria", "reviewDue"],
  facets: ["kind", "province", "criteria"],
  rest: { path: "ore-reserves", scope: "registers:read" },
  due: { listed: { duty: "review", field: "reviewDue" }, under_review: { duty: "decide", workingDays: 40 } },
});

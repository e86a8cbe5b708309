import { linkIds } from "../../chain/index.ts";
import { machine } from "../../state/index.ts";
import { defineRegister } from "../define-register.ts";
import { bilingual, choice, choices, day, organization, text } from "../field.ts";
import { reviewed } from "../reviewed.ts";

export const seatBodies = ["ministry", "key_enterprise", "institute", "association"] as const;
export type SeatBody = (typeof seatBodies)[number];
export const seatRoles = ["chair", "vice_chair", "member", "observer"] as const;
export type SeatRole = (typeof seatRoles)[number];

/** Reviewed like most records; a term that is over ends and owes nothing, one that runs out is renewed. [GV5] */
export const seatMachine = machine({
  name: "seat",
  start: reviewed.start,
  states: { ...reviewed.states, ended: { live: true, end: true } },
  steps: { ...reviewed.steps, end: { from: ["published"], to: "ended", who: "owner", notBefore: "termTo" } },
});

/** Who sits in the coordination group and for whom, for seed 4.1: the body, its holder and deputy, and until when. [GV1] */
export const seat = defineRegister({
  name: "seat",
  owner: "group",
  level: "everyone",
  fields: {
    name: bilingual({ max: 160, required: true }),
    body: choice(seatBodies, { required: true, order: "rising" }),
    role: choice(seatRoles, { required: true }),
    links: choices(linkIds, { required: true }),
    sitting: organization(),
    holder: text({ max: 80, of: "person" }),
    deputy: text({ max: 80, of: "person" }),
    termFrom: day({ required: true }),
    termTo: day({ required: true }),
    mandate: bilingual({ max: 1000, long: true }),
    note: text({ max: 2000, long: true }),
  },
  machine: seatMachine,
  act: { edit: "record.edit", decide: "record.review" },
  unique: ["name", "termFrom"],
  list: ["name", "body", "role", "links", "holder", "deputy", "termTo"],
  facets: ["body", "role", "links"],
  rest: { path: "seats", scope: "registers:read" },
  check: ({ termFrom, termTo }) =>
    termFrom && termTo && termTo < termFrom ? [{ field: "termTo", rule: "endBeforeStart" }] : [],
  due: { published: { duty: "renew", field: "termTo" } },
});

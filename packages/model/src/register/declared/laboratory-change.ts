import { linkIds } from "../../chain/index.ts";
import { machine } from "../../state/index.ts";
import { defineRegister } from "../define-register.ts";
import { bilingual, choice, count, day, record, text } from "../field.ts";
import { laboratoryThemes } from "./laboratory.ts";

export const changeKinds = ["found", "merge", "split", "refocus", "close"] as const;
export type LaboratoryChangeKind = (typeof changeKinds)[number];

/** Proposed, decided by a vote, in force: a laboratory that is re-organized stays in the register, and the change leads to its successor. [LA3] */
export const laboratoryChangeMachine = machine({
  name: "laboratoryChange",
  start: "proposed",
  states: {
    proposed: { live: true, edit: "live" },
    decided: { live: true },
    in_force: { live: true, end: true },
    rejected: { live: true, end: true },
  },
  steps: {
    decide: {
      from: ["proposed"],
      to: "decided",
      who: "owner",
      guard: "seatsHold",
      fields: ["decidedOn", "votesFor", "votesAgainst", "votedIn"],
    },
    reject: { from: ["proposed"], to: "rejected", who: "owner", reason: true },
    enforce: { from: ["decided"], to: "in_force", who: "owner", fields: ["inForceOn"] },
  },
});

/** Laboratories are founded, merged, split, given another theme or closed, for seed 6.4. [LA3] */
export const laboratoryChange = defineRegister({
  name: "laboratoryChange",
  owner: "group",
  level: "everyone",
  fields: {
    title: bilingual({ max: 160, required: true }),
    kind: choice(changeKinds, { required: true }),
    laboratory: record("laboratory"),
    partner: record("laboratory"),
    successor: record("laboratory"),
    theme: choice(laboratoryThemes),
    link: choice(linkIds),
    basis: bilingual({ max: 2000, long: true, required: true }),
    shares: text({ max: 240 }),
    decidedOn: day({ byStep: true, order: "falling" }),
    votesFor: count({ min: 0, max: 200, byStep: true }),
    votesAgainst: count({ min: 0, max: 200, byStep: true }),
    votedIn: text({ max: 240, byStep: true }),
    inForceOn: day({ byStep: true }),
  },
  machine: laboratoryChangeMachine,
  act: { edit: "record.edit", decide: "record.review" },
  unique: ["title"],
  list: ["title", "kind", "laboratory", "successor", "decidedOn", "inForceOn"],
  facets: ["kind", "theme", "link"],
  rest: { path: "laboratory-changes", scope: "registers:read" },
  check: ({ kind, laboratory, partner, shares, decidedOn, votesFor, votesAgainst, inForceOn }) => [
    // Two hosts say who holds how much, or they quarrel later.
    ...(kind === "merge" && partner && !shares ? [{ field: "shares", rule: "required" } as const] : []),
    ...(laboratory && partner && laboratory.publicId === partner.publicId
      ? [{ field: "partner", rule: "duplicate" } as const]
      : []),
    ...(votesFor !== null && votesAgainst !== null && decidedOn && votesFor < votesAgainst
      ? [{ field: "votesFor", rule: "tooSmall", params: { min: votesAgainst } } as const]
      : []),
    ...(decidedOn && inForceOn && inForceOn < decidedOn
      ? [{ field: "inForceOn", rule: "endBeforeStart" } as const]
      : []),
  ],
});

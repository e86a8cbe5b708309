import { machine } from "../../state/index.ts";
import { defineRegister } from "../define-register.ts";
import { choice, figure, record, text } from "../field.ts";
import { answeredStates, answeredSteps } from "./policy-comment.ts";
import { standardSubjects } from "./standard.ts";

/** A need for which no standard exists, a text that somebody offers, or a word on a standard that exists. */
export const standardProposalKinds = ["gap", "proposal", "comment"] as const;

/** On the way of a comment on a policy; a gap that was adopted is closed by an officer who names the standard that fills it. [ST2] */
export const standardProposalMachine = machine({
  name: "standardProposal",
  start: "draft",
  states: { ...answeredStates, filled: { live: true, end: true } },
  steps: {
    ...answeredSteps,
    fill: { from: ["adopted", "partly"], to: "filled", who: "officer", reason: true, tell: "owner" },
  },
});

/** What organizations miss or propose in standards, each with its answer, for seed 5.2.1. [ST2] */
export const standardProposal = defineRegister({
  name: "standardProposal",
  owner: "organization",
  level: "everyone",
  fields: {
    subject: text({ max: 160, required: true }),
    kind: choice(standardProposalKinds, { required: true }),
    covers: choice(standardSubjects, { required: true }),
    standard: record("standard", { when: { field: "kind", is: "comment" } }),
    clause: text({ max: 80, when: { field: "kind", is: "comment" } }),
    need: text({ max: 4000, long: true, required: true }),
    method: text({ max: 2000, long: true, when: { field: "kind", is: "proposal" } }),
    repeatability: figure({ units: ["%"], min: "0", max: "100", when: { field: "kind", is: "proposal" } }),
    laboratory: record("laboratory"),
  },
  machine: standardProposalMachine,
  act: { edit: "record.edit", decide: "record.review" },
  unique: ["subject"],
  list: ["subject", "kind", "covers", "standard"],
  facets: ["kind", "covers"],
  rest: { path: "standard-proposals", scope: "registers:read" },
  due: { in_review: { duty: "answer", workingDays: 15 } },
});

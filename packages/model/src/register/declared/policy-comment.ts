import { machine } from "../../state/index.ts";
import { defineRegister } from "../define-register.ts";
import { choice, day, record, text } from "../field.ts";

/** A word on a draft while it is open for consultation, or what a firm sees happen beside the aim of a policy. */
export const policyCommentKinds = ["consultation", "side_effect"] as const;
export const policyPositions = ["support", "change", "oppose"] as const;
/** What becomes of a comment; the state says it, and the reason of the step is the answer. */
export const policyAnswers = ["adopted", "partly", "not_adopted", "noted"] as const;

const answered = { from: ["in_review"], who: "officer", reason: true, tell: "owner" } as const;

/** The states of what is filed, answered by an officer with a reason, and published with its answer. */
export const answeredStates = {
  draft: { edit: "draft" },
  in_review: { review: true },
  adopted: { live: true },
  partly: { live: true },
  not_adopted: { live: true },
  noted: { live: true },
  withdrawn: { end: true },
} as const;
export const answeredSteps = {
  submit: { from: ["draft"], to: "in_review", who: "owner", guard: "complete", tell: "officers" },
  recall: { from: ["in_review"], to: "draft", who: "owner" },
  return: { ...answered, to: "draft" },
  adopt: { ...answered, to: "adopted" },
  adopt_partly: { ...answered, to: "partly" },
  decline: { ...answered, to: "not_adopted" },
  note: { ...answered, to: "noted" },
  revise: { from: policyAnswers, to: "draft", who: "owner" },
  withdraw: { from: ["draft", "in_review"], to: "withdrawn", who: "owner", reason: true },
} as const;

/** Nothing filed stays without an answer. [PY6] */
export const policyCommentMachine = machine({
  name: "policyComment",
  start: "draft",
  states: answeredStates,
  steps: answeredSteps,
});

/** What organizations say of a policy, each with the answer that it got. [PY6] */
export const policyComment = defineRegister({
  name: "policyComment",
  owner: "organization",
  level: "everyone",
  fields: {
    subject: text({ max: 160, required: true }),
    policy: record("publicPolicy", { required: true }),
    kind: choice(policyCommentKinds, { required: true }),
    position: choice(policyPositions),
    clause: text({ max: 80 }),
    comment: text({ max: 4000, long: true, required: true }),
    observedOn: day({ partial: true }),
  },
  machine: policyCommentMachine,
  act: { edit: "record.edit", decide: "record.review" },
  unique: ["subject"],
  list: ["subject", "kind", "policy", "position"],
  facets: ["policy", "kind", "position"],
  rest: { path: "policy-comments", scope: "registers:read" },
  due: { in_review: { duty: "answer", workingDays: 15 } },
});

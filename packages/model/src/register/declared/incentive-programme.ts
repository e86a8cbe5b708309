import { machine } from "../../state/index.ts";
import { defineRegister } from "../define-register.ts";
import { bilingual, choice, day, figure, record, text } from "../field.ts";

/** What a programme gives; each is valued in yuan, so that one budget holds them. [IC1] */
export const incentiveBenefits = [
  "fee_waiver",
  "travel_grant",
  "priority_slot",
  "benchmark_access",
  "award",
] as const;
export const incentiveVerdicts = ["keep", "change", "end"] as const;

/** Open for claims, paused, closed, and evaluated with a verdict and its reasons. [IC1] [IC6] */
export const incentiveMachine = machine({
  name: "incentiveProgramme",
  start: "draft",
  states: {
    draft: { edit: "draft" },
    in_review: { review: true },
    open: { live: true },
    paused: { live: true, halted: true },
    closed: { live: true },
    evaluated: { live: true, end: true },
  },
  steps: {
    submit: { from: ["draft"], to: "in_review", who: "owner", guard: "complete", tell: "officers" },
    publish: { from: ["in_review"], to: "open", who: "officer" },
    return: { from: ["in_review"], to: "draft", who: "officer", reason: true, tell: "owner" },
    pause: { from: ["open"], to: "paused", who: "owner", reason: true },
    reopen: { from: ["paused"], to: "open", who: "owner" },
    close: { from: ["open", "paused"], to: "closed", who: "owner", reason: true },
    evaluate: { from: ["closed"], to: "evaluated", who: "owner", fields: ["verdict", "finding"] },
  },
});
export type IncentiveState = keyof typeof incentiveMachine.states;

/** An incentive of the group for exchange and learning, by seed 6.3: what it gives, from which budget, under which policy. [IC1] */
export const incentiveProgramme = defineRegister({
  name: "incentiveProgramme",
  owner: "group",
  level: "everyone",
  fields: {
    title: bilingual({ max: 160, required: true }),
    number: text({ max: 40, required: true }),
    policy: record("publicPolicy", { required: true }),
    benefit: choice(incentiveBenefits, { required: true }),
    budget: figure({ units: ["CNY"], min: "0", required: true }),
    summary: bilingual({ max: 2000, long: true, required: true }),
    opensOn: day({ required: true, order: "falling" }),
    closesOn: day({ required: true }),
    evaluateOn: day({ required: true }),
    verdict: choice(incentiveVerdicts, { byStep: true }),
    finding: text({ max: 4000, long: true, byStep: true }),
  },
  machine: incentiveMachine,
  act: { edit: "record.edit", decide: "record.review" },
  unique: ["number"],
  list: ["title", "number", "benefit", "budget", "opensOn", "closesOn"],
  facets: ["benefit"],
  rest: { path: "incentives", scope: "registers:read" },
  check: ({ opensOn, closesOn, evaluateOn }) => [
    ...(opensOn && closesOn && closesOn < opensOn
      ? [{ field: "closesOn", rule: "endBeforeStart" } as const]
      : []),
    ...(closesOn && evaluateOn && evaluateOn < closesOn
      ? [{ field: "evaluateOn", rule: "endBeforeStart" } as const]
      : []),
  ],
  due: { closed: { duty: "evaluate", field: "evaluateOn" } },
});

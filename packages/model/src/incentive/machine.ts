import { machine, statesOf } from "../state/index.ts";

/** A claim: checked (the money is reserved), granted by another officer, paid, and perhaps taken back. [IC3] [IC4] */
export const incentiveClaimMachine = machine({
  name: "incentive_claim",
  start: "submitted",
  states: {
    submitted: { review: true },
    checked: { review: true },
    granted: {},
    paid: {},
    clawed_back: { end: true },
    refused: { end: true },
    withdrawn: { end: true },
  },
  steps: {
    check: { from: ["submitted"], to: "checked", who: "officer" },
    grant: { from: ["checked"], to: "granted", who: "officer" },
    pay: { from: ["granted"], to: "paid", who: "officer" },
    clawBack: { from: ["paid"], to: "clawed_back", who: "officer", reason: true },
    refuse: { from: ["submitted", "checked", "granted"], to: "refused", who: "officer", reason: true },
    withdraw: { from: ["submitted", "checked"], to: "withdrawn", who: "owner" },
  },
});
export const incentiveClaimStates = statesOf(incentiveClaimMachine);
export type IncentiveClaimState = (typeof incentiveClaimStates)[number];

/** The steps that officers take. */
export const incentiveDecisions = ["check", "grant", "pay", "clawBack", "refuse"] as const;
export type IncentiveDecision = (typeof incentiveDecisions)[number];

import { machine } from "../../state/index.ts";

/** What is paid for: running, closed in order, or ended before. */
export const awardMachine = machine({
  name: "fund_award",
  start: "active",
  states: { active: {}, closed: { end: true }, terminated: { end: true } },
  steps: {
    close: { from: ["active"], to: "closed", who: "officer" },
    terminate: { from: ["active"], to: "terminated", who: "officer", reason: true },
  },
});
export type AwardState = keyof typeof awardMachine.states;

/** A payment is ordered by one officer and released by another. [FU18] */
export const paymentMachine = machine({
  name: "fund_payment",
  start: "ordered",
  states: { ordered: {}, paid: { end: true }, cancelled: { end: true } },
  steps: {
    release: { from: ["ordered"], to: "paid", who: "officer" },
    cancel: { from: ["ordered"], to: "cancelled", who: "officer" },
  },
});
export type PaymentState = keyof typeof paymentMachine.states;

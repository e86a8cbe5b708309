import { machine, statesOf } from "../state/index.ts";

/** A person claims a body of the directory; an officer decides once. Approval refuses the other open claims. [OR7] */
export const claimMachine = machine({
  name: "claim",
  start: "open",
  states: { open: {}, approved: { end: true }, refused: { end: true }, withdrawn: { end: true } },
  steps: {
    approve: { from: ["open"], to: "approved", who: "officer" },
    refuse: { from: ["open"], to: "refused", who: "officer", reason: true },
    withdraw: { from: ["open"], to: "withdrawn", who: "owner" },
  },
});
export const claimStates = statesOf(claimMachine);

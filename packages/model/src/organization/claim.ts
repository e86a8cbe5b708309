import { machine, statesOf } from "../state/index.ts";

/** A person claims a body of the directory; an officer decides once. Approval refuses the other open claims. [OR7] [OR16] */
export const claimMachine = machine({
  name: "claim",
  start: "open",
  states: { open: {}, approved: {}, refused: {}, withdrawn: { end: true } },
  steps: {
    approve: { from: ["open"], to: "approved", who: "officer" },
    undo: { from: ["approved"], to: "open", who: "officer" },
    /** Of a claim that fell because another's was approved, when that is undone. */
    reopen: { from: ["refused"], to: "open", who: "officer" },
    refuse: { from: ["open"], to: "refused", who: "officer", reason: true },
    withdraw: { from: ["open"], to: "withdrawn", who: "owner" },
  },
});
export const claimStates = statesOf(claimMachine);

/** So long an approval can be undone; what is for members opens when it ends. */
export const undoMinutes = 10;

/** Until when an approval can be undone. [OR16] */
export const undoableUntil = (decidedAt: Date): Date => new Date(decidedAt.getTime() + undoMinutes * 60_000);

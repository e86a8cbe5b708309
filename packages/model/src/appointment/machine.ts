import { meetingOutcomes, ledgerStepOf as stepOfMeeting } from "../event/machine.ts";
import type { LedgerStep } from "../introduction/ledger.ts";
import { machine, statesOf, stepsOf } from "../state/index.ts";

/** A call of the two sides of an introduction: one names a time, the other takes it or names another. [AP3] */
export const appointmentMachine = machine({
  name: "appointment",
  start: "proposed",
  states: {
    proposed: {},
    agreed: {},
    over: { end: true },
    cancelled: { end: true },
    lapsed: { end: true },
  },
  steps: {
    take: { from: ["proposed"], to: "agreed", who: "party" },
    move: { from: ["proposed", "agreed"], to: "proposed", who: "party" },
    cancel: { from: ["proposed", "agreed"], to: "cancelled", who: "party", reason: true },
    lapse: { from: ["proposed"], to: "lapsed", who: "job" },
    finish: { from: ["agreed"], to: "over", who: "job" },
  },
});
export const appointmentStates = statesOf(appointmentMachine);
export type AppointmentState = (typeof appointmentStates)[number];
export const appointmentSteps = stepsOf(appointmentMachine);

/** What came of a call: as of a meeting at an event, or it did not take place. [AP5] */
export const appointmentOutcomes = [...meetingOutcomes, "missed"] as const;
export type AppointmentOutcome = (typeof appointmentOutcomes)[number];

/** The step of the ledger of introductions that an outcome is, or null. */
export const ledgerStepOf = (outcome: AppointmentOutcome): LedgerStep | null =>
  outcome === "missed" ? null : stepOfMeeting[outcome];

/** Minutes that a call may last. */
export const appointmentMinutes = { min: 15, max: 180 } as const;

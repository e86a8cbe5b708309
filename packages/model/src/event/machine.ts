import { machine, statesOf } from "../state/index.ts";

/** A firm at an event: registered until it comes, stays away, or takes its registration back. [EV2] */
export const guestMachine = machine({
  name: "event_guest",
  start: "registered",
  states: { registered: {}, checked_in: {}, absent: {}, withdrawn: {} },
  steps: {
    arrive: { from: ["registered", "absent"], to: "checked_in", who: "officer" },
    miss: { from: ["registered", "checked_in"], to: "absent", who: "officer" },
    withdraw: { from: ["registered"], to: "withdrawn", who: "owner" },
    return: { from: ["withdrawn"], to: "registered", who: "owner" },
  },
});
export const guestStates = statesOf(guestMachine);
export type GuestState = (typeof guestStates)[number];

/** A version of a timetable: asked for, drawn up, then the one that holds, until another takes its place. [EV8] */
export const hallPlanMachine = machine({
  name: "event_plan",
  start: "queued",
  states: {
    queued: {},
    draft: {},
    failed: { end: true },
    published: {},
    dropped: { end: true },
    superseded: { end: true },
  },
  steps: {
    solve: { from: ["queued"], to: "draft", who: "job" },
    fail: { from: ["queued"], to: "failed", who: "job" },
    publish: { from: ["draft"], to: "published", who: "officer" },
    drop: { from: ["draft"], to: "dropped", who: "officer" },
    supersede: { from: ["published"], to: "superseded", who: "officer" },
  },
});
export const hallPlanStates = statesOf(hallPlanMachine);
export type HallPlanState = (typeof hallPlanStates)[number];

/** What came of a meeting, as each side says 1, 30 and 90 days after it. [EV11] */
export const outcomeDays = [1, 30, 90] as const;
export type OutcomeDay = (typeof outcomeDays)[number];
export const meetingOutcomes = ["none", "follow_up", "nda", "trial", "contract", "irrelevant"] as const;
export type MeetingOutcome = (typeof meetingOutcomes)[number];

/** The step of the ledger of introductions that an outcome is; the others are no step. */
export const ledgerStepOf = {
  none: null,
  follow_up: "meeting",
  nda: "nda",
  trial: "trial",
  contract: "contract",
  irrelevant: null,
} as const satisfies Readonly<Record<MeetingOutcome, string | null>>;

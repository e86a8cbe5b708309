import { toShanghaiDate } from "../calendar/shanghai-date.ts";
import { machine, statesOf } from "../state/index.ts";

/**
 * called: the agenda stands. held: notes and decisions are taken. closed: the minutes are final, nothing changes any more.
 * cancelled: it did not take place. [ME1]
 */
export const meetingMachine = machine({
  name: "meeting",
  start: "called",
  states: { called: {}, held: {}, closed: { end: true }, cancelled: { end: true } },
  steps: {
    hold: { from: ["called"], to: "held", who: "officer" },
    cancel: { from: ["called"], to: "cancelled", who: "officer", reason: true },
    close: { from: ["held"], to: "closed", who: "officer" },
  },
});
export const meetingStates = statesOf(meetingMachine);
export type MeetingState = (typeof meetingStates)[number];
export type MeetingStep = keyof typeof meetingMachine.steps;

/** What is done to a meeting that stays in its state. */
const works = {
  seat: ["called", "held"],
  plan: ["called", "held"],
  edit: ["called"],
  decide: ["held"],
} as const satisfies Readonly<Record<string, readonly MeetingState[]>>;
export type MeetingWork = keyof typeof works;

/** The states in which a step or a work is open. @example statesFor("decide") // ["held"] */
export function statesFor(act: MeetingStep | MeetingWork): readonly MeetingState[] {
  return act in works ? works[act as MeetingWork] : meetingMachine.steps[act as MeetingStep].from;
}

/** What an act sets: a step its target, a work nothing. @example stateAfter("hold") // { state: "held" } */
export function stateAfter(act: MeetingStep | MeetingWork): { readonly state?: MeetingState } {
  return act in works ? {} : { state: meetingMachine.steps[act as MeetingStep].to };
}

/** A meeting is held on its day or later: whoever wants it earlier moves it first. [ME1] */
export function hasCome(heldAt: Date, now: Date): boolean {
  return toShanghaiDate(heldAt) <= toShanghaiDate(now);
}

/** agenda: what the meeting goes into with. board: the whole board, for the secretariat. minutes: what it decided. */
export const paperKinds = ["agenda", "board", "minutes"] as const;
export type PaperKind = (typeof paperKinds)[number];

export const paperTypes = ["pdf", "xlsx"] as const;
export type PaperType = (typeof paperTypes)[number];

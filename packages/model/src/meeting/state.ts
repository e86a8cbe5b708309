/**
 * called: the agenda stands. held: notes and decisions are taken. closed: the minutes are final, nothing changes any more.
 * cancelled: it did not take place.
 */
export const meetingStates = ["called", "held", "closed", "cancelled"] as const;
export type MeetingState = (typeof meetingStates)[number];

/** What may be done with a meeting, and in which states. [ME1] */
const allowed = {
  seat: ["called", "held"],
  plan: ["called", "held"],
  edit: ["called"],
  cancel: ["called"],
  hold: ["called"],
  decide: ["held"],
  close: ["held"],
} as const satisfies Readonly<Record<string, readonly MeetingState[]>>;
export type MeetingStep = keyof typeof allowed;

/** The states in which a step may be taken. @example statesOf("decide") // ["held"] */
export function statesOf(step: MeetingStep): readonly MeetingState[] {
  return allowed[step];
}

/** agenda: what the meeting goes into with. board: the whole board, for the secretariat. minutes: what it decided. */
export const paperKinds = ["agenda", "board", "minutes"] as const;
export type PaperKind = (typeof paperKinds)[number];

export const paperTypes = ["pdf", "xlsx"] as const;
export type PaperType = (typeof paperTypes)[number];

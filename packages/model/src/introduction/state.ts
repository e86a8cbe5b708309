import { machine, nextState, statesOf, stepsOf } from "../state/index.ts";

/** Consent lasts while the state is `accepted`. [IN1] */
export const introductionMachine = machine({
  name: "introduction",
  start: "sent",
  states: {
    sent: {},
    accepted: {},
    declined: { end: true },
    withdrawn: { end: true },
    expired: { end: true },
    ended: { end: true },
  },
  steps: {
    accept: { from: ["sent"], to: "accepted", who: "asked" },
    decline: { from: ["sent"], to: "declined", who: "asked", reason: true },
    withdraw: { from: ["sent"], to: "withdrawn", who: "asker" },
    expire: { from: ["sent"], to: "expired", who: "job" },
    end: { from: ["accepted"], to: "ended", who: "party" },
  },
});
export const introductionStates = statesOf(introductionMachine);
export type IntroductionState = (typeof introductionStates)[number];

export const introductionActions = stepsOf(introductionMachine);
export type IntroductionAction = (typeof introductionActions)[number];

export const introductionSides = ["asking", "asked"] as const;
export type IntroductionSide = (typeof introductionSides)[number];

/** The state after an action, or null where the action does not apply. */
export const nextIntroductionState = (
  state: IntroductionState,
  action: IntroductionAction,
): IntroductionState | null => nextState(introductionMachine, state, action);

/** Which side may do what: the asking side withdraws, the asked side answers, either ends. */
export function mayAct(action: IntroductionAction, side: IntroductionSide): boolean {
  const { who } = introductionMachine.steps[action];
  return who === "party" || who === (side === "asked" ? "asked" : "asker");
}

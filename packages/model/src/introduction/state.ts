export const introductionStates = ["sent", "accepted", "declined", "withdrawn", "expired", "ended"] as const;
export type IntroductionState = (typeof introductionStates)[number];

export const introductionActions = ["accept", "decline", "withdraw", "expire", "end"] as const;
export type IntroductionAction = (typeof introductionActions)[number];

export const introductionSides = ["asking", "asked"] as const;
export type IntroductionSide = (typeof introductionSides)[number];

/** Rows: action, from state, to state ([IN1]). Consent lasts while the state is `accepted`. */
const transitions: Readonly<
  Record<IntroductionAction, Partial<Record<IntroductionState, IntroductionState>>>
> = {
  accept: { sent: "accepted" },
  decline: { sent: "declined" },
  withdraw: { sent: "withdrawn" },
  expire: { sent: "expired" },
  end: { accepted: "ended" },
};

/** The state after an action, or null where the action does not apply. */
export function nextIntroductionState(
  state: IntroductionState,
  action: IntroductionAction,
): IntroductionState | null {
  return transitions[action][state] ?? null;
}

/** Which side may do what: the asking side withdraws, the asked side answers, either ends. */
export function mayAct(action: IntroductionAction, side: IntroductionSide): boolean {
  if (action === "accept" || action === "decline") return side === "asked";
  if (action === "withdraw") return side === "asking";
  return action === "end";
}

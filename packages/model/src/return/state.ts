/**
 * The states of a return ([RT1]): `open` nothing typed, `draft` being filled in, `submitted` and `resubmitted` wait for a
 * checker, `queried` is back with its maker, `verified` counts in the next release, `locked` has been released.
 */
export const returnStates = [
  "open",
  "draft",
  "submitted",
  "queried",
  "resubmitted",
  "verified",
  "locked",
] as const;
export type ReturnState = (typeof returnStates)[number];

/** What is done to a return: by its maker save, submit and correct, by its checker query and verify, by a release lock. */
export const returnActions = ["save", "submit", "query", "verify", "correct", "lock"] as const;
export type ReturnAction = (typeof returnActions)[number];

const transitions: Readonly<Record<ReturnState, Partial<Record<ReturnAction, ReturnState>>>> = {
  open: { save: "draft" },
  draft: { save: "draft", submit: "submitted" },
  submitted: { query: "queried", verify: "verified", correct: "draft" },
  queried: { save: "queried", submit: "resubmitted" },
  resubmitted: { query: "queried", verify: "verified", correct: "draft" },
  verified: { correct: "draft", lock: "locked" },
  locked: { correct: "draft" },
};

/**
 * The state after an action, or null where the action is not possible ([RT1]). A version after the first is resubmitted.
 * @param version the version that stands before the action, from 1
 * @example nextReturnState("queried", "submit", 2) // "resubmitted"
 */
export function nextReturnState(
  state: ReturnState,
  action: ReturnAction,
  version: number,
): ReturnState | null {
  const next = transitions[state][action] ?? null;
  return next === "submitted" && version > 1 ? "resubmitted" : next;
}

/** States in which the maker types. */
export const editableStates = returnStates.filter((state) => transitions[state].save);
/** States that wait for a checker. */
export const waitingStates = returnStates.filter((state) => transitions[state].verify);

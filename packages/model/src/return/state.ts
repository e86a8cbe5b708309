import { machine, nextState, statesOf } from "../state/index.ts";

/**
 * The states of a return ([RT1]): `open` nothing typed, `draft` being filled in, `submitted` and `resubmitted` wait for a
 * checker, `queried` is back with its maker, `verified` counts in the next release, `locked` has been released.
 */
export const returnMachine = machine({
  name: "return",
  start: "open",
  states: { open: {}, draft: {}, submitted: {}, queried: {}, resubmitted: {}, verified: {}, locked: {} },
  steps: {
    save: { from: ["open", "draft"], to: "draft", who: "owner" },
    amend: { from: ["queried"], to: "queried", who: "owner" },
    submit: { from: ["draft"], to: "submitted", who: "owner", guard: "firstVersion" },
    resubmit: { from: ["draft", "queried"], to: "resubmitted", who: "owner" },
    query: { from: ["submitted", "resubmitted"], to: "queried", who: "checker", reason: true },
    verify: { from: ["submitted", "resubmitted"], to: "verified", who: "checker" },
    correct: {
      from: ["submitted", "resubmitted", "verified", "locked"],
      to: "draft",
      who: "owner",
      reason: true,
    },
    lock: { from: ["verified"], to: "locked", who: "job" },
  },
});
export const returnStates = statesOf(returnMachine);
export type ReturnState = (typeof returnStates)[number];

/** What is done to a return: by its maker save, submit and correct, by its checker query and verify, by a release lock. */
export const returnActions = ["save", "submit", "query", "verify", "correct", "lock"] as const;
export type ReturnAction = (typeof returnActions)[number];

/** The other step of an action, where the first is not open. */
const otherwise: Partial<Record<ReturnAction, keyof typeof returnMachine.steps>> = {
  save: "amend",
  submit: "resubmit",
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
  const isFirst = action !== "submit" || version === 1;
  const other = otherwise[action];
  return (
    (isFirst ? nextState(returnMachine, state, action) : null) ??
    (other ? nextState(returnMachine, state, other) : null)
  );
}

/** States in which the maker types. */
export const editableStates = returnStates.filter((state) => nextReturnState(state, "save", 1) !== null);
/** States that wait for a checker. */
export const waitingStates = returnMachine.steps.verify.from;

import { machine, nextState, statesOf } from "../state/index.ts";

/**
 * A published posting is edited as a new draft version beside it: while that one is in review or returned, the live one
 * stands. Withdrawn or discarded, it falls back to the live one's state by `restore` or `lapse`. What was published together with
 * the approval of its body waits again when that approval is undone. [PO1] [OR16]
 */
export const postingMachine = machine({
  name: "posting",
  start: "draft",
  states: { draft: {}, in_review: {}, returned: {}, published: {}, closed: {}, expired: {} },
  steps: {
    submit: { from: ["draft", "returned", "published"], to: "in_review", who: "owner" },
    withdraw: { from: ["in_review"], to: "draft", who: "owner" },
    discard: { from: ["returned"], to: "draft", who: "owner" },
    restore: { from: ["in_review", "returned"], to: "published", who: "owner", guard: "hasLive" },
    lapse: { from: ["in_review", "returned"], to: "expired", who: "owner", guard: "hasExpired" },
    publish: { from: ["in_review"], to: "published", who: "officer" },
    undo: { from: ["published"], to: "in_review", who: "officer" },
    return: { from: ["in_review"], to: "returned", who: "officer", reason: true },
    close: { from: ["draft", "returned", "published"], to: "closed", who: "owner" },
    suspend: { from: ["published"], to: "closed", who: "officer" },
    expire: { from: ["published"], to: "expired", who: "job" },
    renew: { from: ["published", "expired"], to: "published", who: "owner" },
    reopen: { from: ["closed", "expired"], to: "draft", who: "owner" },
  },
});
export const postingStates = statesOf(postingMachine);
export type PostingState = (typeof postingStates)[number];

/** What is asked for by name; the other steps follow from something else. */
export const postingActions = [
  "submit",
  "withdraw",
  "discard",
  "publish",
  "return",
  "close",
  "expire",
  "renew",
  "reopen",
] as const satisfies readonly (keyof typeof postingMachine.steps)[];
export type PostingAction = (typeof postingActions)[number];

/** The state after an action, or null where the action does not apply. */
export const nextPostingState = (state: PostingState, action: PostingAction): PostingState | null =>
  nextState(postingMachine, state, action);

export const statesAllowing = (action: PostingAction): readonly PostingState[] =>
  postingMachine.steps[action].from;

/**
 * Where a withdrawn or discarded version leaves its posting: at what everyone sees of it, else a draft ([PO1]).
 * @param head the state of the published side, null when nothing was ever published
 * @example fallbackState("published") // "published"
 */
export function fallbackState(head: PostingState | null): PostingState {
  return head === "published" || head === "expired" ? head : "draft";
}

/** The criteria an officer judges by; published on the review page and on /postings/new. */
export const reviewCriteria = [
  "concept_fits",
  "specific",
  "figures_measurable",
  "no_third_party_secret",
  "no_price_fishing",
  "lawful",
  "organization_entitled",
] as const;
export type ReviewCriterion = (typeof reviewCriteria)[number];

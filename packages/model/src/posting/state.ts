export const postingStates = ["draft", "in_review", "returned", "published", "closed", "expired"] as const;
export type PostingState = (typeof postingStates)[number];

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
] as const;
export type PostingAction = (typeof postingActions)[number];

/**
 * Rows: from state, action, to state ([PO1]). A published posting is edited as a new draft version beside it: while
 * that one is in review or returned, the live one stands. Withdrawn or discarded, the state falls back to the live one's.
 */
const transitions: Readonly<Record<PostingAction, Partial<Record<PostingState, PostingState>>>> = {
  submit: { draft: "in_review", returned: "in_review", published: "in_review" },
  withdraw: { in_review: "draft" },
  discard: { returned: "draft" },
  publish: { in_review: "published" },
  return: { in_review: "returned" },
  close: { draft: "closed", returned: "closed", published: "closed" },
  expire: { published: "expired" },
  renew: { published: "published", expired: "published" },
  reopen: { closed: "draft", expired: "draft" },
};

/** The state after an action, or null where the action does not apply. */
export function nextPostingState(state: PostingState, action: PostingAction): PostingState | null {
  return transitions[action][state] ?? null;
}

export function statesAllowing(action: PostingAction): PostingState[] {
  return postingStates.filter((state) => transitions[action][state] !== undefined);
}

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

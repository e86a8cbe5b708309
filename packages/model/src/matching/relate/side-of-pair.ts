import { type PostingKind, postingKinds } from "../../posting/index.ts";

export type Side = "demand" | "offer";

// The kind that stands earlier here asks, the later one answers: a project seeks capabilities and answers needs.
const asking: readonly PostingKind[] = ["need", "project", "capability"];

/** The kinds that a posting can be matched with: every kind but its own. [MT10] @example kindsThatMeet("need") */
export function kindsThatMeet(kind: PostingKind): readonly PostingKind[] {
  return postingKinds.filter((other) => other !== kind);
}

/** Whether the first of two kinds asks or answers; null when the two do not meet. */
export function sideOf(own: PostingKind, other: PostingKind): Side | null {
  if (own === other) return null;
  return asking.indexOf(own) < asking.indexOf(other) ? "demand" : "offer";
}

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

/** How often a return is owed. */
export const returnFrequencies = ["monthly", "quarterly", "semiannual", "annual"] as const;
export type ReturnFrequency = (typeof returnFrequencies)[number];

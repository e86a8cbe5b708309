/** For what the parts of a posting that are not for everyone may be used. [US1] */
export const usePurposes = ["evaluate", "trial", "joint_research", "benchmark"] as const;
export type UsePurpose = (typeof usePurposes)[number];

/** Under which framework. [US1] */
export const useFrameworks = ["free", "mutual_secrecy", "signed_agreement"] as const;
export type UseFramework = (typeof useFrameworks)[number];

export type UseTerms = {
  readonly version: number;
  readonly purposes: readonly UsePurpose[];
  readonly framework: UseFramework;
  /** The last day (YYYY-MM-DD, China) on which the parts are open; null: no end. */
  readonly until: string | null;
};

/** What an organization accepted of a posting. */
export type AcceptedUse = { readonly version: number; readonly until: string | null };

/**
 * Whether the parts of a posting that are not for everyone are open to a reader who has the right, by what it accepted. [US3]
 * @example opensParts(null, [], "2026-11-29") // true: nothing was asked
 * @example opensParts(2, [{ version: 1, until: null }], "2026-11-29") // false: a change asks again
 */
export const opensParts = (
  version: number | null,
  accepted: readonly AcceptedUse[],
  today: string,
): boolean =>
  version === null ||
  accepted.some((one) => one.version === version && (one.until === null || one.until >= today));

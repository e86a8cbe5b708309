/** Who must have a second factor before acting for an organization. [ID3] */
export const factorDemands = ["nobody", "officers", "administrators"] as const;
export type FactorDemand = (typeof factorDemands)[number];

export const factorKinds = ["totp", "passkey"] as const;
export type FactorKind = (typeof factorKinds)[number];

/** What has to be mended before a session acts for an organization. */
export const sessionLimits = ["factor", "password"] as const;
export type SessionLimit = (typeof sessionLimits)[number];

/** How long a proof of identity counts for sensitive acts, in milliseconds. [ID4] */
export const recentMilliseconds = 10 * 60_000;

/** How long the way from password to second factor stays open, in milliseconds. [ID2] */
export const stepMilliseconds = 10 * 60_000;

/** What of a person decides whether a session is limited; days are counted from the last change. */
export type SignInState = {
  readonly factors: number;
  readonly officer: boolean;
  readonly admin: boolean;
  /** Null where the account has no password of its own. */
  readonly passwordDays: number | null;
};

/**
 * What a new session has to mend first, or null. `administrators` includes officers; a password that is too old waits behind
 * a missing factor. [ID3] [ID7]
 * @param mostDays days after which a password is changed, null for never
 * @example limitOf({ factors: 0, officer: true, admin: false, passwordDays: 3 }, "officers", null) // "factor"
 */
export function limitOf(
  state: SignInState,
  demand: FactorDemand,
  mostDays: number | null,
): SessionLimit | null {
  const demanded = (demand !== "nobody" && state.officer) || (demand === "administrators" && state.admin);
  if (demanded && state.factors === 0) return "factor";
  return mostDays !== null && state.passwordDays !== null && state.passwordDays > mostDays
    ? "password"
    : null;
}

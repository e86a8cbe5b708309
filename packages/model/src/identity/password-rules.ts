/** By which rules passwords are judged: OWASP ASVS 5.0 (6.2), or classified protection (GB/T 22239-2019, 8.1.4.1). [ID6] [ID7] */
export const passwordProfiles = ["asvs", "classified"] as const;
export type PasswordProfile = (typeof passwordProfiles)[number];

export type PasswordRules = {
  /** Days after which a password is changed; null for never. */
  readonly mostDays: number | null;
  /** How many earlier passwords may not come back. */
  readonly history: number;
  /** How many of the four classes (upper and lower case, digits, other characters) it needs. */
  readonly classes: number;
};

/** @example passwordRules.classified.mostDays // 90 */
export const passwordRules: Readonly<Record<PasswordProfile, PasswordRules>> = {
  asvs: { mostDays: null, history: 0, classes: 0 },
  classified: { mostDays: 90, history: 5, classes: 3 },
};

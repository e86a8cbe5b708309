/** Longest validity of a posting in days ([PO7]). */
export const maxValidityDays = 366;

const dayMilliseconds = 86_400_000;

/**
 * When a posting that is published or renewed at an instant ends: that many days on, and never more than a year.
 * @example validityEnd(new Date("2026-11-24T02:00:00Z"), 30) // 2026-12-24T02:00:00Z
 */
export function validityEnd(from: Date, days: number): Date {
  const bounded = Math.min(Math.max(1, Math.trunc(days)), maxValidityDays);
  return new Date(from.getTime() + bounded * dayMilliseconds);
}

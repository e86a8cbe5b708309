const dayMilliseconds = 86_400_000;

/** So many days before a posting runs out its owner is told, once ([NO4]). */
export const expiryNoticeDays = 14;

/**
 * The last instant of validity that is told of now: what runs out up to then is near its end ([NO4]).
 * @example expiryHorizon(new Date("2026-11-24T02:00:00Z")) // 2026-12-08T02:00:00Z
 */
export function expiryHorizon(now: Date): Date {
  return new Date(now.getTime() + expiryNoticeDays * dayMilliseconds);
}

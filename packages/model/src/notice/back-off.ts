const firstSeconds = 30;
const longestSeconds = 3600;

/** After so many attempts, some three days, a letter is given up ([NO3]). */
export const mostAttempts = 72;

/**
 * How long a letter waits after its n-th attempt: 30 s, doubling, at most an hour ([NO3]).
 * @param attempts attempts made, from 1
 * @example waitAfterAttempt(3) // 120 (seconds)
 */
export function waitAfterAttempt(attempts: number): number {
  return Math.min(longestSeconds, firstSeconds * 2 ** Math.min(attempts - 1, 10));
}

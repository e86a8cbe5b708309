/**
 * Verified among owed in whole tens of a percent, rounded down, so that few owed are not told by a fraction; null where
 * none was owed. [RL9]
 * @example toCoverage(8, 7) // 80
 */
export function toCoverage(owed: number, verified: number): number | null {
  return owed === 0 ? null : Math.floor((10 * verified) / owed) * 10;
}

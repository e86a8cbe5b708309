/** Something foretold, and how it came: `share` of `count` cases did. */
export type Foretold = { readonly probability: number; readonly share: number; readonly count: number };

const bins = 10;

/**
 * Expected calibration error, 0 to 1, in ten bins of equal width: the mean gap, over all cases, between what a bin foretold
 * and what came. 0 without cases. Source: Naeini, Cooper, Hauskrecht 2015.
 * @example calibrationError([{ probability: 0.8, share: 0.5, count: 10 }]) // 0.3
 */
export function calibrationError(cases: readonly Foretold[]): number {
  const sums = Array.from({ length: bins }, () => ({ foretold: 0, came: 0 }));
  let total = 0;
  for (const { probability, share, count } of cases) {
    const bin = sums[Math.min(bins - 1, Math.floor(probability * bins))];
    if (!bin) continue;
    bin.foretold += probability * count;
    bin.came += share * count;
    total += count;
  }
  if (total === 0) return 0;
  return sums.reduce((sum, { foretold, came }) => sum + Math.abs(foretold - came), 0) / total;
}

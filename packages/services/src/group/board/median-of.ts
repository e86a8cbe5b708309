/** The middle of a list of numbers, the mean of the two middle ones, or null of nothing. */
export function medianOf(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const high = sorted[middle];
  if (high === undefined) return null;
  const low = sorted.length % 2 === 1 ? high : (sorted[middle - 1] ?? high);
  return (low + high) / 2;
}

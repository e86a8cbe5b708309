/** How evenly money flows over years: 1 where no year falls below the mean. @example continuityOf([10, 10, 0]) // 0.666… */
export function continuityOf(amounts: readonly number[]): number | null {
  const mean = amounts.reduce((sum, one) => sum + one, 0) / amounts.length;
  if (amounts.length === 0 || !(mean > 0)) return null;
  return amounts.reduce((sum, one) => sum + Math.min(1, one / mean), 0) / amounts.length;
}

/** A basic line that was paid for keeps this share of its yearly mean, or the board says why. A proposal. [FU20] */
export const leastContinued = 0.6;

/** The years in which a line fell below what it should keep. */
export function brokenYears(byYear: ReadonlyMap<number, number>): readonly number[] {
  const mean = [...byYear.values()].reduce((sum, one) => sum + one, 0) / byYear.size;
  return [...byYear].filter(([, amount]) => amount < leastContinued * mean).map(([year]) => year);
}

/** Splits an amount evenly over the months from a day on, and adds them up by year. The last year takes the rest. */
export function planByYear(amount: number, startsOn: string, months: number): ReadonlyMap<number, number> {
  const [year = 0, month = 1] = startsOn.split("-").map(Number);
  const last = month - 1 + months;
  const counts = Array.from({ length: Math.ceil(last / 12) }, (_, at): readonly [number, number] => [
    year + at,
    Math.min(last, (at + 1) * 12) - Math.max(month - 1, at * 12),
  ]);
  let left = amount;
  return new Map(
    counts.map(([own, count], at) => {
      const part = at === counts.length - 1 ? left : Math.round((amount * count) / months);
      left -= part;
      return [own, part];
    }),
  );
}

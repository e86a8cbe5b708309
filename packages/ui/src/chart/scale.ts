export type Extent = { readonly low: number; readonly high: number };

/** The smallest and largest of some numbers; a flat or empty run gets some room. */
export function extentOf(values: readonly number[]): Extent {
  if (values.length === 0) return { low: 0, high: 1 };
  const low = Math.min(...values);
  const high = Math.max(...values);
  return low === high ? { low: Math.min(0, low), high: high === 0 ? 1 : Math.max(0, high) } : { low, high };
}

/** Where a value stands between the ends, 0 to 100. */
export function toPercent(value: number, { low, high }: Extent): number {
  return high === low ? 50 : ((value - low) / (high - low)) * 100;
}

/** About `count` round steps that cover the extent (1, 2 or 5 times a power of ten). */
export function toTicks({ low, high }: Extent, count = 4): number[] {
  const rough = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough) ?? rough;
  const first = Math.floor(low / step);
  const last = Math.ceil(high / step);
  return Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
}

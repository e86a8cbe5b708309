/** A quarter of an hour, counted from 1970-01-01T00:00Z: every time zone of today begins its hours at one. */
export type Quarter = number;

export const quarterMs = 900_000;

/** The quarter in which an instant lies. */
export const quarterAt = (instant: Date): Quarter => Math.floor(instant.getTime() / quarterMs);

/** When a quarter begins. */
export const startOf = (quarter: Quarter): Date => new Date(quarter * quarterMs);

/** Quarters that follow one another, `to` not included. */
export type Span = { readonly from: Quarter; readonly to: Quarter };

/**
 * Quarters as spans, the earliest first.
 * @example toSpans([3, 1, 2, 7]) // [{ from: 1, to: 4 }, { from: 7, to: 8 }]
 */
export function toSpans(quarters: Iterable<Quarter>): Span[] {
  const spans: { from: number; to: number }[] = [];
  for (const quarter of [...new Set(quarters)].sort((a, b) => a - b)) {
    const last = spans.at(-1);
    if (last?.to === quarter) last.to = quarter + 1;
    else spans.push({ from: quarter, to: quarter + 1 });
  }
  return spans;
}

/** The quarters of spans, the earliest first, each once. */
export function toQuarters(spans: readonly Span[]): Quarter[] {
  const all = spans.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at));
  return [...new Set(all)].sort((a, b) => a - b);
}

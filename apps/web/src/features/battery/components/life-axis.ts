export type Axis = {
  readonly xOf: (day: number) => number;
  /** Long stretches in which nothing happened: drawn shorter than they were. */
  readonly cuts: readonly { readonly from: number; readonly to: number; readonly days: number }[];
  readonly ticks: readonly { readonly x: number; readonly text: string }[];
};

/** Days without an event that are drawn to scale. A longer stretch is drawn as a fifth of all that is, within bounds. */
const mostIdle = 240;
const drawnIdle = { share: 0.2, least: 20, most: 90 } as const;
/** Between the texts of two ticks, in units of the drawing. */
const apart = 62;

const textOf = (day: number, length: 4 | 7) => new Date(day * 86_400_000).toISOString().slice(0, length);

/**
 * The days of a life from `left` to `right`. Idle years would press all that happened into two corners, so they are cut; what lies between two
 * cuts is to one scale. `days` are those of the events and the last one, as numbers.
 * @example toAxis([0, 10, 1000], { left: 0, right: 30 }).cuts // [{ from: 10, to: 30, days: 990 }]
 */
export function toAxis(
  days: readonly number[],
  { left, right }: { readonly left: number; readonly right: number },
): Axis {
  const known = [...new Set(days)].toSorted((a, b) => a - b);
  const [first = 0] = known;
  const spans = known.slice(1).map((to, at) => ({ from: known[at] ?? first, to }));
  const scaled = spans.reduce((sum, { from, to }) => sum + (to - from > mostIdle ? 0 : to - from), 0);
  const idle = Math.min(drawnIdle.most, Math.max(drawnIdle.least, drawnIdle.share * scaled));
  const stretches = spans.map(({ from, to }) => ({
    from,
    to,
    drawn: to - from > mostIdle ? idle : to - from,
  }));
  const whole = stretches.reduce((sum, { drawn }) => sum + drawn, 0);
  const scale = (right - left) / Math.max(whole, 1);
  let x = left;
  const placed = stretches.map(({ from, to, drawn }) => {
    const start = x;
    x += drawn * scale;
    return { from, to, start, end: x, isCut: drawn < to - from };
  });
  const xOf = (day: number) => {
    const at = placed.find(({ to }) => day <= to) ?? placed.at(-1);
    if (!at || day <= first) return left;
    const share = Math.min(1, (day - at.from) / (at.to - at.from));
    return at.start + share * (at.end - at.start);
  };
  const cuts = placed
    .filter(({ isCut }) => isCut)
    .map(({ from, to, start, end }) => ({ from: start, to: end, days: to - from }));
  return { xOf, cuts, ticks: ticksOf(first, placed, xOf) };
}

type Placed = { readonly from: number; readonly to: number; readonly isCut: boolean };

/** The month at the beginning and after each cut, then the years between where there is room. */
function ticksOf(first: number, placed: readonly Placed[], xOf: Axis["xOf"]): Axis["ticks"] {
  const months = [first, ...placed.filter(({ isCut }) => isCut).map(({ to }) => to)];
  const years = placed
    .filter(({ isCut }) => !isCut)
    .flatMap(({ from, to }) => {
      const [start, end] = [Number(textOf(from, 4)) + 1, Number(textOf(to, 4))];
      return Array.from(
        { length: Math.max(0, end - start + 1) },
        (_, at) => Date.UTC(start + at, 0) / 86_400_000,
      );
    });
  const kept: { x: number; text: string }[] = [];
  for (const tick of [
    ...months.map((day) => ({ x: xOf(day), text: textOf(day, 7) })),
    ...years.map((day) => ({ x: xOf(day), text: textOf(day, 4) })),
  ])
    if (kept.every(({ x }) => Math.abs(x - tick.x) >= apart)) kept.push(tick);
  return kept.toSorted((a, b) => a.x - b.x);
}

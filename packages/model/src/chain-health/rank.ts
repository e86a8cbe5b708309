import { type Factor, least } from "./score.ts";

/** A factor that does not apply to a link is undefined and left out of its sums. */
export type Ranked = { readonly id: string; readonly factors: readonly (Factor | undefined)[] };

/** Ranks from 1, the weakest first: between `low` and `high` in nine of ten draws. */
export type RankInterval = {
  readonly id: string;
  readonly low: number;
  readonly high: number;
  readonly mid: number;
};

/**
 * Between which ranks a link stands when weights are a quarter more or less and what is not known is drawn from its bounds. [WL3]
 * @param random 0 to 1, from outside, so that a snapshot can be drawn again
 */
export function rankIntervals(
  nodes: readonly Ranked[],
  weights: readonly number[],
  random: () => number,
  draws = 1000,
): readonly RankInterval[] {
  const table = toTable(nodes, weights.length);
  const size = nodes.length;
  // How often each link came on each rank.
  const times = new Uint32Array(size * (size + 1));
  const keys = new Float64Array(size);
  const drawn = new Float64Array(weights.length);
  for (let draw = 0; draw < draws; draw++) {
    for (let at = 0; at < weights.length; at++) drawn[at] = (weights[at] ?? 0) * (0.75 + 0.5 * random());
    drawKeys(keys, table, drawn, random);
    countRanks(times, keys);
  }
  return nodes.map(({ id }, at) => {
    const rankAt = (share: number) => {
      let [rank, seen] = [0, times[at * (size + 1)] as number];
      while (seen <= Math.min(draws - 1, Math.floor(share * draws)))
        seen += times[at * (size + 1) + ++rank] as number;
      return rank;
    };
    return { id, low: rankAt(0.05), high: rankAt(0.95), mid: rankAt(0.5) };
  });
}

/** Bounds are drawn from the middles of so many even steps: their logarithms are reckoned once, not at each draw. */
export const drawSteps = 64;

/** Factors of all links one after another, as logarithms. */
type Table = {
  readonly width: number;
  /** Where the logarithms of a factor begin in `logs`: one for an exact factor, `drawSteps` for bounds; -1 where it does not apply. */
  readonly starts: Int32Array;
  readonly wide: Uint8Array;
  readonly logs: Float64Array;
};

function toTable(nodes: readonly Ranked[], width: number): Table {
  const starts = new Int32Array(nodes.length * width).fill(-1);
  const wide = new Uint8Array(nodes.length * width);
  const logs: number[] = [];
  for (const [row, { factors }] of nodes.entries())
    for (let at = 0; at < width; at++) {
      const factor = factors[at];
      if (factor === undefined) continue;
      const [from, to] = factor === null ? [0, 1] : typeof factor === "number" ? [factor, factor] : factor;
      const cell = row * width + at;
      starts[cell] = logs.length;
      wide[cell] = to > from ? 1 : 0;
      const steps = to > from ? drawSteps : 1;
      for (let step = 0; step < steps; step++)
        logs.push(Math.log(Math.max(from + ((to - from) * (step + 0.5)) / steps, least)));
    }
  return { width, starts, wide, logs: Float64Array.from(logs) };
}

/** What makes every logarithm of a score positive, and how finely scores are told apart: equal ones share a rank, whatever rounding leaves. */
const lift = 5;
const fine = 1e9;

/** For each link its score and its place in the list as one number, so that sorting numbers sorts links. The order is that of the geometric score. */
function drawKeys(
  keys: Float64Array,
  { width, starts, wide, logs }: Table,
  weights: Float64Array,
  random: () => number,
) {
  for (let row = 0, cell = 0; row < keys.length; row++) {
    let [sum, total] = [0, 0];
    for (let at = 0; at < width; at++, cell++) {
      const start = starts[cell] as number;
      if (start < 0) continue;
      const weight = weights[at] as number;
      sum += weight * (logs[wide[cell] === 1 ? start + Math.floor(random() * drawSteps) : start] as number);
      total += weight;
    }
    keys[row] = Math.round((sum / total + lift) * fine) * keys.length + row;
  }
}

/** Sorts the keys and counts for each link the rank on which it came; the highest score is rank 1. */
function countRanks(times: Uint32Array, keys: Float64Array): void {
  const size = keys.length;
  keys.sort();
  let [rank, before] = [0, -1];
  for (let place = size - 1; place >= 0; place--) {
    const key = keys[place] as number;
    const score = Math.floor(key / size);
    if (score !== before) rank = size - place;
    before = score;
    const cell = (key - score * size) * (size + 1) + rank;
    times[cell] = (times[cell] as number) + 1;
  }
}

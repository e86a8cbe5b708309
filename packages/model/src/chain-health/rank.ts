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
  const steps = new Uint8Array(table.starts.length);
  for (let draw = 0; draw < draws; draw++) {
    for (let at = 0; at < weights.length; at++) drawn[at] = (weights[at] ?? 0) * (0.75 + 0.5 * random());
    dealSteps(steps, random);
    drawKeys(keys, table, drawn, steps);
    countRanks(times, keys);
  }
  return nodes.map(({ id }, at) => {
    let [rank, seen] = [0, 0];
    // Shares are asked from the smallest on.
    const rankAt = (share: number) => {
      const enough = Math.min(draws - 1, Math.floor(share * draws));
      while (seen <= enough) seen += times[at * (size + 1) + ++rank] as number;
      return rank;
    };
    const [low, mid, high] = [rankAt(0.05), rankAt(0.5), rankAt(0.95)];
    return { id, low, mid, high };
  });
}

/** Bounds are drawn from the middles of so many even steps: their logarithms are reckoned once, not at each draw. */
export const drawSteps = 64;
const stepBits = Math.log2(drawSteps);
const stepsANumber = 5;
const wholeNumber = drawSteps ** stepsANumber;

/** Fills `steps` with numbers from 0 on, below `drawSteps`. One number of `random` gives five. */
export function dealSteps(steps: Uint8Array, random: () => number): void {
  const size = steps.length;
  for (let at = 0, left = 0, bits = 0; at < size; at++, left--) {
    if (left === 0) {
      bits = (random() * wholeNumber) | 0;
      left = stepsANumber;
    }
    steps[at] = bits & (drawSteps - 1);
    bits >>= stepBits;
  }
}

/** What applies of all links' factors, one link after another, as logarithms. */
type Table = {
  readonly size: number;
  /** Where the factors of a link begin; one more at the end. */
  readonly rows: Int32Array;
  /** Which weight a factor has. */
  readonly columns: Int32Array;
  /** Where the logarithms of a factor begin in `logs`: one for an exact factor, `drawSteps` for bounds. */
  readonly starts: Int32Array;
  /** Which bits of a drawn number choose the step: none for an exact factor. */
  readonly masks: Uint8Array;
  readonly logs: Float64Array;
};

function toTable(nodes: readonly Ranked[], width: number): Table {
  const rows = new Int32Array(nodes.length + 1);
  const columns: number[] = [];
  const starts: number[] = [];
  const masks: number[] = [];
  const logs: number[] = [];
  // What nobody knows has the same bounds everywhere: one place for it keeps the table small.
  const known = new Map<string, number>();
  for (const [row, { factors }] of nodes.entries()) {
    for (let at = 0; at < width; at++) {
      const factor = factors[at];
      if (factor === undefined) continue;
      const [from, to] = factor === null ? [0, 1] : typeof factor === "number" ? [factor, factor] : factor;
      const steps = to > from ? drawSteps : 1;
      const start = known.get(`${from} ${to}`) ?? logs.length;
      if (start === logs.length) {
        known.set(`${from} ${to}`, start);
        for (let step = 0; step < steps; step++)
          logs.push(Math.log(Math.max(from + ((to - from) * (step + 0.5)) / steps, least)));
      }
      columns.push(at);
      starts.push(start);
      masks.push(steps - 1);
    }
    rows[row + 1] = starts.length;
  }
  return {
    size: nodes.length,
    rows,
    columns: Int32Array.from(columns),
    starts: Int32Array.from(starts),
    masks: Uint8Array.from(masks),
    logs: Float64Array.from(logs),
  };
}

/** What makes every logarithm of a score positive, and how finely scores are told apart: equal ones share a rank, whatever rounding leaves. */
const lift = 5;
const fine = 1e9;

/** For each link its score and its place in the list as one number, so that sorting numbers sorts links. The order is that of the geometric score. */
function drawKeys(
  keys: Float64Array,
  { size, rows, columns, starts, masks, logs }: Table,
  weights: Float64Array,
  steps: Uint8Array,
) {
  for (let row = 0, cell = 0; row < size; row++) {
    const end = rows[row + 1] as number;
    let [sum, total] = [0, 0];
    for (; cell < end; cell++) {
      const at = (starts[cell] as number) + ((steps[cell] as number) & (masks[cell] as number));
      const weight = weights[columns[cell] as number] as number;
      sum += weight * (logs[at] as number);
      total += weight;
    }
    keys[row] = Math.round((sum / total + lift) * fine) * size + row;
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

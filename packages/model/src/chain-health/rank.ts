import { type Factor, scoreOf } from "./score.ts";

export type Ranked = { readonly id: string; readonly factors: readonly Factor[] };

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
  const ranks = nodes.map(() => new Uint16Array(draws));
  for (let draw = 0; draw < draws; draw++) {
    const drawn = weights.map((weight) => weight * (0.75 + 0.5 * random()));
    const scores = nodes.map(({ factors }, at) => {
      const values = factors.map((factor) => drawFrom(factor, random));
      return { at, score: scoreOf(values, drawn).geometric[0] };
    });
    scores.sort((a, b) => b.score - a.score || a.at - b.at);
    for (const [place, { at }] of scores.entries()) (ranks[at] as Uint16Array)[draw] = place + 1;
  }
  return nodes.map(({ id }, at) => {
    const sorted = (ranks[at] as Uint16Array).toSorted();
    const quantile = (share: number) => sorted[Math.min(draws - 1, Math.floor(share * draws))] ?? 0;
    return { id, low: quantile(0.05), high: quantile(0.95), mid: quantile(0.5) };
  });
}

function drawFrom(factor: Factor, random: () => number): number {
  if (factor === null) return random();
  return typeof factor === "number" ? factor : factor[0] + (factor[1] - factor[0]) * random();
}

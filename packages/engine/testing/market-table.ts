import type { Contribution, Dimension } from "../src/disclosure/index.ts";
import type { DisclosureSample } from "./disclosure-sample.ts";

export type Market = {
  readonly seed: number;
  readonly groups: number;
  /** Per dimension, how many parts a code has at each level. */
  readonly shape: readonly (readonly number[])[];
};

/** Markets by about how many cells their tables have. */
export const marketSizes: Readonly<Record<string, Market>> = {
  1000: { seed: 1, groups: 60, shape: [[4, 3], [3, 3], [4]] },
  2000: { seed: 1, groups: 300, shape: [[4, 3], [4, 4], [5]] },
  5000: { seed: 1, groups: 300, shape: [[5, 5], [4, 4], [7]] },
};

/** A market: firms of log-normal size, each at home at half of the places, with a dozen figures, some of them 0. */
export function makeMarketTable({ seed, groups, shape }: Market): DisclosureSample {
  const random = toRandom(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  const trees = shape.map((parts, at) => toTree(`d${at}`, parts));
  const contributions: Contribution[] = [];
  for (let group = 0; group < groups; group++) {
    const size = Math.exp(6 + 1.5 * normal());
    const homes = trees.map(({ finest }) =>
      Array.from({ length: Math.ceil(finest.length / 2) }, () => pick(finest)),
    );
    for (let put = 0; put < 12; put++) {
      const value = random() < 0.03 ? 0 : Math.round(size * Math.exp(normal()));
      contributions.push({ group: `G${group}`, at: homes.map((home) => pick(home)), value: String(value) });
    }
  }
  return {
    dimensions: trees.map(({ dimension }) => dimension),
    contributions,
    parameters: { minContributors: 3, dominance: { n: 2, kPercent: 85 }, pPercent: 10 },
  };
}

function toTree(id: string, parts: readonly number[]): { dimension: Dimension; finest: readonly string[] } {
  const tree: Record<string, readonly string[]> = {};
  let finest: readonly string[] = ["all"];
  for (const count of parts)
    finest = finest.flatMap((code) => {
      const below = Array.from({ length: count }, (_, at) => `${code === "all" ? id : code}.${at}`);
      tree[code] = below;
      return below;
    });
  return { dimension: { id, tree }, finest };
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function toRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

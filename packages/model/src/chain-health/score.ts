import { toInputError } from "../error/index.ts";

/** Fixed, dated goalposts: 0 at `low` and 1 at `high`, turned round where less is better. [WL1] */
export type Goalposts = { readonly low: number; readonly high: number; readonly direction?: 1 | -1 };

/** What a factor is on 0 to 1, where 1 is weakest; outside the goalposts it is 0 or 1. @example normalise(11, { low: 0, high: 10 }) // 1 */
export function normalise(value: number, { low, high, direction = 1 }: Goalposts): number {
  const share = Math.min(1, Math.max(0, (value - low) / (high - low)));
  return direction === 1 ? share : 1 - share;
}

/** A factor of 0 to 1, bounds of one that is not told in full, or null for one that nobody knows. */
export type Factor = number | readonly [low: number, high: number] | null;

export type Bounds = readonly [low: number, high: number];

/** What a factor of 0 counts as in the geometric mean. */
export const least = 0.01;

/**
 * How weak a link is by its factors: the weighted mean and the weighted geometric mean, each with bounds. What nobody knows is anything from
 * 0 to 1, never nothing and never the mean. A factor of 0 counts as 0.01 in the geometric mean. [WL2]
 * @param weights positive, one for each factor; only their ratios count
 * @throws LilinkError INVALID_INPUT for weights that are not one for each factor, or a factor outside 0 to 1
 * @example scoreOf([0.2, null], [0.5, 0.5]).arithmetic // [0.1, 0.6]
 */
export function scoreOf(
  factors: readonly Factor[],
  weights: readonly number[],
): { readonly arithmetic: Bounds; readonly geometric: Bounds } {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (factors.length !== weights.length || !(total > 0) || weights.some((weight) => weight < 0))
    throw toInputError([
      { field: "weights", rule: "badFormat", params: { expected: factors.length, found: weights.length } },
    ]);
  const bounds = factors.map(boundsOf);
  const mean = (side: 0 | 1) =>
    bounds.reduce((sum, bound, at) => sum + bound[side] * (weights[at] ?? 0), 0) / total;
  const geometric = (side: 0 | 1) =>
    Math.exp(
      bounds.reduce(
        (sum, bound, at) => sum + Math.log(Math.max(bound[side], least)) * (weights[at] ?? 0),
        0,
      ) / total,
    );
  return { arithmetic: [mean(0), mean(1)], geometric: [geometric(0), geometric(1)] };
}

function boundsOf(factor: Factor, at: number): Bounds {
  if (factor === null) return [0, 1];
  const bounds: Bounds = typeof factor === "number" ? [factor, factor] : factor;
  if (!(bounds[0] >= 0 && bounds[1] <= 1 && bounds[0] <= bounds[1]))
    throw toInputError([{ field: `factors.${at}`, rule: "tooLarge", params: { min: 0, max: 1 } }]);
  return bounds;
}

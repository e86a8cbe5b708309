/** What was seen, and whether it was so. */
export type Example = { readonly features: readonly string[]; readonly isSo: boolean };
export type Fitted = { readonly bias: number; readonly weights: Readonly<Record<string, number>> };

const ridge = 3;
const rounds = 150;

/**
 * Logistic regression over features that are there or not, with a ridge. One weight after another goes to the least of a parabola that lies
 * above its loss, so that the loss never rises and no step is chosen; the order is that of the names, so the result depends on the examples alone.
 * @param seenOften in how many examples a feature must be seen to have a weight
 * @returns weights to two decimals, without those that are zero
 */
export function fitLogistic(examples: readonly Example[], seenOften = 2): Fitted {
  const holders = new Map<string, number[]>();
  examples.forEach(({ features }, at) => {
    for (const feature of new Set(features)) {
      const list = holders.get(feature) ?? [];
      list.push(at);
      holders.set(feature, list);
    }
  });
  const columns = [...holders]
    .filter(([, list]) => list.length >= seenOften)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  const sums = new Float64Array(examples.length);
  const values = new Float64Array(columns.length);
  const targets = examples.map(({ isSo }) => Number(isSo));
  const everybody = examples.map((_, at) => at);
  const stepOf = (list: readonly number[], value: number, hold: number) => {
    let slope = hold * value;
    for (const at of list) slope += 1 / (1 + Math.exp(-(sums[at] ?? 0))) - (targets[at] ?? 0);
    const step = -slope / (hold + list.length / 4);
    for (const at of list) sums[at] = (sums[at] ?? 0) + step;
    return value + step;
  };
  let bias = 0;
  for (let round = 0; round < rounds; round += 1) {
    bias = stepOf(everybody, bias, 0);
    for (const [index, [, list]] of columns.entries())
      values[index] = stepOf(list, values[index] ?? 0, ridge);
  }
  const rounded = (value: number) => Math.round(value * 100) / 100;
  return {
    bias: rounded(bias),
    weights: Object.fromEntries(
      columns.flatMap(([feature], index) => {
        const weight = rounded(values[index] ?? 0);
        return weight === 0 ? [] : [[feature, weight]];
      }),
    ),
  };
}

/** @returns the chance that it is so, from 0 to 1 */
export function chanceBy({ bias, weights }: Fitted, features: readonly string[]): number {
  return 1 / (1 + Math.exp(-features.reduce((sum, feature) => sum + (weights[feature] ?? 0), bias)));
}

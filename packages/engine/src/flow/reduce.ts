import type { CostTable, PartialAssignment } from "./cost-table.ts";

/** Each column goes to its cheapest row, where that row is free; then prices fall by what rows can spare. */
export function reduceColumns({ size, cost }: CostTable, partial: PartialAssignment): Int32Array {
  const { columnOf, rowOf, price } = partial;
  const cheapest = new Int32Array(size);
  const wishes = new Int32Array(size);
  if (size > 0) price.set(cost.subarray(0, size));
  for (let row = 1; row < size; row++) {
    const base = row * size;
    for (let column = 0; column < size; column++) {
      const paid = cost[base + column] as number;
      if (paid >= (price[column] as number)) continue;
      price[column] = paid;
      cheapest[column] = row;
    }
  }
  for (let column = size - 1; column >= 0; column--) {
    const row = cheapest[column] as number;
    wishes[row] = (wishes[row] as number) + 1;
    if (wishes[row] !== 1) continue;
    columnOf[row] = column;
    rowOf[column] = row;
  }
  const free: number[] = [];
  for (let row = 0; row < size; row++) {
    if (wishes[row] === 0) free.push(row);
    else if (wishes[row] === 1) spare(row, size, cost, partial);
  }
  return Int32Array.from(free);
}

function spare(row: number, size: number, cost: Float64Array, { columnOf, price }: PartialAssignment): void {
  const own = columnOf[row] as number;
  const base = row * size;
  let least = Infinity;
  for (let column = 0; column < size; column++) {
    if (column === own) continue;
    const slack = (cost[base + column] as number) - (price[column] as number);
    if (slack < least) least = slack;
  }
  if (least < Infinity) price[own] = (price[own] as number) - least;
}

/** Free rows take their best column and lower its price to their second best; who loses a column goes on. */
export function reduceRows(
  { size, cost }: CostTable,
  { columnOf, rowOf, price }: PartialAssignment,
  free: Int32Array,
): Int32Array {
  let [at, kept, steps] = [0, 0, 0];
  const count = free.length;
  while (at < count) {
    const row = free[at++] as number;
    const base = row * size;
    let [first, second] = [Infinity, Infinity];
    let [best, next] = [0, 0];
    for (let column = 0; column < size; column++) {
      const slack = (cost[base + column] as number) - (price[column] as number);
      if (slack >= second) continue;
      if (slack >= first) {
        second = slack;
        next = column;
      } else {
        second = first;
        next = best;
        first = slack;
        best = column;
      }
    }
    let loser = rowOf[best] as number;
    if (first < second) price[best] = (price[best] as number) - (second - first);
    else if (loser >= 0) {
      best = next;
      loser = rowOf[best] as number;
    }
    columnOf[row] = best;
    rowOf[best] = row;
    if (loser < 0) continue;
    columnOf[loser] = -1;
    // Small gains in turn could go on for long: past a bound the rows are left to the augmenting paths.
    if (first < second && steps++ < 8 * count) free[--at] = loser;
    else free[kept++] = loser;
  }
  return free.slice(0, kept);
}

import { InputError } from "../error/index.ts";
import { augment } from "./augment.ts";
import type { CostTable } from "./cost-table.ts";
import { reduceColumns, reduceRows } from "./reduce.ts";

/** `columnOf` names the column of each row. `row` and `column` are the dual prices: no cost is below their sum. */
export type Assignment = {
  readonly value: number;
  readonly columnOf: Int32Array;
  readonly row: Float64Array;
  readonly column: Float64Array;
};

/**
 * The cheapest one-to-one assignment of rows to columns, exactly. [AL5]
 * @throws InputError for a table that is not square, or figures that are not exact
 * @source Jonker and Volgenant, A shortest augmenting path algorithm for dense and sparse linear assignment, 1987
 * @example solveAssignment({ size: 2, cost: Float64Array.of(1, 9, 2, 3) }).columnOf // [0, 1]
 */
export function solveAssignment(table: CostTable): Assignment {
  checkTable(table);
  const { size, cost } = table;
  const partial = {
    columnOf: new Int32Array(size).fill(-1),
    rowOf: new Int32Array(size).fill(-1),
    price: new Float64Array(size),
  };
  let free = reduceColumns(table, partial);
  for (let round = 0; round < 2 && size > 1; round++) free = reduceRows(table, partial, free);
  augment(table, partial, free);
  const { columnOf, price } = partial;
  const row = new Float64Array(size);
  let value = 0;
  for (let at = 0; at < size; at++) {
    const column = columnOf[at] as number;
    const paid = cost[at * size + column] as number;
    row[at] = paid - (price[column] as number);
    value += paid;
  }
  return { value, columnOf, row, column: price };
}

/** A price moves by at most the spread of the costs in each of `size` steps: that must stay exact. */
function checkTable({ size, cost }: CostTable): void {
  if (!Number.isInteger(size) || size < 0 || cost.length !== size * size)
    throw new InputError({ rule: "length" });
  let dearest = 0;
  for (let at = 0; at < cost.length; at++) {
    if (!Number.isSafeInteger(cost[at] as number)) throw new InputError({ rule: "cost", at });
    dearest = Math.max(dearest, Math.abs(cost[at] as number));
  }
  if (!Number.isSafeInteger((dearest + 1) * (size + 1) * 4)) throw new InputError({ rule: "tooLarge" });
}

/**
 * Whether an assignment is proved optimal: each column has one row, no cost is below the sum of its two prices, and
 * what is assigned costs exactly that sum. It shares nothing with the solver. [AL2]
 * @example isOptimalAssignment(table, solveAssignment(table)) // true
 */
export function isOptimalAssignment({ size, cost }: CostTable, assignment: Assignment): boolean {
  const { columnOf, row, column } = assignment;
  const taken = new Set(columnOf);
  if (taken.size !== size || columnOf.some((at) => at < 0 || at >= size)) return false;
  let value = 0;
  for (let at = 0; at < size; at++) {
    for (let other = 0; other < size; other++) {
      const slack = (cost[at * size + other] as number) - (row[at] as number) - (column[other] as number);
      if (!(slack >= 0) || (slack > 0 && columnOf[at] === other)) return false;
    }
    value += (row[at] as number) + (column[at] as number);
  }
  return value === assignment.value;
}

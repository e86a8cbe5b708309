import { InputError } from "../error/index.ts";
import { isOptimalAssignment, solveAssignment } from "../flow/solve-assignment.ts";
import type { Answer } from "./answer.ts";

/** Each row gets a column of its own. Costs are whole numbers, row after row; null where the pair is not allowed. */
export type AssignmentProblem = {
  readonly kind: "assignment";
  readonly cost: readonly (readonly (number | null)[])[];
};

/** A pair that would have to be allowed, or so many columns too few. */
export type AssignmentRepair =
  | { readonly what: "pair"; readonly row: number; readonly column: number }
  | { readonly what: "columns"; readonly by: number };

/** The cheapest assignment, proven by its prices; else the fewest pairs that must be allowed. [EN30] [EN32] */
export function solveAssignmentProblem({
  cost,
}: AssignmentProblem): Answer<readonly number[], AssignmentRepair> {
  const columns = cost[0]?.length ?? 0;
  if (cost.some(({ length }) => length !== columns)) throw new InputError({ rule: "length" });
  const size = Math.max(columns, cost.length);
  if (cost.length > columns)
    return {
      infeasible: true,
      repairs: [{ what: "columns", by: cost.length - columns }],
      price: cost.length - columns,
      proven: true,
    };
  const dearest = Math.max(0, ...cost.flat().map((one) => Math.abs(one ?? 0)));
  // Dearer than all allowed pairs together, so that as few as can be are broken.
  const broken = 2 * dearest * size + 1;
  const flat = new Float64Array(size * size);
  for (const [row, given] of cost.entries())
    for (const [column, one] of given.entries()) flat[row * size + column] = one ?? broken;
  const table = { size, cost: flat };
  const found = solveAssignment(table);
  const proven = isOptimalAssignment(table, found);
  const columnOf = [...found.columnOf.subarray(0, cost.length)];
  const repairs = columnOf.flatMap((column, row) =>
    cost[row]?.[column] === null ? [{ what: "pair" as const, row, column }] : [],
  );
  if (repairs.length > 0) return { infeasible: true, repairs, price: repairs.length, proven };
  const { value } = found;
  return { infeasible: false, value, bound: proven ? value : -Infinity, proven, solution: columnOf };
}

import { InputError } from "../error/index.ts";
import type { CostTable } from "./cost-table.ts";

/**
 * Reads an assignment problem in the form of the OR-Library: the size, then the costs row after row, by blanks.
 * @throws InputError when figures are missing, too many or no numbers
 * @example readAssignment("2\n1 9\n2 3").size // 2
 */
export function readAssignment(text: string): CostTable {
  const figures = Float64Array.from(text.trim().split(/\s+/), Number);
  const size = figures[0] ?? Number.NaN;
  if (!Number.isInteger(size) || size < 1 || figures.length !== size * size + 1 || figures.some(Number.isNaN))
    throw new InputError({ rule: "length" });
  return { size, cost: figures.slice(1) };
}

import { InputError } from "../error/index.ts";
import type { CostTable } from "./cost-table.ts";

/**
 * Reads an assignment problem in either form of the OR-Library, by blanks: the size, then the costs row after row; or the
 * size, then row, column and cost of each pair that is allowed, counted from 1. A pair that is left out costs more than any
 * whole assignment of allowed pairs.
 * @throws InputError when figures are missing, too many or no numbers, or when a pair is not in the table or stands twice
 * @example readAssignment("2\n1 9\n2 3").size // 2
 * @example readAssignment("2\n1 1 5\n1 2 4\n2 1 3").cost[1] // 4
 */
export function readAssignment(text: string): CostTable {
  const figures = Float64Array.from(text.trim().split(/\s+/), Number);
  const size = figures[0] ?? Number.NaN;
  if (!Number.isInteger(size) || size < 1 || figures.some(Number.isNaN))
    throw new InputError({ rule: "badFormat" });
  const rest = figures.subarray(1);
  if (rest.length === size * size) return { size, cost: rest.slice() };
  if (rest.length === 0 || rest.length % 3 !== 0) throw new InputError({ rule: "length" });
  return { size, cost: readPairs(rest, size) };
}

function readPairs(figures: Float64Array, size: number): Float64Array {
  let dearest = 1;
  for (let at = 2; at < figures.length; at += 3) dearest = Math.max(dearest, Math.abs(figures[at] ?? 0));
  const left = 2 * dearest * size + 1;
  const cost = new Float64Array(size * size).fill(left);
  for (let at = 0; at < figures.length; at += 3) {
    const [row = 0, column = 0, price = 0] = figures.subarray(at, at + 3);
    if (![row, column].every((place) => Number.isInteger(place) && place >= 1 && place <= size))
      throw new InputError({ rule: "notInList", line: at / 3 + 2 });
    const cell = (row - 1) * size + column - 1;
    if (cost[cell] !== left) throw new InputError({ rule: "duplicate", line: at / 3 + 2 });
    cost[cell] = price;
  }
  return cost;
}

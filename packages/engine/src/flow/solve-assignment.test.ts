import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InputError } from "../error/index.ts";
import { readAssignment } from "./read-assignment.ts";
import { isOptimalAssignment, solveAssignment } from "./solve-assignment.ts";

const anyTable = (most: number, dearest: number) =>
  fc.integer({ min: 1, max: most }).chain((size) =>
    fc
      .array(fc.integer({ min: -dearest, max: dearest }), {
        minLength: size * size,
        maxLength: size * size,
      })
      .map((cost) => ({ size, cost: Float64Array.from(cost) })),
  );

/** The least cost over every order of the columns. */
function tryAll(size: number, cost: Float64Array): number {
  const visit = (row: number, taken: ReadonlySet<number>): number => {
    if (row === size) return 0;
    let best = Infinity;
    for (let column = 0; column < size; column++)
      if (!taken.has(column))
        best = Math.min(best, (cost[row * size + column] ?? 0) + visit(row + 1, new Set([...taken, column])));
    return best;
  };
  return visit(0, new Set());
}

describe("assignment", () => {
  it("[AL5] costs what the cheapest of all orders costs", () => {
    fc.assert(
      fc.property(anyTable(6, 9), (table) => {
        expect(solveAssignment(table).value).toBe(tryAll(table.size, table.cost));
      }),
      { numRuns: 200 },
    );
  });

  it("[AL2] is proved by its prices, whatever the size, ties included; a swap that costs more is not", () => {
    fc.assert(
      fc.property(fc.oneof(anyTable(24, 3), anyTable(24, 1e6)), (table) => {
        const assignment = solveAssignment(table);
        expect(isOptimalAssignment(table, assignment)).toBe(true);
        const [first, second] = assignment.columnOf;
        if (first === undefined || second === undefined) return;
        const swapped = Int32Array.from(assignment.columnOf);
        swapped.set([second, first]);
        const { size, cost } = table;
        const paid = (a: number, b: number) => (cost[a] ?? 0) + (cost[size + b] ?? 0);
        if (paid(second, first) > paid(first, second))
          expect(isOptimalAssignment(table, { ...assignment, columnOf: swapped })).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  it("[AL5] reads the OR-Library's form and refuses what is not exact", () => {
    expect(solveAssignment(readAssignment(" 2\n 1 9\n 2 3\n")).value).toBe(4);
    expect(() => readAssignment("2 1 2 3 4 5")).toThrow(InputError);
    expect(() => solveAssignment({ size: 1, cost: Float64Array.of(0.5) })).toThrow(InputError);
  });

  it("[AL1] reads pairs with their costs, in any order, and what a file leaves out is not chosen", () => {
    fc.assert(
      fc.property(anyTable(6, 40), fc.infiniteStream(fc.boolean()), ({ size, cost }, keep) => {
        const pairs = [...cost].map((price, cell) => [Math.floor(cell / size) + 1, (cell % size) + 1, price]);
        // The diagonal stays, so that there is an assignment at all.
        const kept = pairs.filter(([row, column]) => row === column || keep.next().value);
        if (kept.length * 3 === size * size) return;
        const table = readAssignment(
          `${size}\n${kept
            .toReversed()
            .map((pair) => pair.join(" "))
            .join("\n")}`,
        );
        const dear = cost.map((price, cell) =>
          kept.some(([row, column]) => row === Math.floor(cell / size) + 1 && column === (cell % size) + 1)
            ? price
            : 100_000,
        );
        expect(solveAssignment(table).value).toBe(tryAll(size, dear));
      }),
    );
    expect(() => readAssignment("2 1 1 5 1 1 4")).toThrow(InputError);
    expect(() => readAssignment("2 1 3 5 1 1 4")).toThrow(InputError);
  });
});

import { LinearModel } from "./linear-model.ts";
import { type Programme, type Solver, sizeOf, tolerance } from "./programme.ts";

/** How much dearer a small cell may be, for each unit that it moves, than one that has room for all of a movement. */
const steepest = 1e3;

/** What it costs to move a withheld cell, for each unit, below where others know that it cannot lie. */
const reluctance = 0.1;

/** What a share of all value costs beside the same share of all cells: totals are what people read first. */
const dearness = 2;

/**
 * Finds cells to withhold so that one cell may lie as far from the truth as it must: the cheapest change of the whole
 * table that moves it there, where moving what is withheld already costs nothing. [DC5]
 * Source: the linear relaxation of Fischetti and Salazar's model of secondary suppression, solved cell by cell.
 */
export class CoverFinder {
  readonly #model: LinearModel;
  readonly #size: number;
  readonly #costs: Float64Array;
  readonly #sizes: Float64Array;

  /** Column c is the rise of cell c, column c + size its fall; what is withheld has one column for both. */
  constructor(solver: Solver, { columns, rows, scale }: Programme) {
    const size = columns.length;
    this.#size = size;
    this.#sizes = Float64Array.from(columns, ({ cell }) => sizeOf(cell) * scale);
    const value = this.#sizes.reduce((sum, one) => sum + one, 0);
    this.#costs = this.#sizes.map((one) => 1 + (dearness * size * one) / Math.max(value, 1e-9));
    const both = rows.map((row) =>
      row.flatMap(([column, by]) => [[column, by] as const, [column + size, -by] as const]),
    );
    this.#model = new LinearModel(solver, 2 * size, both);
  }

  /**
   * The change by which a withheld `column` moves by `by` to a side, above the floors and where it can also above
   * the soft ones; null where there is none. A cell
   * costs the more, for each unit, the less of the movement it has room for: few cells are sought, not small ones.
   */
  find(
    { column, side, by }: { readonly column: number; readonly side: 1 | -1; readonly by: number },
    isFree: Uint8Array,
    mayMove: Uint8Array,
    floors: Float64Array,
    softFloors: Float64Array,
  ): ReadonlyMap<number, number> | null {
    const size = this.#size;
    const [cost, lower, upper] = [0, 0, 0].map(() => new Float64Array(2 * size)) as [
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    for (const [at, floor] of floors.entries()) {
      if (isFree[at] === 1) {
        const soft = Math.max(floor, softFloors[at] ?? floor);
        lower[at] = soft;
        upper[at] = Number.POSITIVE_INFINITY;
        cost[at + size] = reluctance;
        upper[at + size] = soft === floor ? 0 : soft - floor;
      } else if (mayMove[at] === 1) {
        const room = Math.max(1, by / Math.max(1e-9, this.#sizes[at] ?? 0));
        cost[at] = cost[at + size] = (this.#costs[at] ?? 1) * Math.min(steepest, room);
        upper[at] = Number.POSITIVE_INFINITY;
        upper[at + size] = Math.max(0, -floor);
      }
    }
    if (side < 0 && (floors[column] ?? 0) > tolerance - by) return null;
    lower[column] = upper[column] = side * by;
    upper[column + size] = 0;
    const found = this.#model.solve(cost, lower, upper);
    return found && movesOf(found.subarray(0, size).map((rise, at) => rise - (found[at + size] ?? 0)));
  }

  dispose(): void {
    this.#model.dispose();
  }
}

/** What moves at all. */
export function movesOf(found: Float64Array): ReadonlyMap<number, number> {
  const moves = new Map<number, number>();
  for (const [column, by] of found.entries()) if (Math.abs(by) > tolerance / 10) moves.set(column, by);
  return moves;
}

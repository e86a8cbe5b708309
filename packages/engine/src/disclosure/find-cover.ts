import { LinearModel, type Solver } from "../optimise/highs.ts";
import { reluctance, toPrices } from "./price.ts";
import { type Programme, tolerance } from "./programme.ts";

/** A movement of a withheld column, and what else may move for it, how far down. */
export type CoverNeed = {
  readonly column: number;
  readonly side: 1 | -1;
  readonly by: number;
  readonly isFree: Uint8Array;
  readonly mayMove: Uint8Array;
  readonly floors: Float64Array;
  /** Where the change stays above these too, it stands before others. */
  readonly softFloors: Float64Array;
};

/**
 * Finds cells to withhold so that one cell may lie as far from the truth as it must: the cheapest change of the whole
 * table that moves it there, where moving what is withheld already costs nothing. [DC5]
 * Source: the linear relaxation of Fischetti and Salazar's model of secondary suppression, solved cell by cell.
 */
export class CoverFinder {
  readonly #model: LinearModel;
  readonly #size: number;
  readonly #priceOf: (column: number, by: number) => number;

  /** Column c is the rise of cell c, column c + size its fall; what is withheld has one column for both. */
  constructor(solver: Solver, programme: Programme) {
    const size = programme.columns.length;
    this.#size = size;
    this.#priceOf = toPrices(programme);
    const both = programme.rows.map((row) =>
      row.flatMap(([column, by]) => [[column, by] as const, [column + size, -by] as const]),
    );
    this.#model = new LinearModel(solver, 2 * size, both);
  }

  /**
   * The change by which a withheld column moves so far, above the floors and where it can also above the soft ones; null
   * where there is none.
   */
  find({
    column,
    side,
    by,
    isFree,
    mayMove,
    floors,
    softFloors,
  }: CoverNeed): ReadonlyMap<number, number> | null {
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
        cost[at] = cost[at + size] = this.#priceOf(at, by);
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

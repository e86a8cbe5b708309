import { LinearModel, type Solver, type Term } from "../optimise/highs.ts";
import type { Knowledge, Room } from "./knowledge.ts";
import { reluctanceIn, toPrices } from "./price.ts";
import { type Programme, tolerance } from "./programme.ts";

/** A movement of a withheld column, and what else may move for it, how far. */
export type CoverNeed = {
  readonly column: number;
  readonly side: 1 | -1;
  readonly by: number;
  readonly isFree: Uint8Array;
  readonly mayMove: Uint8Array;
  readonly room: Room;
  /** Where the change keeps within this too, it stands before others. */
  readonly softRoom: Room;
};

/**
 * Finds cells to withhold so that one cell may lie as far from the truth as it must: the cheapest change of the whole
 * table that moves it there, where moving what is withheld already costs nothing. [DC5]
 * Source: the linear relaxation of Fischetti and Salazar's model of secondary suppression, solved cell by cell.
 */
export class CoverFinder {
  readonly #model: LinearModel;
  readonly #size: number;
  /** Columns that somebody knows exactly. */
  readonly #sole: readonly number[];
  readonly #priceOf: (column: number, by: number) => number;
  readonly #reluctance: number;

  /**
   * Column c is the rise of cell c, column c + size its fall; what is withheld has one column for both, and its fall and,
   * behind all others, its rise where some know that it cannot be.
   */
  constructor(solver: Solver, programme: Programme, { byColumn }: Knowledge) {
    const size = programme.columns.length;
    this.#size = size;
    this.#priceOf = toPrices(programme);
    this.#reluctance = reluctanceIn(programme);
    this.#sole = [...byColumn.keys()].filter((column) =>
      [...(byColumn[column]?.values() ?? [])].some(({ high }) => high === 0),
    );
    const again = new Map(this.#sole.map((column, at) => [column, 2 * size + at]));
    const all = programme.rows.map((row) =>
      row.flatMap(([column, by]): Term[] => {
        const third = again.get(column);
        return [[column, by], [column + size, -by], ...(third === undefined ? [] : [[third, by] as const])];
      }),
    );
    this.#model = new LinearModel(solver, 2 * size + this.#sole.length, all);
  }

  /** The change by which a withheld column moves so far, within the room and where it can also the soft one; null where there is none. */
  find({ column, side, by, isFree, mayMove, room, softRoom }: CoverNeed): ReadonlyMap<number, number> | null {
    const size = this.#size;
    const [cost, lower, upper] = [0, 0, 0].map(() => new Float64Array(2 * size + this.#sole.length)) as [
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    if ((side < 0 ? -(room.low[column] ?? 0) : (room.high[column] ?? 0)) < by - tolerance) return null;
    for (const [at, low] of room.low.entries()) {
      const high = room.high[at] ?? 0;
      if (isFree[at] === 1) {
        const soft = Math.max(low, softRoom.low[at] ?? low);
        lower[at] = soft;
        upper[at] = Math.min(high, softRoom.high[at] ?? high);
        cost[at + size] = this.#reluctance;
        upper[at + size] = soft === low ? 0 : soft - low;
      } else if (mayMove[at] === 1) {
        cost[at] = cost[at + size] = this.#priceOf(at, by);
        upper[at] = high;
        upper[at + size] = Math.max(0, -low);
      }
    }
    for (const [place, at] of this.#sole.entries()) {
      if (isFree[at] !== 1 || at === column || upper[at] === room.high[at]) continue;
      cost[2 * size + place] = this.#reluctance;
      upper[2 * size + place] = Number.POSITIVE_INFINITY;
    }
    lower[column] = upper[column] = side * by;
    upper[column + size] = 0;
    const found = this.#model.solve(cost, lower, upper);
    if (!found) return null;
    const net = found.subarray(0, size).map((rise, at) => rise - (found[at + size] ?? 0));
    for (const [place, at] of this.#sole.entries()) net[at] = (net[at] ?? 0) + (found[2 * size + place] ?? 0);
    return movesOf(net);
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

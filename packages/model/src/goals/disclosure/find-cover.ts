import { farthest, type Programme, type Solver, tolerance, toRows } from "./programme.ts";

/**
 * Finds cells to withhold so that one cell may lie as far from the truth as it must: the cheapest change of the whole
 * table that moves it there, where moving what is withheld already costs nothing. [DC5]
 * Source: the linear relaxation of Fischetti and Salazar's model of secondary suppression, solved cell by cell.
 */
export class CoverFinder {
  readonly #model: ReturnType<Solver["createModel"]>;
  readonly #size: number;
  readonly #lower: Float64Array;
  readonly #optimal: number;

  /** Column c is the rise of cell c, column c + size its fall. `cost` per cell; `lower` as in Attack. */
  constructor(solver: Solver, programme: Programme, cost: Float64Array, lower: Float64Array) {
    const size = programme.columns.length;
    this.#size = size;
    this.#lower = lower.slice();
    this.#optimal = solver.constants.modelStatus.optimal;
    this.#model = solver.createModel({
      numCols: 2 * size,
      numRows: programme.totals.length,
      colCost: Float64Array.from([...cost, ...cost]),
      colLower: new Float64Array(2 * size),
      colUpper: Float64Array.from([
        ...new Float64Array(size).fill(farthest),
        ...lower.map((one) => Math.max(0, -one)),
      ]),
      rowLower: new Float64Array(programme.totals.length),
      rowUpper: new Float64Array(programme.totals.length),
      matrix: { ...toRows(additionsOf(programme)), numCols: 2 * size },
    });
    this.#model.options.set({ output_flag: false, presolve: "off", solver: "simplex" });
  }

  free(column: number): void {
    this.#model.changeColCost(column, 0);
    this.#model.changeColCost(column + this.#size, 0);
  }

  bound(column: number, lower: number): void {
    this.#lower[column] = lower;
    this.#model.changeColBounds(column + this.#size, 0, Math.max(0, -lower));
  }

  /** The columns that must be withheld for `column` to move by `by` to a side, itself among them; empty where none help. */
  find(column: number, side: 1 | -1, by: number): readonly number[] {
    const [moved, other] = side > 0 ? [column, column + this.#size] : [column + this.#size, column];
    this.#model.changeColBounds(moved, by, by);
    this.#model.changeColBounds(other, 0, 0);
    this.#model.run();
    const solved = this.#model.getModelStatus() === this.#optimal;
    const { colValue } = this.#model.getSolution();
    this.#model.changeColBounds(column, 0, farthest);
    this.bound(column, this.#lower[column] ?? 0);
    if (!solved) return [];
    return Array.from({ length: this.#size }, (_, at) => at).filter(
      (at) => Math.abs((colValue[at] ?? 0) - (colValue[at + this.#size] ?? 0)) > tolerance,
    );
  }

  dispose(): void {
    this.#model.dispose();
  }
}

/** Rise less fall of a total is the sum of rise less fall of what it holds. */
function additionsOf({ columns, totals, parts, finest }: Programme) {
  const size = columns.length;
  const both = (column: number, value: number) =>
    [
      [column, value],
      [column + size, -value],
    ] as const;
  return totals.map((total, row) => [
    ...both(total, -1),
    ...(parts[row] ?? []).flatMap((at) => both(finest[at] ?? 0, 1)),
  ]);
}

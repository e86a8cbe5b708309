import { farthest, type Programme, type Solver, tolerance, toRows } from "./programme.ts";

/** A table that fits all that is published: how far each column may lie from the truth, in scaled units. */
export type Alternative = Float64Array;

/**
 * What can be computed from a pattern of withheld cells: linear programmes over all tables that fit what is published.
 * One model stays in memory and every question starts from the answer of the last. Dispose of it after use. [DC4]
 */
export class Attack {
  readonly #model: ReturnType<Solver["createModel"]>;
  readonly #programme: Programme;
  readonly #optimal: number;
  /** Per column its place among the finest cells, or its row among the totals. */
  readonly #places: Int32Array;
  readonly #lower: Float64Array;
  readonly #current: Float64Array;
  #asked: readonly number[] = [];

  /** `lower` per column: the deviation below which nobody goes, minus the total or what is known of it. */
  constructor(solver: Solver, programme: Programme, lower: Float64Array) {
    const [size, rows] = [programme.finest.length, programme.totals.length];
    this.#programme = programme;
    this.#lower = lower.slice();
    this.#current = lower.slice();
    this.#optimal = solver.constants.modelStatus.optimal;
    this.#places = new Int32Array(programme.columns.length);
    for (const list of [programme.finest, programme.totals])
      for (const [at, column] of list.entries()) this.#places[column] = at;
    this.#model = solver.createModel({
      numCols: size,
      numRows: rows,
      colCost: new Float64Array(size),
      colLower: new Float64Array(size),
      colUpper: new Float64Array(size),
      rowLower: new Float64Array(rows),
      rowUpper: new Float64Array(rows),
      matrix: {
        ...toRows(programme.parts.map((parts) => parts.map((at) => [at, 1] as const))),
        numCols: size,
      },
    });
    this.#model.options.set({
      output_flag: false,
      presolve: "off",
      solver: "simplex",
      primal_feasibility_tolerance: 1e-9,
      dual_feasibility_tolerance: 1e-9,
    });
  }

  withhold(column: number): void {
    this.bound(column, this.#lower[column] ?? 0);
  }

  publish(column: number): void {
    this.#limit(column, 0, 0);
  }

  /** What an attacker knows of a withheld column; `withhold` takes it back. */
  bound(column: number, lower: number): void {
    this.#current[column] = lower;
    this.#limit(column, lower, farthest);
  }

  /** The alternative in which a withheld column lies farthest up (1) or down (-1); no farther than `enough`. */
  stretch(column: number, side: 1 | -1, enough = farthest): Alternative {
    for (const at of this.#asked) this.#model.changeColCost(at, 0);
    this.#asked = this.#finestOf(column);
    for (const at of this.#asked) this.#model.changeColCost(at, -side);
    const lower = this.#current[column] ?? 0;
    if (side > 0) this.#limit(column, lower, Math.max(0, enough));
    else this.#limit(column, Math.max(lower, -enough), farthest);
    this.#model.run();
    if (this.#model.getModelStatus() !== this.#optimal) throw new Error("an attack was not solved");
    const { colValue, rowValue } = this.#model.getSolution();
    this.#limit(column, lower, farthest);
    const { columns } = this.#programme;
    return Float64Array.from(
      this.#places,
      (at, place) => (columns[place]?.isLeaf ? colValue[at] : rowValue[at]) ?? 0,
    );
  }

  #limit(column: number, low: number, high: number): void {
    const at = this.#places[column] ?? 0;
    if (this.#programme.columns[column]?.isLeaf) this.#model.changeColBounds(at, low, high);
    else this.#model.changeRowBounds(at, low, high);
  }

  #finestOf(column: number): readonly number[] {
    const at = this.#places[column] ?? 0;
    return this.#programme.columns[column]?.isLeaf ? [at] : (this.#programme.parts[at] ?? []);
  }

  /** From here on only the question changes: the last answer stays feasible, and the primal method goes on from it. */
  settle(): void {
    this.#model.options.set({ simplex_strategy: 4 });
  }

  dispose(): void {
    this.#model.dispose();
  }
}

/** Whether a reach has no limit. */
export function isBoundless(deviation: number): boolean {
  return Math.abs(deviation) >= farthest * (1 - tolerance);
}

import { farthest, type Programme, type Solver, tolerance } from "./programme.ts";

/** A table that fits all that is published: how far each column may lie from the truth, in scaled units. */
export type Alternative = Float64Array;

/**
 * What can be computed from a pattern of withheld cells: linear programmes over all tables that fit what is published.
 * One model stays in memory and every question starts from the answer of the last. Dispose of it after use. [DC4]
 */
export class Attack {
  readonly #model: ReturnType<Solver["createModel"]>;
  readonly #optimal: number;
  readonly #lower: Float64Array;
  readonly #current: Float64Array;
  #asked = -1;

  /** `lower` per column: the deviation below which nobody goes, minus the total or what is known of it. */
  constructor(solver: Solver, programme: Programme, lower: Float64Array) {
    const size = programme.columns.length;
    this.#lower = lower.slice();
    this.#current = lower.slice();
    this.#optimal = solver.constants.modelStatus.optimal;
    this.#model = solver.createModel({
      numCols: size,
      numRows: programme.numRows,
      colCost: new Float64Array(size),
      colLower: new Float64Array(size),
      colUpper: new Float64Array(size),
      rowLower: new Float64Array(programme.numRows),
      rowUpper: new Float64Array(programme.numRows),
      matrix: {
        format: "csr",
        numRows: programme.numRows,
        numCols: size,
        starts: programme.starts,
        indices: programme.indices,
        values: programme.values,
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
    this.#model.changeColBounds(column, 0, 0);
  }

  /** What an attacker knows of a withheld column; `withhold` takes it back. */
  bound(column: number, lower: number): void {
    this.#current[column] = lower;
    this.#model.changeColBounds(column, lower, farthest);
  }

  /** The alternative in which a withheld column lies farthest up (1) or down (-1); no farther than `enough`. */
  stretch(column: number, side: 1 | -1, enough = farthest): Alternative {
    if (this.#asked >= 0) this.#model.changeColCost(this.#asked, 0);
    this.#asked = column;
    this.#model.changeColCost(column, -side);
    const lower = this.#current[column] ?? 0;
    if (side > 0) this.#model.changeColBounds(column, lower, Math.max(0, enough));
    else this.#model.changeColBounds(column, Math.max(lower, -enough), farthest);
    this.#model.run();
    if (this.#model.getModelStatus() !== this.#optimal) throw new Error("an attack was not solved");
    const { colValue } = this.#model.getSolution();
    this.#model.changeColBounds(column, lower, farthest);
    return colValue;
  }

  dispose(): void {
    this.#model.dispose();
  }
}

/** Whether a reach has no limit. */
export function isBoundless(deviation: number): boolean {
  return Math.abs(deviation) >= farthest * (1 - tolerance);
}

import type { Solver, Term } from "./programme.ts";

/** One linear programme that stays in memory: only costs and bounds change, and each answer starts from the last. */
export class LinearModel {
  readonly #model: ReturnType<Solver["createModel"]>;
  readonly #optimal: number;
  readonly #size: number;

  /** `rows` each add up to 0 over `size` columns. */
  constructor(solver: Solver, size: number, rows: readonly (readonly Term[])[]) {
    this.#size = size;
    this.#optimal = solver.constants.modelStatus.optimal;
    const flat = rows.flat();
    const starts = [0];
    for (const row of rows) starts.push((starts.at(-1) ?? 0) + row.length);
    this.#model = solver.createModel({
      numCols: size,
      numRows: rows.length,
      colCost: new Float64Array(size),
      colLower: new Float64Array(size),
      colUpper: new Float64Array(size),
      rowLower: new Float64Array(rows.length),
      rowUpper: new Float64Array(rows.length),
      matrix: {
        format: "csr",
        numRows: rows.length,
        numCols: size,
        starts: Int32Array.from(starts),
        indices: Int32Array.from(flat, ([column]) => column),
        values: Float64Array.from(flat, ([, value]) => value),
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

  /** The values of all columns at the least cost; null where nothing fits. Bounds may be infinite. */
  solve(cost: Float64Array, lower: Float64Array, upper: Float64Array): Float64Array | null {
    const all = { kind: "range", from: 0, to: this.#size - 1 } as const;
    this.#model.changeColsCost(all, cost);
    this.#model.changeColsBounds(all, lower, upper);
    this.#model.run();
    if (this.#model.getModelStatus() !== this.#optimal) {
      // A start from the last answer may mislead it: once more from nothing.
      this.#model.clearSolver();
      this.#model.run();
      if (this.#model.getModelStatus() !== this.#optimal) return null;
    }
    return Float64Array.from(this.#model.getSolution().colValue);
  }

  /** From here on only the costs change: the last answer stays feasible, and the primal method goes on from it. */
  keepBounds(): void {
    this.#model.options.set({ simplex_strategy: 4 });
  }

  dispose(): void {
    this.#model.dispose();
  }
}

import loadHighs, { type Highs } from "highs";

/** HiGHS, compiled to WebAssembly; loaded once by the caller. No other file imports it. */
export type Solver = Highs;
export type Term = readonly [column: number, coefficient: number];

/** @example const solver = await loadSolver() */
export function loadSolver(): Promise<Solver> {
  return loadHighs();
}

/** One linear programme that stays in memory: only costs and bounds change, and each answer starts from the last. */
export class LinearModel {
  readonly #model: ReturnType<Solver["createModel"]>;
  readonly #optimal: number;
  readonly #size: number;

  /** `rows` each add up to 0 over `size` columns. */
  constructor(solver: Solver, size: number, rows: readonly (readonly Term[])[]) {
    this.#size = size;
    this.#optimal = solver.constants.modelStatus.optimal;
    const starts = new Int32Array(rows.length + 1);
    for (const [at, { length }] of rows.entries()) starts[at + 1] = (starts[at] ?? 0) + length;
    const terms = starts[rows.length] ?? 0;
    const [indices, values] = [new Int32Array(terms), new Float64Array(terms)];
    let place = 0;
    for (const row of rows)
      for (const [column, value] of row) {
        indices[place] = column;
        values[place++] = value;
      }
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
        starts,
        indices,
        values,
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
    this.#run(cost, lower, upper);
    const found = this.#answer();
    if (found) return found;
    // A start from the last answer may mislead it: once more from nothing.
    this.#model.clearSolver();
    this.#model.run();
    return this.#answer();
  }

  /** The same, where an answer that is not found may be missed. */
  solveOnce(cost: Float64Array, lower: Float64Array, upper: Float64Array): Float64Array | null {
    this.#run(cost, lower, upper);
    return this.#answer();
  }

  /** One more row, behind all others, that may add up to anything. */
  addRow(terms: readonly Term[]): void {
    const indices = Int32Array.from(terms, ([column]) => column);
    const values = Float64Array.from(terms, ([, value]) => value);
    this.#model.addRow(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, { indices, values });
  }

  /** What a row adds up to from here on. */
  boundRow(row: number, low: number, high: number): void {
    this.#model.changeRowBounds(row, low, high);
  }

  /** From here on only the costs change: the last answer stays feasible, and the primal method goes on from it. */
  keepBounds(): void {
    this.#model.options.set({ simplex_strategy: 4 });
  }

  dispose(): void {
    this.#model.dispose();
  }

  #run(cost: Float64Array, lower: Float64Array, upper: Float64Array): void {
    const all = { kind: "range", from: 0, to: this.#size - 1 } as const;
    this.#model.changeColsCost(all, cost);
    this.#model.changeColsBounds(all, lower, upper);
    this.#model.run();
  }

  #answer(): Float64Array | null {
    if (this.#model.getModelStatus() !== this.#optimal) return null;
    return Float64Array.from(this.#model.getSolution().colValue);
  }
}

/** A programme by columns and rows; open bounds are infinite. */
export type Programme = {
  readonly cost: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly integer: readonly boolean[];
  readonly rows: readonly { readonly terms: readonly Term[]; readonly low: number; readonly high: number }[];
};

export type Ran = {
  readonly status: "optimal" | "infeasible" | "unbounded" | "stopped";
  /** The best columns found; null where none were. */
  readonly columns: Float64Array | null;
  /** No answer costs less. */
  readonly bound: number;
};

const feasible = 2;
const noPrice = 1e-9;

/** The least cost of a programme, once; `seconds` ends the search, which then has an answer, a bound, or neither. */
export function runProgramme(solver: Solver, programme: Programme, seconds = Infinity): Ran {
  const { cost, lower, upper, integer, rows } = programme;
  const { modelStatus: is, variableType } = solver.constants;
  const starts = Int32Array.from([0, ...rows.map(runningLength())]);
  const flat = rows.flatMap(({ terms }) => terms);
  const isMixed = integer.includes(true);
  return solver.withModel((model): Ran => {
    model.passModel({
      numCols: cost.length,
      numRows: rows.length,
      colCost: cost,
      colLower: lower,
      colUpper: upper,
      rowLower: Float64Array.from(rows, ({ low }) => low),
      rowUpper: Float64Array.from(rows, ({ high }) => high),
      matrix: {
        format: "csr",
        numRows: rows.length,
        numCols: cost.length,
        starts,
        indices: Int32Array.from(flat, ([column]) => column),
        values: Float64Array.from(flat, ([, value]) => value),
      },
      ...(isMixed && {
        integrality: integer.map((one) => (one ? variableType.integer : variableType.continuous)),
      }),
    });
    model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 1e-9 });
    if (Number.isFinite(seconds)) model.options.set({ time_limit: seconds });
    model.run();
    let status = model.getModelStatus();
    if (status === is.unboundedOrInfeasible) {
      model.options.set({ presolve: "off" });
      model.run();
      status = model.getModelStatus();
    }
    if (status === is.infeasible) return { status: "infeasible", columns: null, bound: Infinity };
    if (status === is.unbounded) return { status: "unbounded", columns: null, bound: -Infinity };
    const hasColumns = Number(model.info.get("primal_solution_status")) === feasible;
    const { colValue, colDual, rowDual } = model.getSolution();
    return {
      status: status === is.optimal ? "optimal" : "stopped",
      columns: hasColumns ? Float64Array.from(colValue) : null,
      bound: isMixed
        ? Number(model.info.get("mip_dual_bound"))
        : status === is.optimal
          ? dualValue(programme, colDual, rowDual)
          : -Infinity,
    };
  });
}

function runningLength(): (row: Programme["rows"][number]) => number {
  let sum = 0;
  return ({ terms }) => (sum += terms.length);
}

/** What the prices prove, worked out anew from the programme alone: weak duality. */
function dualValue(
  { lower, upper, rows }: Programme,
  columns: ArrayLike<number>,
  prices: ArrayLike<number>,
): number {
  const worth = (price: number, low: number, high: number) =>
    Math.abs(price) < noPrice ? 0 : price > 0 ? price * low : price * high;
  let sum = 0;
  for (const [at, low] of lower.entries()) sum += worth(columns[at] ?? 0, low, upper[at] ?? Infinity);
  for (const [at, { low, high }] of rows.entries()) sum += worth(prices[at] ?? 0, low, high);
  return sum;
}

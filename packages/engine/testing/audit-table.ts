import type { Solver } from "../src/optimise/highs.ts";

/** A table in the plainest form, told apart from the code under test: leaves with sums per group, cells as lists of leaves. */
export type AuditCell = {
  readonly leaves: readonly number[];
  readonly published: boolean;
  readonly unsafe: boolean;
  readonly protection: number;
};
export type AuditTable = {
  /** Per leaf what each group put in; empty where nobody reported. */
  readonly leaves: readonly ReadonlyMap<string, number>[];
  readonly cells: readonly AuditCell[];
  /** What else is known of how leaves differ from the truth: each adds up to 0. The plain audit has none. */
  readonly ties?: readonly (readonly (readonly [leaf: number, coefficient: number])[])[];
};

/**
 * Every way in which an attacker comes nearer than allowed, each by a linear programme written out anew: an outsider and
 * each group, minimum and maximum of each withheld cell over all tables that fit what is published.
 */
export function auditTable(
  highs: Solver,
  { leaves, cells }: AuditTable,
  { isFirstEnough = false }: { readonly isFirstEnough?: boolean } = {},
): readonly string[] {
  const groups = [...new Set(leaves.flatMap((sums) => [...sums.keys()]))];
  const totals = leaves.map((sums) => [...sums.values()].reduce((sum, value) => sum + value, 0));
  const totalOf = ({ leaves: list }: AuditCell) => list.reduce((sum, leaf) => sum + (totals[leaf] ?? 0), 0);
  const model = toModel(highs, totals, cells, totalOf);
  const all = { kind: "range", from: 0, to: leaves.length - 1 } as const;
  const faults: string[] = [];
  for (const attacker of [null, ...groups]) {
    const own = leaves.map((sums) => (attacker === null ? 0 : (sums.get(attacker) ?? 0)));
    // Who is alone in a cell knows it above too.
    const isSole = (sums: ReadonlyMap<string, number>) =>
      attacker !== null && sums.size === 1 && sums.has(attacker);
    const most = leaves.map((sums, leaf) => (sums.size === 0 ? 0 : isSole(sums) ? (own[leaf] ?? 0) : 1e7));
    model.changeColsBounds(all, Float64Array.from(own), Float64Array.from(most));
    const reach = (cell: AuditCell, sense: 1 | -1) => {
      const cost = new Float64Array(leaves.length);
      for (const leaf of cell.leaves) cost[leaf] = sense;
      model.changeColsCost(all, cost);
      const isSolved = () => {
        model.run();
        return model.getModelStatus() === highs.constants.modelStatus.optimal;
      };
      // A warm start may go astray in rounding: the question is then put once more from nothing.
      if (!isSolved()) {
        model.clearSolver();
        if (!isSolved()) return Number.NaN;
      }
      const { colValue } = model.getSolution();
      return cell.leaves.reduce((sum, leaf) => sum + (colValue[leaf] ?? Number.NaN), 0);
    };
    for (const [place, cell] of cells.entries()) {
      if (cell.published || (isFirstEnough && faults.length > 0)) continue;
      const total = totalOf(cell);
      const filled = cell.leaves.map((leaf) => leaves[leaf]).filter((sums) => sums && sums.size > 0);
      // What is known anyway, that nobody reported or that one was alone, is not found out.
      if (filled.every((sums) => sums && isSole(sums))) continue;
      const mine = cell.leaves.reduce((sum, leaf) => sum + (own[leaf] ?? 0), 0);
      const [low, high] = [reach(cell, 1), reach(cell, -1)];
      if (!Number.isFinite(high - low))
        faults.push(`not solved: cell ${place}, attacker ${attacker ?? "outsider"}`);
      const slack = 1e-5 * Math.max(1, total);
      const who = `cell ${place}, attacker ${attacker ?? "outsider"}: ${low}..${high} of ${total}`;
      if (high - low <= slack / 100) faults.push(`determined: ${who}`);
      if (!cell.unsafe) continue;
      if (high < total + cell.protection - slack) faults.push(`too low above: ${who}`);
      if (low > Math.max(total - cell.protection, mine, 0) + slack) faults.push(`too high below: ${who}`);
    }
  }
  model.dispose();
  return faults;
}

/** A column for each leaf, a row for each published cell; costs and bounds are set for each question. */
function toModel(
  highs: Solver,
  totals: readonly number[],
  cells: readonly AuditCell[],
  totalOf: (cell: AuditCell) => number,
) {
  const published = cells.filter((cell) => cell.published);
  const sums = Float64Array.from(published, totalOf);
  const starts = [0];
  for (const cell of published) starts.push((starts.at(-1) ?? 0) + cell.leaves.length);
  const indices = Int32Array.from(published.flatMap((cell) => cell.leaves));
  const model = highs.createModel({
    numCols: totals.length,
    numRows: published.length,
    colCost: new Float64Array(totals.length),
    colLower: new Float64Array(totals.length),
    colUpper: new Float64Array(totals.length),
    rowLower: sums,
    rowUpper: sums,
    matrix: {
      format: "csr",
      numRows: published.length,
      numCols: totals.length,
      starts: Int32Array.from(starts),
      indices,
      values: new Float64Array(indices.length).fill(1),
    },
  });
  model.options.set({ output_flag: false, presolve: "off", solver: "simplex" });
  return model;
}

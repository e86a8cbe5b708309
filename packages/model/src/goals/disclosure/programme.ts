import loadHighs, { type Highs } from "highs";
import type { Cell, Table } from "./table.ts";

/** HiGHS, compiled to WebAssembly; loaded once by the caller. */
export type Solver = Highs;

/** @example const solver = await loadSolver() */
export function loadSolver(): Promise<Solver> {
  return loadHighs();
}

/** Deviations are scaled so that the largest total is this; the solver's own tolerance is 1e-9. */
const scaledTotal = 1e5;
/** Less than this is no movement. In scaled units. */
export const tolerance = 1e-6;
/** How far any alternative may stray, in scaled units; a reach of this much is boundless. */
export const farthest = 1e7;

/** How a change of one cell carries over: the deviations of a total and of its parts add up along every hierarchy. */
export type Programme = {
  /** Cells in which somebody reported, in the order of the columns. */
  readonly columns: readonly Cell[];
  readonly columnOf: ReadonlyMap<number, number>;
  /** Value -> scaled units. */
  readonly scale: number;
  readonly numRows: number;
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float64Array;
};

/** Rows of additivity over the cells in which somebody reported; the others are known to be 0. [DC4] */
export function toProgramme(table: Table): Programme {
  const columns = table.cells.filter(({ sums }) => sums.size > 0);
  const columnOf = new Map(columns.map(({ place }, column) => [place, column]));
  const [starts, indices, values]: [number[], number[], number[]] = [[0], [], []];
  for (const { nodes, place } of columns) {
    for (const [at, axis] of table.axes.entries()) {
      const parts = axis.parts[nodes[at] ?? -1] ?? [];
      if (parts.length === 0) continue;
      indices.push(columnOf.get(place) ?? 0);
      values.push(-1);
      for (const part of parts) {
        const column = columnOf.get(table.cellAt(nodes.with(at, part)).place);
        if (column === undefined) continue;
        indices.push(column);
        values.push(1);
      }
      starts.push(indices.length);
    }
  }
  const largest = columns.reduce((max, { total }) => Math.max(max, total.toNumber()), 0);
  return {
    columns,
    columnOf,
    scale: largest > 0 ? scaledTotal / largest : 1,
    numRows: starts.length - 1,
    starts: Int32Array.from(starts),
    indices: Int32Array.from(indices),
    values: Float64Array.from(values),
  };
}

import loadHighs, { type Highs } from "highs";
import { aboveOf, type Cell, type Table } from "./table.ts";

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

/** How deviations add up: those of the finest cells are free, those of totals are sums over them. */
export type Programme = {
  /** Cells in which somebody reported, in the order of the columns. */
  readonly columns: readonly Cell[];
  readonly columnOf: ReadonlyMap<number, number>;
  /** Value -> scaled units. */
  readonly scale: number;
  /** Columns of finest cells, and of totals: a row of additivity for each total. */
  readonly finest: readonly number[];
  readonly totals: readonly number[];
  /** Per total, in the order of `totals`, the places in `finest` of what it holds. */
  readonly parts: readonly (readonly number[])[];
};

/** Additivity over the cells in which somebody reported; the others are known to be 0. [DC4] */
export function toProgramme(table: Table): Programme {
  const columns = table.cells.filter(({ sums }) => sums.size > 0);
  const columnOf = new Map(columns.map(({ place }, column) => [place, column]));
  const finest = [...columns.keys()].filter((column) => columns[column]?.isLeaf);
  const totals = [...columns.keys()].filter((column) => !columns[column]?.isLeaf);
  const partsOf = new Map<number, number[]>(totals.map((column) => [column, []]));
  for (const [at, column] of finest.entries())
    for (const above of aboveOf(table, columns[column] as Cell))
      partsOf.get(columnOf.get(above.place) ?? -1)?.push(at);
  const largest = columns.reduce((max, { total }) => Math.max(max, total.toNumber()), 0);
  const parts = totals.map((column) => partsOf.get(column) ?? []);
  return { columns, columnOf, scale: largest > 0 ? scaledTotal / largest : 1, finest, totals, parts };
}

/** Sparse rows for the solver, one per total. */
export function toRows(lists: readonly (readonly (readonly [column: number, value: number])[])[]) {
  const flat = lists.flat();
  const starts = [0];
  for (const list of lists) starts.push((starts.at(-1) ?? 0) + list.length);
  return {
    format: "csr" as const,
    numRows: lists.length,
    starts: Int32Array.from(starts),
    indices: Int32Array.from(flat, ([column]) => column),
    values: Float64Array.from(flat, ([, value]) => value),
  };
}

import { type Programme, sizeOf } from "./programme.ts";

/** How much dearer a small cell may be, for each unit that it moves, than one that has room for all of a movement. */
const steepest = 1e3;

/** What a share of all value costs beside the same share of all cells: totals are what people read first. */
const dearness = 2;

/** How much dearer the total of all is than its size says: goals and headlines go by it. */
const crown = 2;

/** With more columns a change that fits what few attackers know is sought again and again for the others. */
export const huge = 3000;

/**
 * What it costs to move a withheld cell, for each unit, to where others know that it cannot lie. In a huge table that is dearer
 * than to withhold one more cell: so one change serves nearly all attackers.
 */
export function reluctanceIn({ columns }: Programme): number {
  return columns.length > huge ? 4 : 0.1;
}

/**
 * What it costs to withhold a column so that it may move, for each unit of a movement of `by`: the more, the less of it
 * the column has room for, because few cells are sought, not small ones. [DC5]
 */
export function toPrices(programme: Programme): (column: number, by: number) => number {
  const sizes = Float64Array.from(programme.columns, ({ cell }) => sizeOf(cell) * programme.scale);
  const value = sizes.reduce((sum, one) => sum + one, 0);
  const costs = sizes.map(
    (one, column) =>
      (1 + (dearness * sizes.length * one) / Math.max(value, 1e-9)) *
      (isWhole(programme, column) ? crown : 1),
  );
  return (column, by) =>
    (costs[column] ?? 1) * Math.min(steepest, Math.max(1, by / Math.max(1e-9, sizes[column] ?? 0)));
}

/** The total of all. */
function isWhole({ axes, columns }: Programme, column: number): boolean {
  const { cell, kind } = columns[column] ?? {};
  return kind === "shown" && (cell?.nodes ?? []).every((node, at) => (axes[at]?.parents[node] ?? -1) < 0);
}

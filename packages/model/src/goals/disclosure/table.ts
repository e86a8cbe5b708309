import { Decimal } from "decimal.js";
import { toInputError } from "../../error/index.ts";
import { type Axis, type Dimension, lineOf, toAxis } from "./axis.ts";

/**
 * What one group put in at one place; `at` has a code without parts for each dimension, `value` is a decimal string, not
 * below 0 unless the indicator allows it. Firms of one group may each have theirs.
 */
export type Contribution = {
  readonly group: string;
  readonly at: readonly string[];
  readonly value: string;
  /** A published figure of a listed firm: everybody knows it. */
  readonly known?: boolean;
  /** The group lets this figure be inferred; others in the same cell are protected all the same. */
  readonly waived?: boolean;
};

/** `sums` per group, a reported 0 included; `leaves` are the places of the finest cells in it. */
export type Cell = {
  readonly place: number;
  readonly nodes: readonly number[];
  readonly isLeaf: boolean;
  readonly sums: Map<number, Decimal>;
  total: Decimal;
  known: Decimal;
};

/** All cells of a table of up to a few hierarchies, totals included. */
export type Table = {
  readonly axes: readonly Axis[];
  readonly groups: readonly string[];
  readonly cells: readonly Cell[];
  cellAt(nodes: readonly number[]): Cell;
};

/**
 * Sums contributions into every cell of the table. [DC1]
 * @throws LilinkError INVALID_INPUT naming the contribution: notInList for a code, notANumber or tooSmall for a value
 */
export function toTable(dimensions: readonly Dimension[], contributions: readonly Contribution[]): Table {
  const axes = dimensions.map(toAxis);
  const strides = axes.map((_, at) => axes.slice(at + 1).reduce((size, axis) => size * axis.codes.length, 1));
  const cells = nodesOf(axes).map((nodes, place) => emptyCell(axes, nodes, place));
  const cellAt = (nodes: readonly number[]) => {
    const place = nodes.reduce((sum, node, at) => sum + node * (strides[at] ?? 1), 0);
    const cell = cells[place];
    if (!cell) throw new RangeError(`no cell at ${nodes.join(", ")}`);
    return cell;
  };
  const names = [...new Set(contributions.map(({ group }) => group))].sort();
  const groups = new Map(names.map((name, at) => [name, at]));
  for (const [row, contribution] of contributions.entries()) {
    const nodes = axes.map((axis, at) => leafOf(axis, contribution.at[at] ?? "", row));
    const value = readValue(contribution.value, row);
    const group = groups.get(contribution.group) ?? 0;
    for (const above of crossed(nodes.map((node, at) => lineOf(axes[at] as Axis, node))))
      addTo(cellAt(above), group, value, contribution.known ?? false);
  }
  return { axes, groups: names, cells, cellAt };
}

/** The cell and every cell that holds it. */
export function aboveOf(table: Table, cell: Cell): readonly Cell[] {
  return table.axes.reduce<readonly Cell[]>(
    (cells, axis, at) =>
      cells.flatMap((one) => {
        const line = [one];
        for (let node = axis.parents[one.nodes[at] ?? -1] ?? -1; node >= 0; node = axis.parents[node] ?? -1)
          line.push(table.cellAt(one.nodes.with(at, node)));
        return line;
      }),
    [cell],
  );
}

function emptyCell(axes: readonly Axis[], nodes: readonly number[], place: number): Cell {
  const isLeaf = nodes.every((node, at) => axes[at]?.parts[node]?.length === 0);
  return { place, nodes, isLeaf, sums: new Map(), total: new Decimal(0), known: new Decimal(0) };
}

function addTo(cell: Cell, group: number, value: Decimal, known: boolean): void {
  cell.sums.set(group, value.plus(cell.sums.get(group) ?? 0));
  cell.total = cell.total.plus(value);
  if (known) cell.known = cell.known.plus(value);
}

function nodesOf(axes: readonly Axis[]): readonly (readonly number[])[] {
  return crossed(axes.map((axis) => axis.codes.map((_, node) => node)));
}

function crossed(lists: readonly (readonly number[])[]): readonly (readonly number[])[] {
  return lists.reduce<readonly (readonly number[])[]>(
    (rows, list) => rows.flatMap((row) => list.map((node) => [...row, node])),
    [[]],
  );
}

function leafOf(axis: Axis, code: string, row: number): number {
  const node = axis.places.get(code);
  if (node !== undefined && axis.parts[node]?.length === 0) return node;
  throw toInputError([{ field: `contributions.${row}.${axis.id}`, rule: "notInList", params: { code } }]);
}

function readValue(text: string, row: number): Decimal {
  const field = `contributions.${row}.value`;
  if (!/^-?\d+(\.\d+)?$/.test(text)) throw toInputError([{ field, rule: "notANumber" }]);
  const value = new Decimal(text);
  if (value.isNegative() && !value.isZero())
    throw toInputError([{ field, rule: "tooSmall", params: { min: 0 } }]);
  return value;
}

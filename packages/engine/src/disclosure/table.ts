import { toInputError } from "../error/index.ts";
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

/** Amounts are whole numbers in units of the table's last decimal. `sums` per group, a reported 0 included. */
export type Cell = {
  readonly place: number;
  readonly nodes: readonly number[];
  readonly isLeaf: boolean;
  readonly sums: Map<number, bigint>;
  /** What of each group's sum everybody knows, and what it lets be inferred. */
  readonly known: Map<number, bigint>;
  readonly waived: Map<number, bigint>;
  total: bigint;
};

/** All cells of a table of up to a few hierarchies, totals included. */
export type Table = {
  readonly axes: readonly Axis[];
  readonly groups: readonly string[];
  readonly decimals: number;
  readonly cells: readonly Cell[];
  cellAt(nodes: readonly number[]): Cell;
};

/** One state of a table: the field that faults name, and what was put in. */
export type TableState = { readonly field: string; readonly contributions: readonly Contribution[] };

/**
 * Sums contributions into every cell of the table, to the last digit. [DC1]
 * @throws InputError naming the contribution: notInList for a code, notANumber or tooSmall for a value
 */
export function toTable(
  dimensions: readonly Dimension[],
  contributions: readonly Contribution[],
  isSigned = false,
): Table {
  const [table] = toTables(dimensions, [{ field: "contributions", contributions }], isSigned);
  if (!table) throw new RangeError("no table");
  return table;
}

/** Several states of one table, with the same places, groups and decimals. [DC1] */
export function toTables(
  dimensions: readonly Dimension[],
  states: readonly TableState[],
  isSigned = false,
): readonly Table[] {
  const axes = dimensions.map(toAxis);
  const names = [...new Set(states.flatMap(({ contributions }) => contributions.map(({ group }) => group)))];
  const groups = names.sort();
  let decimals = 0;
  for (const { contributions } of states)
    for (const { value } of contributions) decimals = Math.max(decimals, decimalsOf(value));
  const places = new Map(groups.map((name, at) => [name, at]));
  return states.map(({ field, contributions }) => {
    const table = emptyTable(axes, groups, decimals);
    const touched = new Set<Cell>();
    for (const [row, contribution] of contributions.entries()) {
      const place = `${field}.${row}`;
      const cell = table.cellAt(axes.map((axis, at) => leafOf(axis, contribution.at[at] ?? "", place)));
      const value = readAmount(contribution.value, decimals, `${place}.value`, isSigned);
      addTo(cell, places.get(contribution.group) ?? 0, value, contribution);
      touched.add(cell);
    }
    for (const leaf of touched)
      for (const above of aboveOf(table, leaf)) if (above !== leaf) addAll(above, leaf);
    return table;
  });
}

/** The cell and every cell that holds it. */
export function aboveOf(table: Table, cell: Cell): readonly Cell[] {
  const lines = cell.nodes.map((node, at) => {
    const axis = table.axes[at];
    return axis ? lineOf(axis, node) : [];
  });
  return crossed(lines).map((nodes) => table.cellAt(nodes));
}

export function decimalsOf(text: string): number {
  const point = text.indexOf(".");
  return point < 0 ? 0 : text.length - point - 1;
}

/** An amount as it is printed: every digit, no idle zeros. */
export function printAmount(amount: bigint, decimals: number): string {
  const digits = String(amount < 0n ? -amount : amount).padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  const rest = digits.slice(digits.length - decimals).replace(/0+$/, "");
  return `${amount < 0n ? "-" : ""}${whole}${rest === "" ? "" : `.${rest}`}`;
}

/** A decimal string as an amount. @throws InputError naming the field */
export function readAmount(text: string, decimals: number, field: string, isSigned: boolean): bigint {
  const [, sign, whole = "", rest = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (whole === "" || rest.length > decimals) throw toInputError([{ field, rule: "notANumber" }]);
  const amount = BigInt(whole + rest.padEnd(decimals, "0"));
  if (sign !== "-" || amount === 0n) return amount;
  if (!isSigned) throw toInputError([{ field, rule: "tooSmall", params: { min: 0 } }]);
  return -amount;
}

function emptyTable(axes: readonly Axis[], groups: readonly string[], decimals: number): Table {
  const strides = axes.map((_, at) => axes.slice(at + 1).reduce((size, axis) => size * axis.codes.length, 1));
  const cells = crossed(axes.map((axis) => axis.codes.map((_, node) => node))).map(
    (nodes, place): Cell => ({
      place,
      nodes,
      isLeaf: nodes.every((node, at) => axes[at]?.parts[node]?.length === 0),
      sums: new Map(),
      known: new Map(),
      waived: new Map(),
      total: 0n,
    }),
  );
  const cellAt = (nodes: readonly number[]) => {
    let place = 0;
    for (const [at, node] of nodes.entries()) place += node * (strides[at] ?? 1);
    const cell = cells[place];
    if (!cell) throw new RangeError(`no cell at ${nodes.join(", ")}`);
    return cell;
  };
  return { axes, groups, decimals, cells, cellAt };
}

function addTo(cell: Cell, group: number, value: bigint, { known, waived }: Contribution): void {
  cell.total += value;
  put(cell.sums, group, value);
  if (known) put(cell.known, group, value);
  if (waived) put(cell.waived, group, value);
}

function addAll(cell: Cell, part: Cell): void {
  cell.total += part.total;
  for (const [group, value] of part.sums) put(cell.sums, group, value);
  for (const [group, value] of part.known) put(cell.known, group, value);
  for (const [group, value] of part.waived) put(cell.waived, group, value);
}

function put(amounts: Map<number, bigint>, group: number, value: bigint): void {
  amounts.set(group, value + (amounts.get(group) ?? 0n));
}

function crossed(lists: readonly (readonly number[])[]): readonly (readonly number[])[] {
  return lists.reduce<readonly (readonly number[])[]>(
    (rows, list) => rows.flatMap((row) => list.map((node) => [...row, node])),
    [[]],
  );
}

function leafOf(axis: Axis, code: string, place: string): number {
  const node = axis.places.get(code);
  if (node !== undefined && axis.parts[node]?.length === 0) return node;
  throw toInputError([{ field: `${place}.${axis.id}`, rule: "notInList", params: { code } }]);
}

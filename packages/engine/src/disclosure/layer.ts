import type { Term } from "../optimise/highs.ts";
import { additionOf, type Column, type ColumnKind, type Programme, scaleOf } from "./programme.ts";
import { aboveOf, type Cell, type Table } from "./table.ts";

/** An earlier state of the table, and the places that were published of it. */
export type Layer = { readonly table: Table; readonly published: ReadonlySet<number> };

/**
 * A table with its earlier releases: a cell of now in which nothing has changed since is the same column, any other is one
 * more that adds up with its own time's. Where fewer groups than the minimum changed, the change itself is a column. [DC8]
 */
export function toLayeredProgramme(
  table: Table,
  layers: readonly Layer[],
  {
    isSigned,
    isShown,
    minContributors,
  }: {
    readonly isSigned: boolean;
    readonly isShown: (cell: Cell) => boolean;
    readonly minContributors: number;
  },
): Programme {
  const columns: Column[] = [];
  const byState = new Map<string, number>();
  const rows: (readonly Term[])[] = [];
  const put = (key: string, cell: Cell, kind: ColumnKind) => {
    const column = columns.push({ cell, kind }) - 1;
    byState.set(key, column);
    return column;
  };
  const states = statesOf([table, ...layers.map((layer) => layer.table)]);
  for (const [at, { table: one, published }] of [
    { table, published: new Set<number>() },
    ...layers,
  ].entries()) {
    const keyOf = ({ place }: Cell) => `${place}:${states[at]?.get(place) ?? ""}`;
    const fresh: number[] = [];
    for (const cell of one.cells) {
      if (cell.sums.size === 0) continue;
      const isTold = published.has(cell.place);
      const known = byState.get(keyOf(cell));
      if (known === undefined)
        fresh.push(
          put(keyOf(cell), cell, at > 0 ? (isTold ? "told" : "past") : isShown(cell) ? "shown" : "hidden"),
        );
      else if (isTold) columns[known] = { cell: columns[known]?.cell ?? cell, kind: "told" };
    }
    for (const column of fresh)
      rows.push(...additionOf(one, columns[column]?.cell, column, (part) => byState.get(keyOf(part))));
    if (at === 0) continue;
    for (const [place, state] of states[at] ?? []) {
      const change = changeOf(table.cells[place], one.cells[place]);
      if (!change || change.sums.size >= minContributors || byState.has(`${place}:${state}:change`)) continue;
      const terms: Term[] = [[put(`${place}:${state}:change`, change, "change"), -1]];
      const [now, then] = [byState.get(`${place}:`), byState.get(`${place}:${state}`)];
      if (now !== undefined) terms.push([now, 1]);
      if (then !== undefined) terms.push([then, -1]);
      rows.push(terms);
    }
  }
  const columnOf = new Map<number, number>();
  for (const { place } of table.cells) {
    const column = byState.get(`${place}:`);
    if (column !== undefined && (table.cells[place]?.sums.size ?? 0) > 0) columnOf.set(place, column);
  }
  return {
    axes: table.axes,
    columns,
    columnOf,
    scale: scaleOf(columns),
    rows,
    groups: table.groups.length,
    isSigned,
  };
}

/** Per table, for each place that differs from the first table, which state of its finest cells it adds up. */
function statesOf(tables: readonly Table[]): readonly ReadonlyMap<number, string>[] {
  return tables.map((table) => {
    const states = new Map<number, string>();
    for (const leaf of table.cells) {
      if (!leaf.isLeaf) continue;
      const like = tables.findIndex((other) => isSame(leaf, other.cells[leaf.place]));
      if (like === 0) continue;
      for (const { place } of aboveOf(table, leaf))
        states.set(place, `${states.get(place) ?? ""} ${leaf.place}=${like}`);
    }
    return states;
  });
}

function isSame(one: Cell, other: Cell | undefined): boolean {
  if (one.sums.size !== other?.sums.size) return false;
  for (const [group, sum] of one.sums)
    if (other.sums.get(group) !== sum || other.known.get(group) !== one.known.get(group)) return false;
  return true;
}

/** What each group changed in a cell, without signs; null where none did. */
function changeOf(now: Cell | undefined, then: Cell | undefined): Cell | null {
  if (!now || !then) return null;
  const sums = new Map<number, bigint>();
  for (const group of [...now.sums.keys(), ...then.sums.keys()]) {
    const by = (now.sums.get(group) ?? 0n) - (then.sums.get(group) ?? 0n);
    if (by !== 0n || now.sums.has(group) !== then.sums.has(group)) sums.set(group, by < 0n ? -by : by);
  }
  const total = now.total - then.total;
  return sums.size === 0 ? null : { ...now, isLeaf: false, sums, known: new Map(), waived: new Map(), total };
}

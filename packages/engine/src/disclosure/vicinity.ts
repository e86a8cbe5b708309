import { lineOf } from "./axis.ts";
import { finestOf, type Programme, sizeOf } from "./programme.ts";

/** Finest columns near a column: those among which a movement of it is likeliest to be made up for at little cost. */
export class Vicinity {
  readonly #programme: Programme;
  readonly #strides: readonly number[];
  readonly #finestOf: (column: number) => readonly number[];
  readonly #leavesAt = new Map<number, number[]>();
  readonly #sizes: Float64Array;
  /** Per axis and node, the share of its finest columns that is withheld. */
  #shares: readonly Float64Array[] = [];

  constructor(programme: Programme) {
    const { axes, columns } = programme;
    this.#programme = programme;
    this.#finestOf = finestOf(programme);
    this.#strides = axes.map((_, at) =>
      axes.slice(at + 1).reduce((size, axis) => size * axis.codes.length, 1),
    );
    this.#sizes = Float64Array.from(columns, ({ cell }) => sizeOf(cell) * programme.scale);
    for (const [column, { cell, kind }] of columns.entries()) {
      if (kind === "change" || !cell.isLeaf) continue;
      const list = this.#leavesAt.get(cell.place);
      if (list) list.push(column);
      else this.#leavesAt.set(cell.place, [column]);
    }
  }

  /** Counts anew what is withheld. */
  count(isFree: Uint8Array): void {
    const { axes, columns } = this.#programme;
    const counts = axes.map(
      ({ codes }) => [new Float64Array(codes.length), new Float64Array(codes.length)] as const,
    );
    for (const list of this.#leavesAt.values())
      for (const column of list)
        for (const [at, node] of (columns[column]?.cell.nodes ?? []).entries()) {
          const [free, all] = counts[at] ?? [];
          if (free) free[node] = (free[node] ?? 0) + (isFree[column] ?? 0);
          if (all) all[node] = (all[node] ?? 0) + 1;
        }
    this.#shares = counts.map(([free, all]) => free.map((one, node) => one / Math.max(1, all[node] ?? 0)));
  }

  /** About `limit` finest columns around a movement of `column` by `by`. */
  around(column: number, by: number, limit: number, isFree: Uint8Array): readonly number[] {
    const anchors = this.#anchorsOf(column, by, isFree);
    const [anchor = []] = anchors;
    const lists = this.#programme.axes.map((axis, at) => {
      const kept = new Set(anchors.map((nodes) => nodes[at] ?? 0));
      const others = axis.codes
        .map((_, node) => node)
        .filter((node) => axis.parts[node]?.length === 0 && !kept.has(node))
        .map((node) => [node, this.#costOf(anchor, at, node, by, isFree)] as const)
        .sort(([a, one], [b, other]) => one - other || a - b);
      return [...kept, ...others.map(([node]) => node)];
    });
    const found: number[] = [];
    for (const place of this.#placesOf(lists, limit)) found.push(...(this.#leavesAt.get(place) ?? []));
    return found;
  }

  /** The finest cells through which the column moves: at most two, those with room first. */
  #anchorsOf(column: number, by: number, isFree: Uint8Array): readonly (readonly number[])[] {
    const worth = (one: number) => (isFree[one] === 1 ? 1 : 0) + Math.min(1, (this.#sizes[one] ?? 0) / by);
    const finest = [...this.#finestOf(column)].sort((a, b) => worth(b) - worth(a) || a - b);
    return finest.slice(0, 2).map((one) => this.#programme.columns[one]?.cell.nodes ?? []);
  }

  /** What speaks against making up for a movement at `node`: what it would lay open that is published, and lack of room. */
  #costOf(anchor: readonly number[], at: number, node: number, by: number, isFree: Uint8Array): number {
    const axis = this.#programme.axes[at];
    if (!axis) return 0;
    const from = lineOf(axis, anchor[at] ?? 0);
    const to = lineOf(axis, node);
    const columnAt = (one: number) => this.#columnAt(anchor.with(at, one));
    const moved = [...from.slice(1), ...to].filter((one) => !(from.includes(one) && to.includes(one)));
    let cost = 1 - (this.#shares[at]?.[node] ?? 0);
    for (const one of moved) {
      const column = columnAt(one);
      if (column !== undefined && isFree[column] === 0) cost += 1;
    }
    const own = columnAt(node);
    return cost + (own === undefined ? 2 : 1 - Math.min(1, (this.#sizes[own] ?? 0) / by));
  }

  #columnAt(nodes: readonly number[]): number | undefined {
    const place = nodes.reduce((sum, node, at) => sum + node * (this.#strides[at] ?? 1), 0);
    return this.#programme.columnOf.get(place);
  }

  /** Places of the crosses of the first codes of each list, about `limit` of them, evenly from all lists. */
  #placesOf(lists: readonly (readonly number[])[], limit: number): readonly number[] {
    const taken = lists.map(() => 1);
    const size = () => taken.reduce((product, one) => product * one, 1);
    for (let grown = true; grown && size() < limit; ) {
      grown = false;
      for (const [at, list] of lists.entries())
        if ((taken[at] ?? 0) < list.length && size() < limit) {
          taken[at] = (taken[at] ?? 0) + 1;
          grown = true;
        }
    }
    return lists.reduce<readonly number[]>(
      (places, list, at) =>
        places.flatMap((place) =>
          list.slice(0, taken[at]).map((node) => place + node * (this.#strides[at] ?? 1)),
        ),
      [0],
    );
  }
}

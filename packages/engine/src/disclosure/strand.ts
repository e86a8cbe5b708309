import type { Programme } from "./programme.ts";

/** Columns that move alike, because they hold the same of the finest columns that may move. */
export type Strand = {
  readonly columns: number[];
  /** What they are the sum of, by place in the list; none for a finest column. */
  readonly parts: readonly (readonly [strand: number, coefficient: number])[];
};

/** Where in a programme a column is a part, and how rows follow each other so that parts come before totals. */
export class Strands {
  readonly #programme: Programme;
  readonly #rowsOf: readonly number[][];
  readonly #depths: Int32Array;

  constructor(programme: Programme) {
    this.#programme = programme;
    this.#rowsOf = programme.columns.map(() => []);
    for (const [row, [, ...parts]] of programme.rows.entries())
      for (const [column] of parts) this.#rowsOf[column]?.push(row);
    this.#depths = depthsOf(programme);
  }

  /** All that moves when only the `finest` columns may. */
  over(finest: readonly number[]): readonly Strand[] {
    const { rows } = this.#programme;
    const strands = finest.map((column): Strand => ({ columns: [column], parts: [] }));
    const strandOf = new Map(finest.map((column, at) => [column, at]));
    const alike = new Map<string, number>();
    for (const row of this.#rowsAbove(finest)) {
      const [[total] = [], ...terms] = rows[row] ?? [];
      const parts = new Map<number, number>();
      for (const [column, coefficient] of terms) {
        const part = strandOf.get(column);
        if (part !== undefined) parts.set(part, coefficient + (parts.get(part) ?? 0));
      }
      const sorted = [...parts].filter(([, by]) => by !== 0).sort(([a], [b]) => a - b);
      const [[only, by] = []] = sorted;
      if (total === undefined || only === undefined) continue;
      const key = sorted.join(";");
      const known = sorted.length === 1 && by === 1 ? only : alike.get(key);
      const strand = known ?? strands.push({ columns: [], parts: sorted }) - 1;
      alike.set(key, strand);
      strands[strand]?.columns.push(total);
      strandOf.set(total, strand);
    }
    return strands;
  }

  #rowsAbove(finest: readonly number[]): readonly number[] {
    const { rows } = this.#programme;
    const above = new Set<number>();
    const open = [...finest];
    for (let column = open.pop(); column !== undefined; column = open.pop())
      for (const row of this.#rowsOf[column] ?? []) {
        const total = rows[row]?.[0]?.[0];
        if (total === undefined || above.has(row)) continue;
        above.add(row);
        open.push(total);
      }
    return [...above].sort((a, b) => (this.#depths[a] ?? 0) - (this.#depths[b] ?? 0) || a - b);
  }
}

/** Per row, how many rows lie below it. */
function depthsOf({ columns, rows }: Programme): Int32Array {
  const rowOf = new Map(rows.map((row, at) => [row[0]?.[0], at]));
  const depths = new Int32Array(rows.length).fill(-1);
  const find = (row: number): number => {
    if ((depths[row] ?? -1) >= 0) return depths[row] ?? 0;
    let depth = 0;
    for (const [part] of (rows[row] ?? []).slice(1)) {
      const below = rowOf.get(part);
      if (below !== undefined) depth = Math.max(depth, 1 + find(below));
    }
    depths[row] = depth;
    return depth;
  };
  for (const column of columns.keys()) {
    const row = rowOf.get(column);
    if (row !== undefined) find(row);
  }
  return depths;
}

import type { Room } from "./knowledge.ts";
import { type Programme, tolerance } from "./programme.ts";
import { copyTableau, extendTableau, maximise, type Tableau, toTableau } from "./tableau.ts";

/** Numbers below this are what a division leaves over. */
const dust = 1e-9;
/** So many more published columns are put into the equations that there are; after more these are made anew. */
const manySince = 12;

/** Finds tables that fit what is published, by movements of a few finest columns. No solver is asked: each is checked. [DC4] */
export class ProofFinder {
  /** Per finest column, the columns that hold it, itself among them, and how often. */
  readonly #above: readonly ReadonlyMap<number, number>[];
  /** All finest columns. */
  readonly finest: readonly number[];
  /** Of all finest columns, from which others are made as long as not much more is published; and the last one made. */
  #base: Space | null = null;
  #last: Space | null = null;
  /** Numbers in equations looked at so far. */
  work = 0;

  constructor(programme: Programme) {
    this.#above = aboveOf(programme);
    this.finest = [...this.#above.keys()].filter((column) => this.#above[column]?.has(column));
  }

  /** Moves of what is withheld alone by which a column moves so far to a side; null where none was found. */
  find(
    { column, side, by }: { readonly column: number; readonly side: 1 | -1; readonly by: number },
    { low, high }: Room,
    isFree: Uint8Array,
    among: readonly number[],
  ): ReadonlyMap<number, number> | null {
    const { tableau } = this.#spaceOf(among, isFree);
    const target = Float64Array.from(among, (one) => side * (this.#above[one]?.get(column) ?? 0));
    if (target.every((one) => one === 0)) return null;
    const room = {
      low: Float64Array.from(among, (one) => low[one] ?? 0),
      high: Float64Array.from(among, (one) => high[one] ?? 0),
    };
    const before = tableau.work;
    const found = maximise(tableau, target, room, by);
    this.work += tableau.work - before + among.length * tableau.rows.length;
    return found && this.#spread(among, found, isFree);
  }

  /** What is published, as equations over the columns that may move; the same again while nothing else is asked. */
  #spaceOf(among: readonly number[], isFree: Uint8Array): Space {
    for (const one of [this.#last, this.#base])
      if (one?.among === among && publishedSince(one, isFree)?.length === 0) return one;
    const base = this.#base;
    const since = base?.among === among ? publishedSince(base, isFree) : null;
    const isNear = base && since && since.length <= manySince;
    const tableau = isNear ? copyTableau(base.tableau) : toTableau([], among.length);
    const equations = isNear
      ? this.#equationsOf(among, new Set(since))
      : this.#equationsOf(among, null, isFree);
    extendTableau(tableau, equations);
    this.work += tableau.work + among.length * tableau.rows.length;
    const space = { among, isFree: isFree.slice(), tableau };
    if (among === this.finest && !isNear) this.#base = space;
    else this.#last = space;
    return space;
  }

  /** One for each published column that holds some of those among, but for those that say the same. */
  #equationsOf(
    among: readonly number[],
    published: ReadonlySet<number> | null,
    isFree?: Uint8Array,
  ): readonly Float64Array[] {
    const equations = new Map<number, Float64Array>();
    for (const [at, one] of among.entries())
      for (const [total, times] of this.#above[one] ?? []) {
        if (published ? !published.has(total) : isFree?.[total] === 1) continue;
        const row = equations.get(total) ?? new Float64Array(among.length);
        row[at] = times;
        equations.set(total, row);
      }
    const unlike = new Map<number, Float64Array>();
    for (const row of equations.values())
      unlike.set(
        row.reduce((sum, times, at) => (times === 0 ? sum : sum + times * Math.sqrt(at + 2)), 0),
        row,
      );
    return [...unlike.values()];
  }

  /** What all columns move when finest ones do; null where that would move something published. */
  #spread(among: readonly number[], found: Float64Array, isFree: Uint8Array) {
    const moves = new Map<number, number>();
    for (const [at, one] of among.entries()) {
      const by = found[at] ?? 0;
      if (Math.abs(by) <= dust) continue;
      for (const [total, times] of this.#above[one] ?? [])
        moves.set(total, (moves.get(total) ?? 0) + by * times);
    }
    for (const [column, by] of moves) {
      if (Math.abs(by) <= tolerance / 10) moves.delete(column);
      else if (isFree[column] !== 1) return null;
    }
    return moves;
  }
}

type Space = {
  readonly among: readonly number[];
  readonly isFree: Uint8Array;
  readonly tableau: Tableau;
};

/** What is published now and was not then; null where something is withheld now that was published. */
function publishedSince(then: Space, isFree: Uint8Array): readonly number[] | null {
  const since: number[] = [];
  for (const [column, flag] of then.isFree.entries()) {
    if (flag === isFree[column]) continue;
    if (flag === 0) return null;
    since.push(column);
  }
  return since;
}

/** Per finest column, the columns that hold it, itself among them, and how often. */
export function aboveOf({ columns, rows }: Programme): readonly ReadonlyMap<number, number>[] {
  const rowOf = new Map(rows.map((row) => [row[0]?.[0] ?? -1, row]));
  const parts = new Map<number, ReadonlyMap<number, number>>();
  const partsOf = (column: number): ReadonlyMap<number, number> => {
    const known = parts.get(column);
    if (known) return known;
    const [, ...terms] = rowOf.get(column) ?? [];
    const sum = new Map<number, number>(terms.length === 0 ? [[column, 1]] : []);
    for (const [part, by] of terms)
      for (const [one, times] of partsOf(part)) sum.set(one, (sum.get(one) ?? 0) + by * times);
    parts.set(column, sum);
    return sum;
  };
  const above = columns.map(() => new Map<number, number>());
  for (const column of columns.keys())
    for (const [one, times] of partsOf(column)) if (times !== 0) above[one]?.set(column, times);
  return above;
}

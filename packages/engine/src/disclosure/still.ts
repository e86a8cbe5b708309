import type { Term } from "../optimise/highs.ts";
import type { Programme } from "./programme.ts";

/** What moves when only withheld columns do: finest ones, and sums of them that do not move. */
export type Still = {
  readonly finest: readonly number[];
  readonly placeOf: ReadonlyMap<number, number>;
  /** Over the places of finest columns; each is 0. */
  readonly rows: readonly (readonly Term[])[];
  /** A withheld column over the places of finest ones. */
  termsOf(column: number): readonly Term[];
};

/** A programme without what is published: far smaller, and the same for whatever moves only what is withheld. */
export function toStill({ columns, rows }: Programme, isFree: Uint8Array): Still {
  const rowOf = new Map(rows.map((row) => [row[0]?.[0] ?? -1, row]));
  const finest = [...columns.keys()].filter((column) => isFree[column] === 1 && !rowOf.has(column));
  const placeOf = new Map(finest.map((column, place) => [column, place]));
  const known = new Map<number, ReadonlyMap<number, number>>();
  const expand = (column: number): ReadonlyMap<number, number> => {
    const found = known.get(column);
    if (found) return found;
    const place = placeOf.get(column);
    const sum = new Map<number, number>(place === undefined ? [] : [[place, 1]]);
    for (const [part, by] of (rowOf.get(column) ?? []).slice(1))
      if (isFree[part] === 1)
        for (const [one, times] of expand(part)) sum.set(one, (sum.get(one) ?? 0) + by * times);
    known.set(column, sum);
    return sum;
  };
  const termsOf = (column: number): readonly Term[] => [...expand(column)].filter(([, by]) => by !== 0);
  const unlike = new Map<string, readonly Term[]>();
  for (const column of rowOf.keys()) {
    const terms = isFree[column] === 1 ? [] : termsOf(column);
    if (terms.length > 0) unlike.set(terms.join(";"), terms);
  }
  return { finest, placeOf, rows: [...unlike.values()], termsOf };
}

/** Finds withheld columns that stay where they are, because they are the only one in a sum that may move. */
export class LooseFinder {
  /** All sums of now along each hierarchy, total and parts. */
  readonly #sums: readonly (readonly number[])[];
  readonly #sumsOf: readonly (readonly number[])[];

  constructor({ axes, columns, columnOf, rows }: Programme) {
    const sums = rows.map((row) => row.map(([column]) => column));
    const strides = axes.map((_, at) =>
      axes.slice(at + 1).reduce((size, { codes }) => size * codes.length, 1),
    );
    for (const [place, column] of columnOf)
      for (const [at, axis] of axes.entries()) {
        const node = columns[column]?.cell.nodes[at] ?? 0;
        const parts = (axis.parts[node] ?? []).flatMap(
          (part) => columnOf.get(place + (part - node) * (strides[at] ?? 1)) ?? [],
        );
        if (parts.length > 0) sums.push([column, ...parts]);
      }
    const sumsOf = columns.map((): number[] => []);
    for (const [sum, list] of sums.entries()) for (const column of list) sumsOf[column]?.push(sum);
    this.#sums = sums;
    this.#sumsOf = sumsOf;
  }

  /** 1 for withheld columns that no sum alone holds where they are. */
  find(isFree: Uint8Array): Uint8Array {
    const isLoose = isFree.slice();
    const counts = Int32Array.from(this.#sums, (sum) =>
      sum.reduce((all, one) => all + (isFree[one] ?? 0), 0),
    );
    const open = [...counts.keys()].filter((sum) => counts[sum] === 1);
    for (let sum = open.pop(); sum !== undefined; sum = open.pop()) {
      const alone = this.#sums[sum]?.find((column) => isLoose[column] === 1);
      if (alone === undefined) continue;
      isLoose[alone] = 0;
      for (const other of this.#sumsOf[alone] ?? []) {
        counts[other] = (counts[other] ?? 0) - 1;
        if (counts[other] === 1) open.push(other);
      }
    }
    return isLoose;
  }
}

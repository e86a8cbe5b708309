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

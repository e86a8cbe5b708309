import { levelCount, valueOfLevel } from "./quantize.ts";

/** Numbers tuples of levels (one level a field) in the order of their first use; numbers never show in a score. */
export class TupleTable {
  readonly tuples: number[][] = [];
  private readonly numberByKey = new Map<number, number>();
  private lastKey = -1;
  private lastNumber = 0;

  /** Tuples that are numbered beforehand, from 0. */
  constructor(tuples: readonly (readonly number[])[] = []) {
    for (const tuple of tuples) this.intern(tuple);
  }

  get size(): number {
    return this.tuples.length;
  }

  /** The number of a tuple of levels. */
  intern(levels: readonly number[]): number {
    let key = 0;
    for (const level of levels) key = key * levelCount + level;
    if (key === this.lastKey) return this.lastNumber;
    let number = this.numberByKey.get(key);
    if (number === undefined) {
      number = this.tuples.length;
      if (number > 0xffff) throw new Error("more than 65,536 combinations of counts or lengths");
      this.numberByKey.set(key, number);
      this.tuples.push([...levels]);
    }
    this.lastKey = key;
    this.lastNumber = number;
    return number;
  }

  /** The values behind a number, one a field. */
  valuesOf(number: number): readonly number[] {
    return (this.tuples[number] ?? []).map(valueOfLevel);
  }
}

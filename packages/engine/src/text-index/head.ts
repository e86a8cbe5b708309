import { grow } from "./grow.ts";

/** The newest documents, one after the other, each with its terms and their rows; searched by reading all of it. */
export class Head {
  /** The slot of the first document here. */
  base: number;
  count = 0;
  used = 0;
  starts = new Uint32Array(256);
  terms = new Int32Array(4096);
  rows = new Uint16Array(4096);

  constructor(base: number) {
    this.base = base;
  }

  /** Opens the next document; its entries follow. */
  open(entries: number): void {
    this.starts = grow(this.starts, this.count + 2);
    this.terms = grow(this.terms, this.used + entries);
    this.rows = grow(this.rows, this.used + entries);
    this.count += 1;
    this.starts[this.count] = this.used;
  }

  add(term: number, row: number): void {
    this.terms[this.used] = term;
    this.rows[this.used] = row;
    this.used += 1;
    this.starts[this.count] = this.used;
  }

  /** The entries of a slot as a span of `terms` and `rows`. */
  spanOf(slot: number): readonly [from: number, to: number] {
    return [this.starts[slot - this.base] ?? 0, this.starts[slot - this.base + 1] ?? 0];
  }

  clear(base: number): void {
    this.base = base;
    this.count = 0;
    this.used = 0;
  }
}

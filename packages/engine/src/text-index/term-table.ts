import { grow } from "./grow.ts";
import type { StringColumn } from "./string-column.ts";

/** Of a term: all 32 bits that decide its place. */
function hashOf(term: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < term.length; at++) hash = Math.imul(hash ^ term.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}

/** Terms by number, with the number of live documents that hold each. A table of its own, so that it can be saved as it is. */
export class TermTable {
  frequencies: Uint32Array;
  size: number;
  /** Open addressing, two places an entry: the hash, and 1 + the number of the term. */
  slots: Int32Array;
  private readonly saved: StringColumn | undefined;
  private readonly terms: (string | undefined)[];

  constructor(saved?: StringColumn, frequencies = new Uint32Array(1024) as Uint32Array, slots?: Int32Array) {
    this.saved = saved;
    this.frequencies = frequencies;
    this.size = saved?.length ?? 0;
    this.terms = new Array(this.size);
    this.slots = slots ?? new Int32Array(4096);
  }

  termOf(number: number): string {
    const term = this.terms[number] ?? this.saved?.at(number) ?? "";
    this.terms[number] = term;
    return term;
  }

  /** The number of a term, or -1. */
  find(term: string): number {
    return (this.slots[this.placeOf(term, hashOf(term)) + 1] as number) - 1;
  }

  intern(term: string): number {
    const hash = hashOf(term);
    const place = this.placeOf(term, hash);
    const known = this.slots[place + 1] as number;
    if (known > 0) return known - 1;
    const number = this.size++;
    this.terms[number] = term;
    this.frequencies = grow(this.frequencies, number + 1);
    this.slots[place] = hash;
    this.slots[place + 1] = number + 1;
    if (this.size * 4 > this.slots.length) this.widen();
    return number;
  }

  /** Where a term stands, or the empty place where it belongs. */
  private placeOf(term: string, hash: number): number {
    const { slots } = this;
    const mask = slots.length - 2;
    let place = (hash << 1) & mask;
    for (; slots[place + 1] !== 0; place = (place + 2) & mask) {
      if (slots[place] === hash && this.termOf((slots[place + 1] as number) - 1) === term) return place;
    }
    return place;
  }

  private widen(): void {
    const old = this.slots;
    this.slots = new Int32Array(old.length * 2);
    const mask = this.slots.length - 2;
    for (let at = 0; at < old.length; at += 2) {
      if (old[at + 1] === 0) continue;
      let place = ((old[at] as number) << 1) & mask;
      while (this.slots[place + 1] !== 0) place = (place + 2) & mask;
      this.slots[place] = old[at] as number;
      this.slots[place + 1] = old[at + 1] as number;
    }
  }
}

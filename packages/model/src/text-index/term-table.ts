import { grow } from "./grow.ts";

/** Terms by number, with the number of live documents that hold each. */
export class TermTable {
  readonly terms: string[];
  frequencies: Uint32Array;
  private readonly numberByTerm = new Map<string, number>();

  constructor(terms: string[] = [], frequencies: Uint32Array = new Uint32Array(1024)) {
    this.terms = terms;
    this.frequencies = grow(frequencies, terms.length);
    for (let at = 0; at < terms.length; at++) this.numberByTerm.set(terms[at] ?? "", at);
  }

  get size(): number {
    return this.terms.length;
  }

  /** The number of a term, or -1. */
  find(term: string): number {
    return this.numberByTerm.get(term) ?? -1;
  }

  intern(term: string): number {
    const known = this.numberByTerm.get(term);
    if (known !== undefined) return known;
    const number = this.terms.length;
    this.terms.push(term);
    this.numberByTerm.set(term, number);
    this.frequencies = grow(this.frequencies, number + 1);
    return number;
  }
}

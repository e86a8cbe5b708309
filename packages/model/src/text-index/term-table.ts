import { grow } from "./grow.ts";

/** Places for the terms that were asked for last, so that common words skip the map. */
const recentSize = 32_768;

/** Terms by number, with the number of live documents that hold each. */
export class TermTable {
  readonly terms: string[];
  frequencies: Uint32Array;
  private readonly numberByTerm = new Map<string, number>();
  private readonly recent: string[] = Array.from({ length: recentSize }, () => "");
  private readonly recentNumber = new Int32Array(recentSize).fill(-1);

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
    let mixed = term.length;
    for (let at = 0; at < term.length; at++) mixed = Math.imul(mixed, 31) + term.charCodeAt(at);
    const place = (mixed ^ (mixed >>> 15)) & (recentSize - 1);
    const recentNumber = this.recentNumber[place] as number;
    if (recentNumber >= 0 && this.recent[place] === term) return recentNumber;
    const number = this.numberByTerm.get(term) ?? this.add(term);
    this.recent[place] = term;
    this.recentNumber[place] = number;
    return number;
  }

  private add(term: string): number {
    const number = this.terms.length;
    this.terms.push(term);
    this.numberByTerm.set(term, number);
    this.frequencies = grow(this.frequencies, number + 1);
    return number;
  }
}

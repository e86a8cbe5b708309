import { grow } from "./grow.ts";
import type { StringColumn } from "./string-column.ts";

/** Places for the terms that were asked for last, so that common words skip the map. */
const recentSize = 32_768;

/** Terms by number, with the number of live documents that hold each. */
export class TermTable {
  frequencies: Uint32Array;
  private readonly saved: StringColumn | undefined;
  private readonly terms: string[] = [];
  private numberByTerm: Map<string, number> | undefined;
  private readonly recent: string[] = Array.from({ length: recentSize }, () => "");
  private readonly recentNumber = new Int32Array(recentSize).fill(-1);

  constructor(saved?: StringColumn, frequencies: Uint32Array = new Uint32Array(1024)) {
    this.saved = saved;
    this.frequencies = frequencies;
  }

  get size(): number {
    return this.numberByTerm || !this.saved ? this.terms.length : this.saved.length;
  }

  termOf(number: number): string {
    return this.terms[number] ?? this.saved?.at(number) ?? "";
  }

  /** The number of a term, or -1. */
  find(term: string): number {
    return this.byTerm().get(term) ?? -1;
  }

  intern(term: string): number {
    let mixed = term.length;
    for (let at = 0; at < term.length; at++) mixed = Math.imul(mixed, 31) + term.charCodeAt(at);
    const place = (mixed ^ (mixed >>> 15)) & (recentSize - 1);
    const recentNumber = this.recentNumber[place] as number;
    if (recentNumber >= 0 && this.recent[place] === term) return recentNumber;
    const number = this.byTerm().get(term) ?? this.add(term);
    this.recent[place] = term;
    this.recentNumber[place] = number;
    return number;
  }

  private add(term: string): number {
    const number = this.terms.length;
    this.terms.push(term);
    this.byTerm().set(term, number);
    this.frequencies = grow(this.frequencies, number + 1);
    return number;
  }

  /** Made when first asked for, so that loading takes no time by itself. */
  private byTerm(): Map<string, number> {
    if (this.numberByTerm) return this.numberByTerm;
    this.numberByTerm = new Map();
    for (let number = 0; number < (this.saved?.length ?? 0); number++) {
      const term = this.saved?.at(number) ?? "";
      this.terms.push(term);
      this.numberByTerm.set(term, number);
    }
    return this.numberByTerm;
  }
}

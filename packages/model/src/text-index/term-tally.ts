import { grow } from "./grow.ts";
import { levelOf } from "./quantize.ts";

/** Counts above this are stored as this. */
const highestCount = 255;

/** The distinct terms of one document, in the order of first use, with their count in each field. */
export class TermTally {
  terms = new Int32Array(256);
  size = 0;
  private readonly width: number;
  private counts = new Int32Array(256);
  private placeOf = new Int32Array(1024);
  private turnOf = new Int32Array(1024);
  private turn = 0;
  private readonly level: number[];

  constructor(width: number) {
    this.width = width;
    this.level = Array.from({ length: width }, () => 0);
  }

  clear(): void {
    this.turn += 1;
    this.size = 0;
  }

  count(term: number, field: number): void {
    const { width } = this;
    if (term >= this.turnOf.length) {
      this.turnOf = grow(this.turnOf, term + 1);
      this.placeOf = grow(this.placeOf, term + 1);
    }
    if (this.turnOf[term] !== this.turn) {
      this.turnOf[term] = this.turn;
      this.placeOf[term] = this.size;
      this.terms = grow(this.terms, this.size + 1);
      this.counts = grow(this.counts, (this.size + 1) * width);
      this.terms[this.size] = term;
      this.counts.fill(0, this.size * width, (this.size + 1) * width);
      this.size += 1;
    }
    (this.counts[(this.placeOf[term] as number) * width + field] as number)++;
  }

  /** The counts of an entry as levels, one a field; the array is used again by the next call. */
  levelsOf(entry: number): readonly number[] {
    const { width, level, counts } = this;
    for (let field = 0; field < width; field++)
      level[field] = levelOf(Math.min(highestCount, counts[entry * width + field] as number));
    return level;
  }
}

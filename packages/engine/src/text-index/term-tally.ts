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
  /** By term, two numbers side by side: the turn in which it was met last, and its place then. */
  private marks = new Int32Array(2048);
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
    if (2 * term + 1 >= this.marks.length) this.marks = grow(this.marks, 2 * term + 2);
    const { marks } = this;
    let place = marks[2 * term + 1] as number;
    if (marks[2 * term] !== this.turn) {
      place = this.size++;
      marks[2 * term] = this.turn;
      marks[2 * term + 1] = place;
      this.terms = grow(this.terms, this.size);
      this.counts = grow(this.counts, this.size * width);
      this.terms[place] = term;
      for (let each = 0; each < width; each++) this.counts[place * width + each] = 0;
    }
    (this.counts[place * width + field] as number)++;
  }

  /** The counts of an entry as levels, one a field; the array is used again by the next call. */
  levelsOf(entry: number): readonly number[] {
    const { width, level, counts } = this;
    for (let field = 0; field < width; field++)
      level[field] = levelOf(Math.min(highestCount, counts[entry * width + field] as number));
    return level;
  }
}

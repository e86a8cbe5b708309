import type { FieldSpec } from "./text-index.ts";

/** How many levels a count or length can have: itself up to 15, then eight an octave. */
const levelCount = 256;

/**
 * The level of a count or length: exact below 16, above that eight steps an octave, rounded down.
 * @example valueOfLevel(levelOf(1000)) // 960
 */
export function levelOf(value: number): number {
  if (value < 16) return value;
  const shift = 28 - Math.clz32(value);
  return 8 * shift + (value >>> shift);
}

export function valueOfLevel(level: number): number {
  if (level < 16) return level;
  const shift = (level >>> 3) - 1;
  return ((level & 7) | 8) << shift;
}

/** A mean length as scores see it: rounded to a 64th of an octave, so that it stands still while few documents come. */
export function roundMean(mean: number): number {
  return mean <= 0 ? 1 : 2 ** (Math.round(Math.log2(mean) * 64) / 64);
}

/** The steps into which a saturated term frequency between 0 and 1 is rounded. */
export const saturationSteps = 4080;

/** A term frequency, normalised by length, after saturation: a whole number of steps. */
export function saturate(frequency: number, k1: number): number {
  return Math.round((saturationSteps * frequency) / (frequency + k1));
}

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

/**
 * What one term adds to a document, in steps, for every combination of counts (a row) and of lengths (a class) in use.
 * Postings and documents hold the combination; this table alone knows the mean lengths of today. [TI3]
 */
export class SaturationTable {
  values = new Uint16Array(0);
  /** The same before saturation, for clauses of several members. */
  frequencies = new Float64Array(0);
  stride = 0;
  means: readonly number[] = [];
  private readonly fields: readonly FieldSpec[];
  private readonly k1: number;
  private rows = 0;
  private classes = 0;
  private factors: number[][] = [];

  constructor(fields: readonly FieldSpec[], k1: number) {
    this.fields = fields;
    this.k1 = k1;
  }

  /** Brings the table up to date; cheap when nothing changed. */
  prepare(means: readonly number[], rows: TupleTable, classes: TupleTable): void {
    if (means.some((mean, at) => mean !== this.means[at])) {
      this.means = means;
      this.rows = 0;
      this.classes = 0;
      this.factors = [];
    }
    if (rows.size === this.rows && classes.size === this.classes) return;
    if (classes.size > this.stride) {
      this.stride = Math.max(64, 2 ** Math.ceil(Math.log2(classes.size)));
      this.rows = 0;
    }
    if (this.values.length < rows.size * this.stride) {
      this.values = new Uint16Array(Math.max(16, 2 * rows.size) * this.stride);
      this.frequencies = new Float64Array(this.values.length);
      this.rows = 0;
    }
    for (let at = this.factors.length; at < classes.size; at++)
      this.factors.push(this.factorsOf(classes, at));
    for (let row = 0; row < rows.size; row++) {
      const counts = rows.valuesOf(row);
      for (let at = row < this.rows ? this.classes : 0; at < classes.size; at++) {
        const frequency = this.frequencyOf(counts, at);
        this.frequencies[row * this.stride + at] = frequency;
        this.values[row * this.stride + at] = saturate(frequency, this.k1);
      }
    }
    this.rows = rows.size;
    this.classes = classes.size;
  }

  private frequencyOf(counts: readonly number[], lengthClass: number): number {
    const factors = this.factors[lengthClass] ?? [];
    let sum = 0;
    for (let at = 0; at < counts.length; at++) sum += (counts[at] ?? 0) * (factors[at] ?? 0);
    return sum;
  }

  private factorsOf(classes: TupleTable, number: number): number[] {
    const lengths = classes.valuesOf(number);
    return this.fields.map(
      ({ boost, b }, at) => boost / (1 - b + (b * (lengths[at] ?? 0)) / (this.means[at] ?? 1)),
    );
  }
}

import { saturate } from "./quantize.ts";
import type { FieldSpec } from "./text-index.ts";
import type { TupleTable } from "./tuple-table.ts";

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

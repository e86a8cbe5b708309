import { ForwardWriter } from "./forward.ts";
import type { SaturationTable } from "./saturation.ts";
import {
  blockSize,
  denseBlockSize,
  denseStride,
  leastGapBits,
  listOf,
  mostGapBits,
  padding,
  ranksOf,
  readList,
  rowBits,
  rowForm,
  type Segment,
  sizeOf,
} from "./segment.ts";
import { grow } from "./tables.ts";

/** Lists shorter than this stay in blocks whatever their share. */
const denseFloor = 512;

/** Writes a segment list by list, in the order of term numbers. */
export class SegmentWriter {
  private readonly base: number;
  private readonly count: number;
  private readonly table: SaturationTable;
  private readonly classes: Uint16Array;
  private readonly held: Uint32Array;
  private readonly rests: Uint8Array;
  private readonly firstBlock: Uint32Array;
  private readonly denseLists: { readonly list: number; readonly size: number }[] = [];
  private denseRows = new Uint16Array(0);
  private dense = new Uint8Array(0);
  private lastDocument = new Uint32Array(1024);
  private offset = new Uint32Array(1024);
  private bound = new Uint8Array(1024);
  private form = new Uint8Array(1024);
  private bytes = new Uint8Array(65_536);
  private lists = 0;
  private blocks = 0;
  private used = 0;

  constructor(
    base: number,
    count: number,
    terms: number,
    lists: number,
    table: SaturationTable,
    classes: Uint16Array,
  ) {
    this.base = base;
    this.count = count;
    this.table = table;
    this.classes = classes;
    this.held = new Uint32Array((terms + 31) >>> 5);
    this.rests = new Uint8Array(lists);
    this.firstBlock = new Uint32Array(lists + 1);
  }

  /** The next list: the documents from `from` to `to`, ascending and counted from the base, with their rows. */
  addList(term: number, documents: Int32Array, rows: Uint16Array, from: number, to: number): void {
    const list = this.lists++;
    const size = to - from;
    this.held[term >>> 5] = (this.held[term >>> 5] as number) | (1 << (term & 31));
    this.rests[list] = (size - 1) % blockSize;
    if (size * 4 < this.count || size < denseFloor || !this.addDense(list, documents, rows, from, to)) {
      for (let at = from; at < to; at += blockSize)
        this.addBlock(
          documents,
          rows,
          at,
          Math.min(to, at + blockSize),
          at > from ? (documents[at - 1] ?? 0) : -1,
        );
    }
    this.firstBlock[list + 1] = this.blocks;
  }

  finish(): Segment {
    return {
      base: this.base,
      count: this.count,
      held: this.held,
      ranks: ranksOf(this.held),
      rests: this.rests,
      firstBlock: this.firstBlock,
      denseLists: Uint32Array.from(this.denseLists, ({ list }) => list),
      denseSizes: Uint32Array.from(this.denseLists, ({ size }) => size),
      denseRows: this.denseRows.slice(0, this.denseLists.length * 16),
      dense: this.dense.slice(0, this.denseLists.length * denseStride(this.count)),
      lastDocument: this.lastDocument.slice(0, this.blocks),
      offset: this.offset.slice(0, this.blocks),
      bound: this.bound.slice(0, this.blocks),
      form: this.form.slice(0, this.blocks),
      bytes: grow(this.bytes, this.used + padding).slice(0, this.used + padding),
      boundMeans: this.table.means,
      forwardAt: new Uint32Array(0),
      forwardBytes: new Uint8Array(0),
    };
  }

  private addBlock(documents: Int32Array, rows: Uint16Array, from: number, to: number, before: number): void {
    let [widest, highest, same] = [0, 0, true];
    let previous = before;
    const first = rows[from] as number;
    for (let at = from; at < to; at++) {
      const document = documents[at] as number;
      widest |= document - previous;
      previous = document;
      const row = rows[at] as number;
      highest |= row;
      if (row !== first) same = false;
    }
    const needed = 32 - Math.clz32(widest);
    const bits = needed > mostGapBits ? 32 : Math.max(leastGapBits, needed);
    const form = same
      ? rowForm.same
      : highest < 16
        ? rowForm.nibble
        : highest < 256
          ? rowForm.byte
          : rowForm.pair;
    this.openBlock(previous, this.boundOf(documents, rows, from, to), (bits << rowBits) | form);
    this.bytes = grow(this.bytes, this.used + (to - from) * 6 + 2);
    this.writeGaps(documents, from, to, before, bits);
    this.writeRows(rows, from, to, form);
  }

  private writeGaps(documents: Int32Array, from: number, to: number, before: number, bits: number): void {
    const { bytes } = this;
    let [used, previous, waiting, open] = [this.used, before, 0, 0];
    for (let at = from; at < to; at++) {
      const document = documents[at] as number;
      const gap = document - previous;
      previous = document;
      // A gap of 32 bits begins at a byte, so that nothing waits before it.
      waiting |= gap << open;
      open += bits;
      for (; open >= 8; open -= 8) {
        bytes[used++] = waiting;
        waiting >>>= 8;
      }
    }
    if (open > 0) bytes[used++] = waiting;
    this.used = used;
  }

  private writeRows(rows: Uint16Array, from: number, to: number, form: number): void {
    const { bytes } = this;
    if (form === rowForm.nibble) {
      for (let at = from; at < to; at += 2)
        bytes[this.used++] = (rows[at] as number) | (at + 1 < to ? (rows[at + 1] as number) << 4 : 0);
      return;
    }
    const end = form === rowForm.same ? from + 1 : to;
    for (let at = from; at < end; at++) {
      bytes[this.used++] = rows[at] as number;
      if (form !== rowForm.byte) bytes[this.used++] = (rows[at] as number) >>> 8;
    }
  }

  /** False where the list has more than fifteen different rows. */
  private addDense(
    list: number,
    documents: Int32Array,
    rows: Uint16Array,
    start: number,
    stop: number,
  ): boolean {
    const halves = new Map<number, number>();
    for (let at = start; at < stop && halves.size < 16; at++) {
      const row = rows[at] as number;
      if (!halves.has(row)) halves.set(row, halves.size + 1);
    }
    if (halves.size > 15) return false;
    const dense = this.denseLists.length;
    this.denseLists.push({ list, size: stop - start });
    const stride = denseStride(this.count);
    this.dense = grow(this.dense, (dense + 1) * stride);
    this.denseRows = grow(this.denseRows, (dense + 1) * 16);
    const halfOf = new Uint8Array(Math.max(...halves.keys()) + 1);
    for (const [row, half] of halves) {
      this.denseRows[dense * 16 + half] = row;
      halfOf[row] = half;
    }
    let from = start;
    for (let end = denseBlockSize; end < this.count + denseBlockSize; end += denseBlockSize) {
      let to = from;
      for (; to < stop && (documents[to] as number) < end; to++) {
        const document = documents[to] as number;
        const place = dense * stride + (document >>> 1);
        this.dense[place] =
          (this.dense[place] as number) | ((halfOf[rows[to] as number] as number) << ((document & 1) << 2));
      }
      this.openBlock(end - 1, this.boundOf(documents, rows, from, to), 0);
      from = to;
    }
    return true;
  }

  private openBlock(lastDocument: number, bound: number, form: number): void {
    const block = this.blocks++;
    this.lastDocument = grow(this.lastDocument, block + 1);
    this.offset = grow(this.offset, block + 1);
    this.bound = grow(this.bound, block + 1);
    this.form = grow(this.form, block + 1);
    this.lastDocument[block] = lastDocument;
    this.offset[block] = this.used;
    this.bound[block] = bound;
    this.form[block] = form;
  }

  private boundOf(documents: Int32Array, rows: Uint16Array, from: number, to: number): number {
    const { classes, base } = this;
    const { values, stride } = this.table;
    let highest = 0;
    for (let at = from; at < to; at++) {
      const steps = values[
        (rows[at] as number) * stride + (classes[base + (documents[at] as number)] as number)
      ] as number;
      if (steps > highest) highest = steps;
    }
    return Math.min(255, (highest + 15) >>> 4);
  }
}

type MergePlan = {
  /** Neighbouring segments, in order. */
  readonly parts: readonly Segment[];
  /** By slot, counted from the first part's base: the document in the new segment, or -1 for one that went. */
  readonly places: Int32Array;
  readonly base: number;
  readonly count: number;
  readonly forward: boolean;
  /** Frequencies by term, lowered for each posting that is left out; undefined where that was done before. */
  readonly released: Uint32Array | undefined;
  readonly table: SaturationTable;
  /** Length classes by new slot. */
  readonly classes: Uint16Array;
};

/** Neighbouring segments as one. */
export function mergeSegments(plan: MergePlan): Segment {
  const { parts, places, base, count, released, table, classes } = plan;
  const oldBase = parts[0]?.base ?? 0;
  const terms = Math.max(0, ...parts.map(({ held }) => held.length * 32));
  let lists = 0;
  for (let term = 0; term < terms; term++) if (parts.some((part) => listOf(part, term) >= 0)) lists++;
  const writer = new SegmentWriter(base, count, terms, lists, table, classes);
  let documents = new Int32Array(1024);
  let rows = new Uint16Array(1024);
  for (let term = 0; term < terms; term++) {
    let size = 0;
    for (const part of parts) {
      const list = listOf(part, term);
      if (list < 0) continue;
      const needed = size + sizeOf(part, list);
      documents = grow(documents, needed);
      rows = grow(rows, needed);
      const read = readList(part, list, documents, rows, size);
      const shift = part.base - oldBase;
      const end = size + read;
      for (let at = size; at < end; at++) {
        const place = places[(documents[at] as number) + shift] as number;
        documents[size] = place;
        rows[size] = rows[at] as number;
        if (place >= 0) size++;
        else if (released) (released[term] as number)--;
      }
    }
    if (size > 0) writer.addList(term, documents, rows, 0, size);
  }
  const merged = writer.finish();
  return plan.forward ? mergeForward(plan, merged, oldBase) : merged;
}

function mergeForward({ parts, places, count }: MergePlan, merged: Segment, oldBase: number): Segment {
  const writer = new ForwardWriter();
  let written = 0;
  for (const part of parts) {
    for (let document = 0; document < part.count; document++) {
      const place = places[part.base - oldBase + document] as number;
      if (place < 0) continue;
      for (; written < place; written++) writer.close();
      writer.copy(part, document);
      written++;
    }
  }
  for (; written < count; written++) writer.close();
  return writer.finish(merged);
}

import { readDocuments, readRows } from "./read-block.ts";
import type { SaturationTable } from "./saturation-table.ts";
import { blockSize, denseStride, type Segment } from "./segment.ts";

/** Documents of a segment that are scored together. */
export const windowSize = 8192;
export const windowShift = 13;

const none = new Int32Array(0);
const rows = new Uint16Array(blockSize);

/** A list of no more postings a window than this is read whole at the start. */
export const fewPostings = 64;

export const listKind = { listed: 0, blocks: 1, dense: 2 } as const;

/** One clause of a query on one segment: its postings, what they add, and the most they can add in each window. */
export class QueryList {
  readonly kind: number;
  readonly units: number;
  readonly segment: Segment;
  readonly list: number;
  /** The most that the clause adds within each window. */
  readonly bounds: Float64Array;
  /** By window: the first block that reaches into it, or the first posting of a listed clause. */
  readonly starts: Int32Array;
  /** Of a listed clause: documents and what each gains. Of blocks: the block that was read last. */
  documents = none;
  gains = none;
  size = 0;
  /** Of a dense list: where it begins, and where the row of each half byte begins in the table. */
  denseStart = 0;
  readonly rowOffsets = new Int32Array(16);
  private loaded = -1;
  private readonly scale: number;
  private readonly slack: number;

  constructor(kind: number, units: number, segment: Segment, list: number, windows: number, drift: number) {
    this.kind = kind;
    this.units = units;
    this.segment = segment;
    this.list = list;
    this.scale = 16 * units * drift;
    this.slack = drift > 1 ? units * drift : 0;
    this.bounds = new Float64Array(windows);
    this.starts = new Int32Array(windows + 1);
  }

  boundOfBlock(block: number): number {
    return (this.segment.bound[block] as number) * this.scale + this.slack;
  }

  /** Makes a dense list ready for a table that stays as it is for the query. */
  openDense({ stride }: SaturationTable): void {
    const { denseOf, denseRows, count } = this.segment;
    const number = (denseOf[this.list] as number) - 1;
    this.denseStart = number * denseStride(count);
    for (let half = 0; half < 16; half++)
      this.rowOffsets[half] = (denseRows[number * 16 + half] as number) * stride;
  }

  /** Bounds and starts by window, from the bounds of blocks. */
  measureBlocks(): void {
    const { segment, list, bounds, starts } = this;
    const { lastDocument, bound } = segment;
    const end = segment.firstBlock[list + 1] as number;
    let block = segment.firstBlock[list] as number;
    for (let window = 0; window < bounds.length; window++) {
      const last = (window + 1) * windowSize - 1;
      starts[window] = block;
      let highest = 0;
      for (; block < end && (lastDocument[block] as number) <= last; block++)
        if ((bound[block] as number) > highest) highest = bound[block] as number;
      if (block < end && (bound[block] as number) > highest) highest = bound[block] as number;
      bounds[window] = highest * this.scale + this.slack;
    }
    starts[bounds.length] = block;
  }

  /** The same for the segment as one window. */
  measureWhole(): void {
    const { segment, list, bounds, starts, gains, size } = this;
    const [first, end] =
      this.kind === listKind.listed
        ? [0, size]
        : [segment.firstBlock[list] as number, segment.firstBlock[list + 1] as number];
    let highest = 0;
    for (let at = first; at < end; at++) {
      const value = this.kind === listKind.listed ? (gains[at] as number) : this.boundOfBlock(at);
      if (value > highest) highest = value;
    }
    starts[0] = first;
    starts[1] = end;
    bounds[0] = highest;
  }

  /** Bounds and starts by window, from the postings themselves. */
  measureListed(): void {
    const { bounds, starts, documents, gains, size } = this;
    let at = 0;
    for (let window = 0; window < bounds.length; window++) {
      const end = (window + 1) * windowSize;
      starts[window] = at;
      let highest = 0;
      for (; at < size && (documents[at] as number) < end; at++)
        if ((gains[at] as number) > highest) highest = gains[at] as number;
      bounds[window] = highest;
    }
    starts[bounds.length] = at;
  }

  /** Reads a block into `documents` and `gains`, unless it is there already. */
  load(block: number, table: SaturationTable, classes: Uint16Array): void {
    if (this.loaded === block) return;
    this.loaded = block;
    if (this.documents === none) {
      this.documents = new Int32Array(blockSize);
      this.gains = new Int32Array(blockSize);
    }
    const { documents, gains, segment, units } = this;
    this.size = readDocuments(segment, this.list, block, documents, 0);
    readRows(segment, this.list, block, rows, 0);
    const { values, stride } = table;
    const { base } = segment;
    for (let at = 0; at < this.size; at++) {
      const lengthClass = classes[base + (documents[at] as number)] as number;
      gains[at] = units * (values[(rows[at] as number) * stride + lengthClass] as number);
    }
  }
}

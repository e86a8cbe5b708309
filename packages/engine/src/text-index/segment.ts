import { grow } from "./tables.ts";

/** Postings of a block at most; a block of a dense list covers this many documents times eight. */
export const blockSize = 128;
export const denseBlockSize = 1024;

/** How a block is written: width of its document gaps in bytes, and how its rows stand. */
export const rowForm = { same: 0, nibble: 1, byte: 2, pair: 3 } as const;

/**
 * Sealed postings of a contiguous span of slots, in arrays alone. Lists are numbered by `localOf`; the blocks of list i
 * are `firstBlock[i]` up to `firstBlock[i + 1]`. A list that more than a quarter of the documents hold is dense: half a byte
 * for every document of the span. Documents inside a segment count from its base.
 */
export type Segment = {
  readonly base: number;
  readonly count: number;
  /** By term number: 1 + number of the list, or 0. */
  readonly localOf: Int32Array;
  /** Number of postings of each list. */
  readonly sizes: Uint32Array;
  readonly firstBlock: Uint32Array;
  /** By list: 0, or 1 + the number of the dense list. */
  readonly denseOf: Uint16Array;
  /** By dense list: sixteen rows, one for each half byte; half byte 0 is absence. */
  readonly denseRows: Uint16Array;
  readonly dense: Uint8Array;
  readonly lastDocument: Uint32Array;
  readonly offset: Uint32Array;
  /** At least the greatest number of steps in the block, in sixteenths of the steps, at `boundMeans`. */
  readonly bound: Uint8Array;
  /** Gap width (1, 2 or 4) in the high half, row form in the low half. */
  readonly form: Uint8Array;
  readonly bytes: Uint8Array;
  readonly boundMeans: readonly number[];
  /** With `forward`: where each document's terms begin in `forwardBytes`. */
  readonly forwardAt: Uint32Array;
  readonly forwardBytes: Uint8Array;
};

/** Bytes of one dense list. */
export function denseStride(count: number): number {
  return (count + 1) >>> 1;
}

/** What a segment holds in memory. */
export function bytesOf(segment: Segment): number {
  let sum = 0;
  for (const part of Object.values(segment)) if (ArrayBuffer.isView(part)) sum += part.byteLength;
  return sum;
}

/** How many postings block `block` of list `list` has. */
function blockLength(segment: Segment, list: number, block: number): number {
  const first = segment.firstBlock[list] ?? 0;
  return Math.min(blockSize, (segment.sizes[list] ?? 0) - (block - first) * blockSize);
}

/** Writes the documents of a block to `out` from `at`; returns their number. */
export function readDocuments(
  segment: Segment,
  list: number,
  block: number,
  out: Int32Array,
  at: number,
): number {
  const { bytes } = segment;
  const length = blockLength(segment, list, block);
  let from = segment.offset[block] ?? 0;
  let document = block > (segment.firstBlock[list] ?? 0) ? (segment.lastDocument[block - 1] ?? 0) : -1;
  const width = (segment.form[block] ?? 0) >>> 4;
  const end = at + length;
  if (width === 1) {
    for (let to = at; to < end; to++) {
      document += bytes[from++] as number;
      out[to] = document;
    }
  } else if (width === 2) {
    for (let to = at; to < end; to++, from += 2) {
      document += (bytes[from] as number) | ((bytes[from + 1] as number) << 8);
      out[to] = document;
    }
  } else {
    for (let to = at; to < end; to++, from += 4) {
      document +=
        (bytes[from] as number) |
        ((bytes[from + 1] as number) << 8) |
        ((bytes[from + 2] as number) << 16) |
        ((bytes[from + 3] as number) << 24);
      out[to] = document;
    }
  }
  return length;
}

/** Writes the rows of a block to `out` from `at`. */
export function readRows(segment: Segment, list: number, block: number, out: Uint16Array, at: number): void {
  const { bytes } = segment;
  const length = blockLength(segment, list, block);
  const form = segment.form[block] ?? 0;
  const from = (segment.offset[block] ?? 0) + length * (form >>> 4);
  switch (form & 15) {
    case rowForm.same:
      out.fill((bytes[from] as number) | ((bytes[from + 1] as number) << 8), at, at + length);
      return;
    case rowForm.nibble:
      for (let i = 0; i < length; i++)
        out[at + i] = ((bytes[from + (i >>> 1)] as number) >>> ((i & 1) << 2)) & 15;
      return;
    case rowForm.byte:
      for (let i = 0; i < length; i++) out[at + i] = bytes[from + i] as number;
      return;
    default:
      for (let i = 0; i < length; i++)
        out[at + i] = (bytes[from + 2 * i] as number) | ((bytes[from + 2 * i + 1] as number) << 8);
  }
}

/** The gap of `width` bytes at a place. */
export function readGap(bytes: Uint8Array, at: number, width: number): number {
  const low = (bytes[at] as number) | ((bytes[at + 1] as number) << 8);
  return width === 2 ? low : low | ((bytes[at + 2] as number) << 16) | ((bytes[at + 3] as number) << 24);
}

/** The row of one posting of a block. */
export function rowAt(segment: Segment, list: number, block: number, at: number): number {
  const { bytes } = segment;
  const form = segment.form[block] as number;
  const from = (segment.offset[block] as number) + blockLength(segment, list, block) * (form >>> 4);
  switch (form & 15) {
    case rowForm.same:
      return (bytes[from] as number) | ((bytes[from + 1] as number) << 8);
    case rowForm.nibble:
      return ((bytes[from + (at >>> 1)] as number) >>> ((at & 1) << 2)) & 15;
    case rowForm.byte:
      return bytes[from + at] as number;
    default:
      return (bytes[from + 2 * at] as number) | ((bytes[from + 2 * at + 1] as number) << 8);
  }
}

/** A whole list, documents counted from the segment's base; returns its size. */
export function readList(
  segment: Segment,
  list: number,
  documents: Int32Array,
  rows: Uint16Array,
  at = 0,
): number {
  const dense = segment.denseOf[list] ?? 0;
  if (dense > 0) return readDense(segment, dense - 1, documents, rows, at);
  let to = at;
  const end = segment.firstBlock[list + 1] ?? 0;
  for (let block = segment.firstBlock[list] ?? 0; block < end; block++) {
    readRows(segment, list, block, rows, to);
    to += readDocuments(segment, list, block, documents, to);
  }
  return to - at;
}

function readDense(
  segment: Segment,
  dense: number,
  documents: Int32Array,
  rows: Uint16Array,
  at: number,
): number {
  const start = dense * ((segment.count + 1) >>> 1);
  let to = at;
  for (let document = 0; document < segment.count; document++) {
    const half = ((segment.dense[start + (document >>> 1)] as number) >>> ((document & 1) << 2)) & 15;
    if (half === 0) continue;
    documents[to] = document;
    rows[to++] = segment.denseRows[dense * 16 + half] as number;
  }
  return to - at;
}

const documents = new Int32Array(blockSize);

/** Whether a list of a segment holds a document. */
export function holdsDocument(segment: Segment, list: number, document: number): boolean {
  const dense = segment.denseOf[list] as number;
  if (dense > 0) {
    const pair = segment.dense[(dense - 1) * denseStride(segment.count) + (document >>> 1)] as number;
    return ((pair >>> ((document & 1) << 2)) & 15) !== 0;
  }
  let low = segment.firstBlock[list] as number;
  const end = segment.firstBlock[list + 1] as number;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((segment.lastDocument[middle] as number) < document) low = middle + 1;
    else high = middle;
  }
  if (low === end) return false;
  const length = readDocuments(segment, list, low, documents, 0);
  for (let at = 0; at < length; at++) if (documents[at] === document) return true;
  return false;
}

export type TermRow = { readonly term: number; readonly row: number };

/** Collects the terms of documents one after the other: gaps of term numbers and rows as varints. */
export class ForwardWriter {
  private at = new Uint32Array(1024);
  private bytes = new Uint8Array(65_536);
  private used = 0;
  private count = 0;

  /** The next document with the entries from `from` to `to`. */
  add(terms: Int32Array, rows: Uint16Array, from: number, to: number): void {
    const entries = Array.from({ length: to - from }, (_, at) => from + at);
    entries.sort((a, b) => (terms[a] as number) - (terms[b] as number));
    this.bytes = grow(this.bytes, this.used + entries.length * 8);
    let before = 0;
    for (const entry of entries) {
      const term = terms[entry] as number;
      this.write(term - before);
      this.write(rows[entry] as number);
      before = term;
    }
    this.close();
  }

  /** The next document as it stands in a segment. */
  copy(segment: Segment, document: number): void {
    const [from, to] = [segment.forwardAt[document] ?? 0, segment.forwardAt[document + 1] ?? 0];
    this.bytes = grow(this.bytes, this.used + to - from);
    for (let at = from; at < to; at++) this.bytes[this.used++] = segment.forwardBytes[at] as number;
    this.close();
  }

  /** A document that went. */
  close(): void {
    this.count += 1;
    this.at = grow(this.at, this.count + 1);
    this.at[this.count] = this.used;
  }

  finish(segment: Segment): Segment {
    return {
      ...segment,
      forwardAt: this.at.slice(0, this.count + 1),
      forwardBytes: this.bytes.slice(0, this.used),
    };
  }

  private write(value: number): void {
    let rest = value;
    while (rest > 127) {
      this.bytes[this.used++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    this.bytes[this.used++] = rest;
  }
}

/** The terms of a document by the forward list of its segment. */
export function readForward({ forwardAt, forwardBytes }: Segment, document: number): readonly TermRow[] {
  const found: TermRow[] = [];
  let at = forwardAt[document] ?? 0;
  const end = forwardAt[document + 1] ?? 0;
  function read(): number {
    let [value, shift] = [0, 0];
    for (let byte = 128; byte > 127; shift += 7) {
      byte = forwardBytes[at++] as number;
      value |= (byte & 127) << shift;
    }
    return value;
  }
  for (let term = 0; at < end; ) {
    term += read();
    found.push({ term, row: read() });
  }
  return found;
}

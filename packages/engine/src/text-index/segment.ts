/** Postings of a block at most; a block of a dense list covers this many documents times eight. */
export const blockSize = 128;
export const denseBlockSize = 1024;

/** How the rows of a block stand; the bits of each of its document gaps are in the places above. */
export const rowForm = { same: 0, nibble: 1, byte: 2, pair: 3 } as const;
export const rowBits = 2;
const rowMask = (1 << rowBits) - 1;
export const rowFormOf = (form: number) => form & rowMask;
export const gapBitsOf = (form: number) => form >>> rowBits;

/** Gaps that fit a byte take one, for these are read fastest; wider ones than this take four bytes. */
export const leastGapBits = 8;
export const mostGapBits = 25;

/** Bytes of the gaps of a block; its rows follow. */
export const gapBytes = (length: number, bits: number) => (length * bits + 7) >>> 3;

/** Zeros after the last block: a gap is read with the bytes around it. */
export const padding = 4;

/**
 * Sealed postings of a contiguous span of slots, in arrays alone. Lists are numbered by `listOf`; the blocks of list i
 * are `firstBlock[i]` up to `firstBlock[i + 1]`. A list that more than a quarter of the documents hold is dense: half a byte
 * for every document of the span. Documents inside a segment count from its base.
 */
export type Segment = {
  readonly base: number;
  readonly count: number;
  /** By term number one bit: whether there is a list of it. Lists stand in the order of terms. */
  readonly held: Uint32Array;
  /** By 32 terms: how many lists stand before them. */
  readonly ranks: Uint32Array;
  /** By list: postings of its last block less one; of a dense list nothing. */
  readonly rests: Uint8Array;
  readonly firstBlock: Uint32Array;
  /** The lists that are dense, ascending, and how many postings each has. */
  readonly denseLists: Uint32Array;
  readonly denseSizes: Uint32Array;
  /** By dense list: sixteen rows, one for each half byte; half byte 0 is absence. */
  readonly denseRows: Uint16Array;
  readonly dense: Uint8Array;
  readonly lastDocument: Uint32Array;
  readonly offset: Uint32Array;
  /** At least the greatest number of steps in the block, in sixteenths of the steps, at `boundMeans`. */
  readonly bound: Uint8Array;
  /** Bits of a gap, and the row form in the lowest two. */
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

/** The number of a term's list, or -1. */
export function listOf({ held, ranks }: Segment, term: number): number {
  const word = held[term >>> 5] ?? 0;
  const bit = 1 << (term & 31);
  return (word & bit) === 0 ? -1 : (ranks[term >>> 5] as number) + countBits(word & (bit - 1));
}

/** How many bits of a word are set. */
function countBits(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return (((fours + (fours >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** By word of 32 bits: how many bits are set before it. */
export function ranksOf(held: Uint32Array): Uint32Array {
  let sum = 0;
  return held.map((word) => {
    const before = sum;
    sum += countBits(word);
    return before;
  });
}

/** The number of a dense list among the dense ones, or -1. */
export function denseOf({ denseLists }: Segment, list: number): number {
  let [low, high] = [0, denseLists.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((denseLists[middle] as number) < list) low = middle + 1;
    else high = middle;
  }
  return denseLists[low] === list ? low : -1;
}

/** How many postings a list has. */
export function sizeOf(segment: Segment, list: number): number {
  const dense = denseOf(segment, list);
  if (dense >= 0) return segment.denseSizes[dense] as number;
  const blocks = (segment.firstBlock[list + 1] as number) - (segment.firstBlock[list] as number);
  return (blocks - 1) * blockSize + (segment.rests[list] as number) + 1;
}

/** How many postings block `block` of list `list` has. */
function blockLength({ firstBlock, rests }: Segment, list: number, block: number): number {
  return block + 1 < (firstBlock[list + 1] as number) ? blockSize : (rests[list] as number) + 1;
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
  const bits = gapBitsOf(segment.form[block] ?? 0);
  const end = at + length;
  if (bits === leastGapBits) {
    for (let to = at; to < end; to++) {
      document += bytes[from++] as number;
      out[to] = document;
    }
  } else if (bits <= 16) {
    const mask = (1 << bits) - 1;
    for (let to = at, place = from << 3; to < end; to++, place += bits) {
      const first = place >>> 3;
      document +=
        (((bytes[first] as number) |
          ((bytes[first + 1] as number) << 8) |
          ((bytes[first + 2] as number) << 16)) >>>
          (place & 7)) &
        mask;
      out[to] = document;
    }
  } else for (let to = at; to < end; to++) out[to] = document += readGap(bytes, from, to - at, bits);
  return length;
}

/** Writes the rows of a block to `out` from `at`. */
export function readRows(segment: Segment, list: number, block: number, out: Uint16Array, at: number): void {
  const { bytes } = segment;
  const length = blockLength(segment, list, block);
  const form = segment.form[block] ?? 0;
  const from = (segment.offset[block] ?? 0) + gapBytes(length, gapBitsOf(form));
  switch (rowFormOf(form)) {
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

/** Gap `at` of those of `bits` bits that begin at a byte. */
export function readGap(bytes: Uint8Array, from: number, at: number, bits: number): number {
  const place = at * bits;
  const first = from + (place >>> 3);
  const four =
    (bytes[first] as number) |
    ((bytes[first + 1] as number) << 8) |
    ((bytes[first + 2] as number) << 16) |
    ((bytes[first + 3] as number) << 24);
  return bits === 32 ? four : (four >>> (place & 7)) & ((1 << bits) - 1);
}

/** The row of one posting of a block. */
export function rowAt(segment: Segment, list: number, block: number, at: number): number {
  const { bytes } = segment;
  const form = segment.form[block] as number;
  const from =
    (segment.offset[block] as number) + gapBytes(blockLength(segment, list, block), gapBitsOf(form));
  switch (rowFormOf(form)) {
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
  const dense = denseOf(segment, list);
  if (dense >= 0) return readDense(segment, dense, documents, rows, at);
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
  const dense = denseOf(segment, list);
  if (dense >= 0) {
    const pair = segment.dense[dense * denseStride(segment.count) + (document >>> 1)] as number;
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

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

import { blockSize, rowForm, type Segment } from "./segment.ts";

/** How many postings block `block` of list `list` has. */
export function blockLength(segment: Segment, list: number, block: number): number {
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

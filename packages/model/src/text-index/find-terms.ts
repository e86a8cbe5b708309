import type { TermRow } from "./forward-list.ts";
import { blockLength, readDocuments, readRows } from "./read-block.ts";
import { blockSize, type Segment } from "./segment.ts";

const documents = new Int32Array(blockSize);
const rows = new Uint16Array(blockSize);

/** The terms of a document where no forward list is kept: every list is asked. Costs some ms per million postings. */
export function findTerms(segment: Segment, document: number): readonly TermRow[] {
  const found: TermRow[] = [];
  for (let term = 0; term < segment.localOf.length; term++) {
    const list = (segment.localOf[term] as number) - 1;
    if (list < 0) continue;
    const row = findRow(segment, list, document);
    if (row >= 0) found.push({ term, row });
  }
  return found;
}

/** The row of a document in a list, or -1. */
function findRow(segment: Segment, list: number, document: number): number {
  const dense = segment.denseOf[list] as number;
  if (dense > 0) {
    const place = (dense - 1) * ((segment.count + 1) >>> 1) + (document >>> 1);
    const half = ((segment.dense[place] as number) >>> ((document & 1) << 2)) & 15;
    return half === 0 ? -1 : (segment.denseRows[(dense - 1) * 16 + half] as number);
  }
  let low = segment.firstBlock[list] as number;
  const end = segment.firstBlock[list + 1] as number;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((segment.lastDocument[middle] as number) < document) low = middle + 1;
    else high = middle;
  }
  if (low === end) return -1;
  readDocuments(segment, list, low, documents, 0);
  const at = documents.subarray(0, blockLength(segment, list, low)).indexOf(document);
  if (at < 0) return -1;
  readRows(segment, list, low, rows, 0);
  return rows[at] as number;
}

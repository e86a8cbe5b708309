import { readDocuments } from "./read-block.ts";
import { blockSize, denseStride, type Segment } from "./segment.ts";

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

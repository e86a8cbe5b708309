import type { Head } from "./head.ts";
import type { SaturationTable } from "./saturation-table.ts";
import type { Segment } from "./segment.ts";
import { SegmentWriter } from "./segment-writer.ts";

/** The head as a segment: its entries sorted by term by counting, documents that went left out. */
export function sealHead(
  head: Head,
  terms: number,
  alive: Uint8Array,
  table: SaturationTable,
  classes: Uint16Array,
): Segment {
  const starts = new Uint32Array(terms + 1);
  for (let at = 0; at < head.count; at++) {
    if (alive[head.base + at] === 0) continue;
    const end = head.starts[at + 1] as number;
    for (let entry = head.starts[at] as number; entry < end; entry++)
      (starts[(head.terms[entry] as number) + 1] as number)++;
  }
  let [lists, longest] = [0, 0];
  for (let term = 0; term < terms; term++) {
    const size = starts[term + 1] as number;
    if (size > 0) lists++;
    if (size > longest) longest = size;
    starts[term + 1] = size + (starts[term] as number);
  }
  const documents = new Int32Array(starts[terms] as number);
  const rows = new Uint16Array(documents.length);
  for (let at = 0; at < head.count; at++) {
    if (alive[head.base + at] === 0) continue;
    const end = head.starts[at + 1] as number;
    for (let entry = head.starts[at] as number; entry < end; entry++) {
      const place = (starts[head.terms[entry] as number] as number)++;
      documents[place] = at;
      rows[place] = head.rows[entry] as number;
    }
  }
  const writer = new SegmentWriter(head.base, head.count, terms, lists, table, classes);
  let from = 0;
  for (let term = 0; term < terms; term++) {
    const to = starts[term] as number;
    if (to > from) writer.addList(term, documents, rows, from, to);
    from = to;
  }
  return writer.finish();
}

import { ForwardWriter } from "./forward-list.ts";
import { grow } from "./grow.ts";
import { readList } from "./read-block.ts";
import type { SaturationTable } from "./saturation-table.ts";
import type { Segment } from "./segment.ts";
import { SegmentWriter } from "./segment-writer.ts";

export type MergePlan = {
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
  const terms = Math.max(0, ...parts.map(({ localOf }) => localOf.length));
  let lists = 0;
  for (let term = 0; term < terms; term++) if (parts.some(({ localOf }) => (localOf[term] ?? 0) > 0)) lists++;
  const writer = new SegmentWriter(base, count, terms, lists, table, classes);
  let documents = new Int32Array(1024);
  let rows = new Uint16Array(1024);
  for (let term = 0; term < terms; term++) {
    let size = 0;
    for (const part of parts) {
      const list = (part.localOf[term] ?? 0) - 1;
      if (list < 0) continue;
      const needed = size + (part.sizes[list] ?? 0);
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

import type { DocumentTable } from "./document-table.ts";
import { findTerms } from "./find-terms.ts";
import { ForwardWriter, readForward, type TermRow } from "./forward-list.ts";
import { Head } from "./head.ts";
import { mergeSegments } from "./merge-segments.ts";
import type { SaturationTable } from "./saturation-table.ts";
import { sealHead } from "./seal-head.ts";
import { bytesOf, type Segment } from "./segment.ts";

/** Documents that wait in the head while only puts come, and so many segments of like size become one. */
const sealedAt = 16_384;
const fanIn = 8;

/** The postings: sealed segments in the order of slots, then the head. */
export class PostingStore {
  segments: Segment[];
  readonly head: Head;
  private readonly documents: DocumentTable;
  private readonly forward: boolean;

  constructor(documents: DocumentTable, forward: boolean, segments: Segment[] = []) {
    this.documents = documents;
    this.forward = forward;
    this.segments = segments;
    this.head = new Head(documents.slots);
  }

  get bytes(): number {
    return this.segments.reduce((sum, segment) => sum + bytesOf(segment), 0) + 6 * this.head.used;
  }

  get isFull(): boolean {
    return this.head.count >= sealedAt;
  }

  /** The terms of a slot. */
  entriesOf(slot: number): readonly TermRow[] {
    const { head } = this;
    if (slot >= head.base) {
      const [from, to] = head.spanOf(slot);
      return Array.from({ length: to - from }, (_, at) => ({
        term: head.terms[from + at] ?? 0,
        row: head.rows[from + at] ?? 0,
      }));
    }
    const segment = this.segments.find(({ base, count }) => slot >= base && slot < base + count);
    if (!segment) return [];
    return this.forward ? readForward(segment, slot - segment.base) : findTerms(segment, slot - segment.base);
  }

  /** Turns the head into a segment, then merges the last ones where enough are alike in size. */
  seal(terms: number, table: SaturationTable): void {
    const { head, documents } = this;
    if (head.count === 0) return;
    const sealed = sealHead(head, terms, documents.alive, table, documents.classes);
    this.segments.push(this.forward ? this.withForward(sealed) : sealed);
    head.clear(head.base + head.count);
    for (let tail = this.tailOfLike(); tail >= fanIn; tail = this.tailOfLike()) this.mergeTail(tail, table);
  }

  /** All in one segment, without a gap. */
  pack(terms: number, table: SaturationTable): void {
    this.seal(terms, table);
    const { documents, forward, segments } = this;
    const isPacked = segments.length <= 1 && documents.size === documents.slots;
    if (isPacked) return;
    const places = documents.pack();
    const { classes, slots } = documents;
    this.segments =
      slots === 0
        ? []
        : [mergeSegments({ parts: segments, places, base: 0, count: slots, forward, table, classes })];
    this.head.clear(slots);
  }

  private withForward(sealed: Segment): Segment {
    const { head, documents } = this;
    const writer = new ForwardWriter();
    for (let at = 0; at < head.count; at++) {
      if (documents.alive[head.base + at] === 0) writer.close();
      else writer.add(head.terms, head.rows, head.starts[at] ?? 0, head.starts[at + 1] ?? 0);
    }
    return writer.finish(sealed);
  }

  private tailOfLike(): number {
    const { segments } = this;
    const last = segments[segments.length - 1]?.count ?? 0;
    let tail = 0;
    while ((segments[segments.length - 1 - tail]?.count ?? Number.POSITIVE_INFINITY) < fanIn * last) tail++;
    return tail;
  }

  private mergeTail(tail: number, table: SaturationTable): void {
    const { documents, forward, segments } = this;
    const parts = segments.splice(segments.length - tail);
    const base = parts[0]?.base ?? 0;
    const count = parts.reduce((sum, part) => sum + part.count, 0);
    const places = new Int32Array(count);
    for (let at = 0; at < count; at++) places[at] = documents.alive[base + at] === 0 ? -1 : at;
    segments.push(mergeSegments({ parts, places, base, count, forward, table, classes: documents.classes }));
  }
}

import { ForwardWriter, readForward, type TermRow } from "./forward.ts";
import type { SaturationTable } from "./saturation.ts";
import { bytesOf, holdsDocument, listOf, type Segment } from "./segment.ts";
import { mergeSegments, SegmentWriter } from "./segment-writer.ts";
import { type DocumentTable, grow, type TermTable } from "./tables.ts";

/** The newest documents, one after the other, each with its terms and their rows; searched by reading all of it. */
export class Head {
  /** The slot of the first document here. */
  base: number;
  count = 0;
  used = 0;
  starts = new Uint32Array(256);
  terms = new Int32Array(4096);
  rows = new Uint16Array(4096);

  constructor(base: number) {
    this.base = base;
  }

  /** Opens the next document; its entries follow. */
  open(entries: number): void {
    this.starts = grow(this.starts, this.count + 2);
    this.terms = grow(this.terms, this.used + entries);
    this.rows = grow(this.rows, this.used + entries);
    this.count += 1;
    this.starts[this.count] = this.used;
  }

  add(term: number, row: number): void {
    this.terms[this.used] = term;
    this.rows[this.used] = row;
    this.used += 1;
    this.starts[this.count] = this.used;
  }

  /** The entries of a slot as a span of `terms` and `rows`. */
  spanOf(slot: number): readonly [from: number, to: number] {
    return [this.starts[slot - this.base] ?? 0, this.starts[slot - this.base + 1] ?? 0];
  }

  clear(base: number): void {
    this.base = base;
    this.count = 0;
    this.used = 0;
  }
}

/** The head as a segment: its entries sorted by term by counting, documents that went left out. */
function sealHead(
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

/** Documents that wait in the head while only puts come, and so many segments of like size become one. */
const sealedAt = 16_384;
const fanIn = 8;

/** Documents that went and whose terms are not known, before segments are rewritten. */
const goneLimit = 1024;

/** The postings: sealed segments in the order of slots, then the head. */
export class PostingStore {
  segments: Segment[];
  readonly head: Head;
  private readonly terms: TermTable;
  private readonly documents: DocumentTable;
  /** Sealed slots that went and still count in the frequencies of their terms. */
  private gone: number[] = [];
  private readonly goneByTerm = new Map<number, number>();
  private readonly forward: boolean;

  constructor(terms: TermTable, documents: DocumentTable, forward: boolean, segments: Segment[] = []) {
    this.terms = terms;
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

  /** The terms of a slot; of a sealed one only with `forward`. */
  entriesOf(slot: number): readonly TermRow[] {
    const { head } = this;
    if (slot >= head.base) {
      const [from, to] = head.spanOf(slot);
      return Array.from({ length: to - from }, (_, at) => ({
        term: head.terms[from + at] ?? 0,
        row: head.rows[from + at] ?? 0,
      }));
    }
    const segment = this.segmentOf(slot);
    return segment ? readForward(segment, slot - segment.base) : [];
  }

  /** Lowers the frequencies of a slot's terms: at once where its terms are known, else by `frequencyOf` until a merge. */
  release(slot: number): void {
    if (this.forward || slot >= this.head.base) {
      for (const { term } of this.entriesOf(slot)) (this.terms.frequencies[term] as number)--;
      return;
    }
    this.gone.push(slot);
    this.goneByTerm.clear();
  }

  /** How many live documents hold a term. */
  frequencyOf(term: number): number {
    const counted = this.terms.frequencies[term] ?? 0;
    if (this.gone.length === 0) return counted;
    let gone = this.goneByTerm.get(term);
    if (gone === undefined) {
      gone = this.gone.filter((slot) => this.isHeld(term, slot)).length;
      this.goneByTerm.set(term, gone);
    }
    return counted - gone;
  }

  private isHeld(term: number, slot: number): boolean {
    const segment = this.segmentOf(slot);
    const list = segment ? listOf(segment, term) : -1;
    return segment !== undefined && list >= 0 && holdsDocument(segment, list, slot - segment.base);
  }

  private segmentOf(slot: number): Segment | undefined {
    return this.segments.find(({ base, count }) => slot >= base && slot < base + count);
  }

  /** Turns the head into a segment, then merges the last ones where enough are alike in size. */
  seal(table: SaturationTable): void {
    const { head, documents } = this;
    if (head.count === 0) return;
    const sealed = sealHead(head, this.terms.size, documents.alive, table, documents.classes);
    this.segments.push(this.forward ? this.withForward(sealed) : sealed);
    head.clear(head.base + head.count);
    for (let tail = this.tailOfLike(); tail >= fanIn; tail = this.tailOfLike()) this.mergeTail(tail, table);
  }

  /** Rewrites what has too many documents that went for `frequencyOf` to look for. */
  settle(table: SaturationTable): void {
    if (this.gone.length < goneLimit) return;
    this.segments = this.segments.map((segment) => {
      const { base, count } = segment;
      const isTouched = this.gone.some((slot) => slot >= base && slot < base + count);
      return isTouched ? this.merge([segment], this.placesOf(base, count), base, count, table) : segment;
    });
  }

  /** All in one segment, without a gap. */
  pack(table: SaturationTable): void {
    this.seal(table);
    const { documents, segments } = this;
    const isPacked = segments.length <= 1 && documents.size === documents.slots;
    if (isPacked) return;
    const places = documents.pack();
    const count = documents.slots;
    const merged = this.merge(segments, places, 0, count, table);
    this.segments = count === 0 ? [] : [merged];
    this.head.clear(count);
  }

  private merge(
    parts: readonly Segment[],
    places: Int32Array,
    base: number,
    count: number,
    table: SaturationTable,
  ): Segment {
    const { documents, forward, terms } = this;
    const from = parts[0]?.base ?? 0;
    const to = from + places.length;
    this.gone = this.gone.filter((slot) => slot < from || slot >= to);
    this.goneByTerm.clear();
    const released = forward ? undefined : terms.frequencies;
    return mergeSegments({
      parts,
      places,
      base,
      count,
      forward,
      released,
      table,
      classes: documents.classes,
    });
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
    const { segments } = this;
    const parts = segments.splice(segments.length - tail);
    const base = parts[0]?.base ?? 0;
    const count = parts.reduce((sum, part) => sum + part.count, 0);
    segments.push(this.merge(parts, this.placesOf(base, count), base, count, table));
  }

  private placesOf(base: number, count: number): Int32Array {
    const { alive } = this.documents;
    const places = new Int32Array(count);
    for (let at = 0; at < count; at++) places[at] = alive[base + at] === 0 ? -1 : at;
    return places;
  }
}

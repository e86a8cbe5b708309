import { PostingStore } from "./posting-store.ts";
import { TupleTable } from "./saturation.ts";
import type { Segment } from "./segment.ts";
import { DocumentTable, endsOf, StringColumn, TermTable } from "./tables.ts";
import type { TextIndexOptions } from "./text-index.ts";

/** What an index is made of; a snapshot holds the same. */
export type IndexParts = {
  readonly terms: TermTable;
  readonly documents: DocumentTable;
  /** Row 0 is absence: it adds nothing. */
  readonly rows: TupleTable;
  readonly classes: TupleTable;
  /** By field: the sum of lengths, and the documents that have the field. */
  readonly lengths: readonly { total: number; documents: number }[];
  readonly store: PostingStore;
};

const snapshotVersion = 3;

/** What stands before the arrays of a snapshot, as JSON. */
type SnapshotHeader = {
  readonly version: number;
  readonly options: TextIndexOptions;
  readonly rows: readonly (readonly number[])[];
  readonly classes: readonly (readonly number[])[];
  readonly lengths: readonly { readonly total: number; readonly documents: number }[];
  readonly segment: { readonly count: number; readonly boundMeans: readonly number[] } | undefined;
  /** Name, element size and length of each array, in order; each begins at a multiple of eight. */
  readonly arrays: readonly (readonly [name: string, size: number, length: number])[];
};

type Part = Uint8Array | Uint16Array | Uint32Array | Int32Array;

/** An index in one packed segment as bytes: length of the header, header, arrays. */
export function writeSnapshot(options: TextIndexOptions, index: IndexParts): Uint8Array {
  const { terms, documents, rows, classes, lengths, store } = index;
  const segment = store.segments[0];
  const words = Array.from({ length: terms.size }, (_, at) => terms.termOf(at));
  const ids = Array.from({ length: documents.slots }, (_, slot) => documents.idOf(slot) ?? "");
  const encoder = new TextEncoder();
  const parts: Record<string, Part> = {
    terms: encoder.encode(words.join("")),
    termEnds: endsOf(words),
    termSlots: terms.slots,
    ids: encoder.encode(ids.join("")),
    idEnds: endsOf(ids),
    frequencies: terms.frequencies.subarray(0, terms.size),
    documentClasses: documents.classes.subarray(0, documents.slots),
    ...(segment ? arraysOf(segment) : {}),
  };
  const header: SnapshotHeader = {
    version: snapshotVersion,
    options,
    rows: rows.tuples,
    classes: classes.tuples,
    lengths,
    segment: segment && { count: segment.count, boundMeans: segment.boundMeans },
    arrays: Object.entries(parts).map(([name, part]) => [name, part.BYTES_PER_ELEMENT, part.length]),
  };
  const head = encoder.encode(JSON.stringify(header));
  const all = [new Uint32Array([head.length]), head, ...Object.values(parts)];
  const bytes = new Uint8Array(all.reduce((sum, part) => roundUp(sum + part.byteLength), 0));
  let at = 0;
  for (const part of all) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
    at = roundUp(at + part.byteLength);
  }
  return bytes;
}

function roundUp(bytes: number): number {
  return (bytes + 7) & ~7;
}

function arraysOf(segment: Segment): Record<string, Part> {
  const entries = Object.entries(segment).flatMap(([name, value]) =>
    ArrayBuffer.isView(value) ? [[name, value]] : [],
  );
  return Object.fromEntries(entries) as Record<string, Part>;
}

/** What the bytes of a snapshot hold; postings are read from the bytes where they stand. */
export function readSnapshot(bytes: Uint8Array): {
  readonly options: TextIndexOptions;
  readonly parts: IndexParts;
} {
  // A copy, which the slice of a Buffer is not.
  const aligned = bytes.byteOffset % 8 === 0 ? bytes : new Uint8Array(bytes);
  const { buffer, byteOffset } = aligned;
  const length = new Uint32Array(buffer, byteOffset, 1)[0] ?? 0;
  const header = JSON.parse(new TextDecoder().decode(aligned.subarray(8, 8 + length))) as SnapshotHeader;
  if (header.version !== snapshotVersion)
    throw new Error(`snapshot of version ${header.version} cannot be read`);
  const arrays = new Map<string, Uint8Array>();
  let at = 8 + roundUp(length);
  for (const [name, size, count] of header.arrays) {
    arrays.set(name, aligned.subarray(at, at + size * count));
    at += roundUp(size * count);
  }
  const narrow = (name: string) => arrays.get(name) ?? new Uint8Array(0);
  const pairs = (name: string) => new Uint16Array(buffer, narrow(name).byteOffset, narrow(name).length >>> 1);
  const quads = (name: string) => new Uint32Array(buffer, narrow(name).byteOffset, narrow(name).length >>> 2);
  const signed = (name: string) => new Int32Array(buffer, narrow(name).byteOffset, narrow(name).length >>> 2);
  const strings = (name: string, ends: string) =>
    new StringColumn(new TextDecoder("utf-8", { ignoreBOM: true }).decode(narrow(name)), quads(ends));
  const terms = new TermTable(
    strings("terms", "termEnds"),
    quads("frequencies").slice(),
    signed("termSlots").slice(),
  );
  const documents = new DocumentTable(strings("ids", "idEnds"), pairs("documentClasses"));
  const segment: Segment | undefined = header.segment && {
    base: 0,
    count: header.segment.count,
    boundMeans: header.segment.boundMeans,
    held: quads("held"),
    ranks: quads("ranks"),
    rests: narrow("rests"),
    firstBlock: quads("firstBlock"),
    denseLists: quads("denseLists"),
    denseSizes: quads("denseSizes"),
    denseRows: pairs("denseRows"),
    dense: narrow("dense"),
    lastDocument: quads("lastDocument"),
    offset: quads("offset"),
    bound: narrow("bound"),
    form: narrow("form"),
    bytes: narrow("bytes"),
    forwardAt: quads("forwardAt"),
    forwardBytes: narrow("forwardBytes"),
  };
  const parts = {
    terms,
    documents,
    rows: new TupleTable(header.rows),
    classes: new TupleTable(header.classes),
    lengths: header.lengths.map((sum) => ({ ...sum })),
    store: new PostingStore(terms, documents, header.options.forward ?? false, segment ? [segment] : []),
  };
  return { options: header.options, parts };
}

import { createIndexOf } from "./create-text-index.ts";
import { DocumentTable } from "./document-table.ts";
import { PostingStore } from "./posting-store.ts";
import type { Segment } from "./segment.ts";
import { StringColumn } from "./string-column.ts";
import { TermTable } from "./term-table.ts";
import type { TextIndex } from "./text-index.ts";
import { TupleTable } from "./tuple-table.ts";
import { roundUp, type SnapshotHeader, snapshotVersion } from "./write-snapshot.ts";

/**
 * The index whose snapshot the bytes are; it keeps the bytes and reads postings from them where they stand.
 * @example loadTextIndex(index.toSnapshot()).search(clauses, { k: 10 })
 */
export function loadTextIndex(bytes: Uint8Array): TextIndex {
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
    localOf: signed("localOf"),
    sizes: quads("sizes"),
    firstBlock: quads("firstBlock"),
    denseOf: pairs("denseOf"),
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
  return createIndexOf(header.options, {
    terms,
    documents,
    rows: new TupleTable(header.rows),
    classes: new TupleTable(header.classes),
    lengths: header.lengths.map((sum) => ({ ...sum })),
    store: new PostingStore(terms, documents, header.options.forward ?? false, segment ? [segment] : []),
  });
}

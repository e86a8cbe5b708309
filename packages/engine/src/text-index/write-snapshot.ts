import type { IndexParts } from "./index-parts.ts";
import type { Segment } from "./segment.ts";
import { endsOf } from "./string-column.ts";
import type { TextIndexOptions } from "./text-index.ts";

export const snapshotVersion = 2;

/** What stands before the arrays of a snapshot, as JSON. */
export type SnapshotHeader = {
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

export function roundUp(bytes: number): number {
  return (bytes + 7) & ~7;
}

function arraysOf(segment: Segment): Record<string, Part> {
  const entries = Object.entries(segment).flatMap(([name, value]) =>
    ArrayBuffer.isView(value) ? [[name, value]] : [],
  );
  return Object.fromEntries(entries) as Record<string, Part>;
}

import { type DocumentTable, grow } from "./tables.ts";

export type WeightedTerm = { readonly term: string; readonly weight: number };

/**
 * One clause of a query: tf and df of its members are summed by weight before BM25 saturates, so that a sense with many
 * names is one pseudo-term. A plain word is a clause of one member.
 */
export type Clause = { readonly members: readonly WeightedTerm[]; readonly weight: number };

/** A field of a document: its boost, and b, the share of its length that is normalised (0 to 1). */
export type FieldSpec = { readonly name: string; readonly boost: number; readonly b: number };

/** `k1` saturates (1.2 unless told); `forward` keeps the terms of each document for `termsOf`. */
export type TextIndexOptions = {
  readonly fields: readonly FieldSpec[];
  readonly k1?: number;
  readonly forward?: boolean;
};

export type TextHit = { readonly id: string; readonly score: number };

/**
 * Which documents a search may answer with. `accepts` gives the same answer for the same id as long as the filter lives;
 * an index asks it once for each document and keeps the answer. `ids` lists the accepted ids where they are known.
 */
export type TextFilter = {
  readonly accepts: (id: string) => boolean;
  readonly ids?: readonly string[];
};

export type TextSearchOptions = { readonly k: number; readonly accept?: TextFilter };

/** Fielded BM25 over any tokens. Scores follow from the documents in it alone, never from how they came. [TI1] */
export type TextIndex = {
  readonly size: number;
  /** What the postings hold in memory; words and ids come on top. */
  readonly bytes: number;
  /** Adds a document, or replaces the one of the same id: the tokens of each field in order, with repeats. */
  put(id: string, fields: Readonly<Record<string, readonly string[]>>): void;
  /** Takes a document out; false when there was none. The index is then as if it had never been put in. */
  remove(id: string): boolean;
  has(id: string): boolean;
  /** The k best documents with a score above zero, exactly, ties by id. */
  search(clauses: readonly Clause[], options: TextSearchOptions): readonly TextHit[];
  /** How many documents hold the term in any field. */
  documentFrequency(term: string): number;
  /** The terms of a document with their occurrences over all fields, as stored ([TI3]); throws without `forward`. */
  termsOf(id: string): readonly { readonly term: string; readonly count: number }[];
  /** Puts all postings into one piece, as after a load; worth its time after many changes. Answers stay the same. */
  pack(): void;
  /** The whole index as bytes for `loadTextIndex`. */
  toSnapshot(): Uint8Array;
};

/** A filter that accepts the listed ids. */
export function acceptIds(ids: readonly string[]): TextFilter {
  const listed = new Set(ids);
  return { accepts: (id) => listed.has(id), ids: [...listed] };
}

/** A filter as an index sees it: 1 for every accepted slot, and those slots in order. */
export type ResolvedFilter = { mask: Uint8Array; slots: Int32Array; count: number; seen: number };

/** A filter that fewer than one in so many pass leads the search itself. */
const sparseShare = 16;

export function isLeading(filter: ResolvedFilter | undefined): filter is ResolvedFilter {
  return filter !== undefined && filter.count * sparseShare < filter.mask.length;
}

/** The place of the first accepted slot from a slot on. */
export function firstAtLeast({ slots, count }: ResolvedFilter, slot: number): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((slots[middle] as number) < slot) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Asks a filter only about documents that came since it was last used here. */
export function resolveFilter(
  filter: TextFilter,
  documents: DocumentTable,
  known: WeakMap<TextFilter, ResolvedFilter>,
): ResolvedFilter {
  let resolved = known.get(filter);
  if (!resolved) {
    resolved = { mask: new Uint8Array(documents.slots), slots: new Int32Array(64), count: 0, seen: 0 };
    known.set(filter, resolved);
    if (filter.ids && filter.ids.length * 8 < documents.slots) {
      const slots = filter.ids.map((id) => documents.find(id)).filter((slot) => slot >= 0);
      for (const slot of slots.sort((a, b) => a - b)) accept(resolved, slot);
      resolved.seen = documents.slots;
    }
  }
  resolved.mask = grow(resolved.mask, documents.slots);
  for (; resolved.seen < documents.slots; resolved.seen++) {
    const id = documents.idOf(resolved.seen);
    if (id !== undefined && filter.accepts(id)) accept(resolved, resolved.seen);
  }
  return resolved;
}

function accept(resolved: ResolvedFilter, slot: number): void {
  resolved.mask[slot] = 1;
  resolved.slots = grow(resolved.slots, resolved.count + 1);
  resolved.slots[resolved.count++] = slot;
}

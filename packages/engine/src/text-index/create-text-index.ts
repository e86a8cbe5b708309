import { PostingStore } from "./posting-store.ts";
import { searchAccepted } from "./probe-lists.ts";
import { listClause, weighClauses } from "./query-list.ts";
import { levelOf, roundMean, SaturationTable, saturationSteps, TupleTable } from "./saturation.ts";
import { searchHead, searchSegment } from "./search-segment.ts";
import { type IndexParts, readSnapshot, writeSnapshot } from "./snapshot.ts";
import { DocumentTable, grow, TermTable } from "./tables.ts";
import {
  type Clause,
  isLeading,
  type ResolvedFilter,
  resolveFilter,
  type TextFilter,
  type TextHit,
  type TextIndex,
  type TextIndexOptions,
  type TextSearchOptions,
} from "./text-index.ts";
import { TopSlots } from "./top-slots.ts";

/** Counts above this are stored as this. */
const highestCount = 255;

/** The distinct terms of one document, in the order of first use, with their count in each field. */
class TermTally {
  terms = new Int32Array(256);
  size = 0;
  private readonly width: number;
  private counts = new Int32Array(256);
  /** By term, two numbers side by side: the turn in which it was met last, and its place then. */
  private marks = new Int32Array(2048);
  private turn = 0;
  private readonly level: number[];

  constructor(width: number) {
    this.width = width;
    this.level = Array.from({ length: width }, () => 0);
  }

  clear(): void {
    this.turn += 1;
    this.size = 0;
  }

  count(term: number, field: number): void {
    const { width } = this;
    if (2 * term + 1 >= this.marks.length) this.marks = grow(this.marks, 2 * term + 2);
    const { marks } = this;
    let place = marks[2 * term + 1] as number;
    if (marks[2 * term] !== this.turn) {
      place = this.size++;
      marks[2 * term] = this.turn;
      marks[2 * term + 1] = place;
      this.terms = grow(this.terms, this.size);
      this.counts = grow(this.counts, this.size * width);
      this.terms[place] = term;
      for (let each = 0; each < width; each++) this.counts[place * width + each] = 0;
    }
    (this.counts[place * width + field] as number)++;
  }

  /** The counts of an entry as levels, one a field; the array is used again by the next call. */
  levelsOf(entry: number): readonly number[] {
    const { width, level, counts } = this;
    for (let field = 0; field < width; field++)
      level[field] = levelOf(Math.min(highestCount, counts[entry * width + field] as number));
    return level;
  }
}

/** The head is read whole by every search, so a search finds at most this many documents in it. */
const headLimit = 256;

/**
 * An empty index over the given fields.
 * @example createTextIndex({ fields: [{ name: "body", boost: 1, b: 0.75 }] })
 */
export function createTextIndex(options: TextIndexOptions): TextIndex {
  const terms = new TermTable();
  const documents = new DocumentTable();
  return createIndexOf(options, {
    terms,
    documents,
    rows: new TupleTable([options.fields.map(() => 0)]),
    classes: new TupleTable(),
    lengths: options.fields.map(() => ({ total: 0, documents: 0 })),
    store: new PostingStore(terms, documents, options.forward ?? false),
  });
}

/**
 * The index whose snapshot the bytes are; it keeps the bytes and reads postings from them where they stand.
 * @example loadTextIndex(index.toSnapshot()).search(clauses, { k: 10 })
 */
export function loadTextIndex(bytes: Uint8Array): TextIndex {
  const { options, parts } = readSnapshot(bytes);
  return createIndexOf(options, parts);
}

function createIndexOf(options: TextIndexOptions, parts: IndexParts): TextIndex {
  const { fields, k1 = 1.2, forward = false } = options;
  const { terms, documents, rows, classes, lengths, store } = parts;
  const table = new SaturationTable(fields, k1);
  const tally = new TermTally(fields.length);
  let filters = new WeakMap<TextFilter, ResolvedFilter>();

  function prepareTable(): SaturationTable {
    const means = lengths.map(({ total, documents: count }) => roundMean(count > 0 ? total / count : 0));
    table.prepare(means, rows, classes);
    return table;
  }

  function put(id: string, given: Readonly<Record<string, readonly string[]>>): void {
    remove(id);
    tally.clear();
    for (let at = 0; at < fields.length; at++)
      for (const token of given[fields[at]?.name ?? ""] ?? []) tally.count(terms.intern(token), at);
    const { head } = store;
    head.open(tally.size);
    for (let at = 0; at < tally.size; at++) {
      const term = tally.terms[at] as number;
      head.add(term, rows.intern(tally.levelsOf(at)));
      (terms.frequencies[term] as number)++;
    }
    const lengthClass = classes.intern(fields.map(({ name }) => levelOf(given[name]?.length ?? 0)));
    documents.add(id, lengthClass);
    addLengths(lengthClass, 1);
    if (store.isFull) store.seal(prepareTable());
  }

  function remove(id: string): boolean {
    const slot = documents.find(id);
    if (slot < 0) return false;
    store.release(slot);
    addLengths(documents.classes[slot] as number, -1);
    documents.remove(slot);
    if (documents.slots > 1024 && documents.size * 2 < documents.slots) pack();
    else store.settle(prepareTable());
    return true;
  }

  function addLengths(lengthClass: number, sign: 1 | -1): void {
    const values = classes.valuesOf(lengthClass);
    for (const [at, sum] of lengths.entries()) {
      const length = values[at] ?? 0;
      sum.total += sign * length;
      if (length > 0) sum.documents += sign;
    }
  }

  function pack(): void {
    store.pack(prepareTable());
    filters = new WeakMap();
  }

  function documentFrequency(term: string): number {
    const number = terms.find(term);
    return number < 0 ? 0 : store.frequencyOf(number);
  }

  function search(given: readonly Clause[], { k, accept }: TextSearchOptions): readonly TextHit[] {
    const { clauses, worth } = weighClauses(given, documents.size, documentFrequency);
    if (clauses.length === 0 || k <= 0) return [];
    prepareTable();
    if (store.head.count > headLimit) store.seal(table);
    const top = new TopSlots(k, (slot) => documents.idOf(slot));
    const filter = accept ? resolveFilter(accept, documents, filters) : undefined;
    const shared = { table, classes: documents.classes, alive: documents.alive, filter, top };
    searchHead({ ...shared, head: store.head, clauses, terms, k1 });
    for (const segment of store.segments) {
      const context = { ...shared, segment, terms, k1, isLed: isLeading(filter) };
      const lists = clauses.flatMap((clause, at) => listClause(clause, { ...context, at }) ?? []);
      if (isLeading(filter)) searchAccepted({ ...shared, segment, lists }, filter);
      else searchSegment({ ...shared, segment, lists });
    }
    const unit = (worth * (k1 + 1)) / saturationSteps;
    return top.take().map(({ id, score }) => ({ id, score: score * unit }));
  }

  function termsOf(id: string): readonly { readonly term: string; readonly count: number }[] {
    if (!forward) throw new Error("termsOf needs an index made with forward: true");
    const slot = documents.find(id);
    const entries = slot < 0 ? [] : store.entriesOf(slot);
    return entries.map(({ term, row }) => ({
      term: terms.termOf(term),
      count: rows.valuesOf(row).reduce((sum, count) => sum + count, 0),
    }));
  }

  return {
    get size() {
      return documents.size;
    },
    get bytes() {
      return store.bytes;
    },
    put,
    remove,
    has: (id) => documents.find(id) >= 0,
    search,
    documentFrequency,
    termsOf,
    pack,
    toSnapshot: () => {
      pack();
      return writeSnapshot(options, parts);
    },
  };
}

import { DocumentTable } from "./document-table.ts";
import type { IndexParts } from "./index-parts.ts";
import { listClause } from "./list-clause.ts";
import { PostingStore } from "./posting-store.ts";
import { levelOf, roundMean, saturationSteps } from "./quantize.ts";
import { isLeading, type ResolvedFilter, resolveFilter } from "./resolve-filter.ts";
import { SaturationTable } from "./saturation-table.ts";
import { searchAccepted } from "./search-accepted.ts";
import { searchHead } from "./search-head.ts";
import { searchSegment } from "./search-segment.ts";
import { TermTable } from "./term-table.ts";
import { TermTally } from "./term-tally.ts";
import type {
  Clause,
  TextFilter,
  TextHit,
  TextIndex,
  TextIndexOptions,
  TextSearchOptions,
} from "./text-index.ts";
import { TopSlots } from "./top-slots.ts";
import { TupleTable } from "./tuple-table.ts";
import { weighClauses } from "./weigh-clauses.ts";
import { writeSnapshot } from "./write-snapshot.ts";

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

export function createIndexOf(options: TextIndexOptions, parts: IndexParts): TextIndex {
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

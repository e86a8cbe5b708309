import { createTextIndex, loadTextIndex, type TextFilter, type TextIndex } from "@lilink/engine/text-index";
import type { PostingKind } from "../../posting/index.ts";
import { searchTermsOf } from "../../text/index.ts";
import type { MatchDocument } from "../document.ts";
import { prepareDocument } from "../prepare-document.ts";
import { kindsThatMeet } from "../relate/side-of-pair.ts";
import { conceptTerm, toQuery } from "./to-query.ts";

export type SearchOptions = { readonly k: number; readonly kinds?: readonly PostingKind[] };

/** `score` orders candidates of one search; it is no probability and is never shown. */
export type SearchHit = { readonly id: string; readonly score: number };

/**
 * An index of documents that one class of readers may read alike. Statistics come from its documents alone: a document
 * with a field that some of its readers may not read must not be put in ([MT1]).
 */
export type MatchIndex = {
  readonly size: number;
  /** Adds a document or replaces the one of the same id. */
  put(document: MatchDocument): void;
  /** Takes a document out; false when there was none. The index is then as if it had never been put in. */
  remove(id: string): boolean;
  has(id: string): boolean;
  /** The k best documents of the wanted kinds, exactly, ties by id; never the query itself. */
  search(query: MatchDocument, options: SearchOptions): readonly SearchHit[];
  /** The whole index as bytes for `loadIndex`; they hold what the documents say. */
  toSnapshot(): Uint8Array;
};

/** What a document is about first, and what it names beside: no length normalises them. */
const fields = [
  { name: "title", boost: 2.5, b: 0.4 },
  { name: "body", boost: 1, b: 0.75 },
  { name: "leading", boost: 4, b: 0 },
  { name: "named", boost: 1.5, b: 0 },
];
const leadingFrom = 0.75;

/**
 * An empty index: the matcher's layer on the text index. Words of both languages, joined by the lexicon, and concepts,
 * joined through the chain, are terms of one index. [MT18]
 */
export function createIndex(): MatchIndex {
  return indexOver(createTextIndex({ fields }), new Map());
}

/**
 * The index whose snapshot the bytes are, made by the same build: it answers as that one did. [MT48]
 * @example loadIndex(index.toSnapshot()).search(need, { k: 10 })
 */
export function loadIndex(bytes: Uint8Array): MatchIndex {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length))) as [string, PostingKind][];
  return indexOver(loadTextIndex(new Uint8Array(bytes.subarray(8 + length))), new Map(head));
}

function indexOver(index: TextIndex, kindOf: Map<string, PostingKind>): MatchIndex {
  const filters = new Map<string, TextFilter>();
  const holds = (term: string) => index.documentFrequency(term) > 0;

  /** One filter for each set of kinds, kept: the index asks it once about each document. */
  function filterOf(kinds: readonly PostingKind[]): TextFilter {
    const key = kinds.join(" ");
    const filter = filters.get(key) ?? {
      accepts: (id: string) => kinds.includes(kindOf.get(id) as PostingKind),
    };
    filters.set(key, filter);
    return filter;
  }

  return {
    get size() {
      return kindOf.size;
    },
    put(document) {
      const { concepts } = prepareDocument(document);
      const named = (wanted: boolean) =>
        concepts.filter(({ weight }) => weight >= leadingFrom === wanted).map(({ id }) => conceptTerm(id));
      kindOf.set(document.id, document.kind);
      index.put(document.id, {
        title: searchTermsOf(document.title),
        body: searchTermsOf(document.body),
        leading: named(true),
        named: named(false),
      });
    },
    remove(id) {
      kindOf.delete(id);
      return index.remove(id);
    },
    has: (id) => kindOf.has(id),
    search(query, { k, kinds = kindsThatMeet(query.kind) }) {
      if (kinds.length === 0 || k <= 0) return [];
      const clauses = toQuery(query, kinds, holds);
      return index
        .search(clauses, { k: k + 1, accept: filterOf(kinds) })
        .filter(({ id }) => id !== query.id)
        .slice(0, k);
    },
    toSnapshot() {
      const head = new TextEncoder().encode(JSON.stringify([...kindOf]));
      const body = index.toSnapshot();
      const bytes = new Uint8Array(8 + head.length + body.length);
      new DataView(bytes.buffer).setUint32(0, head.length, true);
      bytes.set(head, 8);
      bytes.set(body, 8 + head.length);
      return bytes;
    },
  };
}

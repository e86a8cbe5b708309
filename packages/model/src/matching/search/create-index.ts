import type { PostingKind } from "../../posting/index.ts";
import type { MatchDocument } from "../document.ts";
import { type PreparedDocument, prepareDocument } from "../prepare-document.ts";
import { kindsThatMeet } from "../relate/side-of-pair.ts";
import { conceptTerm, expandQuery } from "./expand-query.ts";
import { PostingList } from "./posting-list.ts";
import { TopHits } from "./top-hits.ts";

export type SearchOptions = { readonly k: number; readonly kinds?: readonly PostingKind[] };

/** `score` orders candidates of one search; it is no probability and is never shown. */
export type SearchHit = { readonly id: string; readonly score: number; readonly document: MatchDocument };

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
};

const k1 = 1.2;
const field = { title: { boost: 2.5, b: 0.4 }, body: { boost: 1, b: 0.75 } } as const;
const conceptBoost = 6;

type Entry = { readonly prepared: PreparedDocument; readonly title: number; readonly body: number };

/** An empty index. Fielded BM25 over words, and concepts through the chain, in one list per term. [MT18] */
export function createIndex(): MatchIndex {
  const lists = new Map<string, PostingList>();
  const entries: (Entry | undefined)[] = [];
  const slotById = new Map<string, number>();
  const freeSlots: number[] = [];
  const lengths = { title: 0, body: 0 };
  let scores = new Float64Array(64);

  function put(document: MatchDocument): void {
    remove(document.id);
    const prepared = prepareDocument(document);
    const slot = freeSlots.pop() ?? entries.length;
    let [title, body] = [0, 0];
    for (const [term, count] of prepared.terms) {
      listOf(term).add(slot, count.title, count.body, 0);
      title += count.title;
      body += count.body;
    }
    for (const { id, weight } of prepared.concepts)
      listOf(conceptTerm(id)).add(slot, 0, 0, Math.round(weight * 100));
    entries[slot] = { prepared, title, body };
    slotById.set(document.id, slot);
    lengths.title += title;
    lengths.body += body;
    if (scores.length < entries.length) scores = new Float64Array(entries.length * 2);
  }

  function remove(id: string): boolean {
    const slot = slotById.get(id);
    const entry = slot === undefined ? undefined : entries[slot];
    if (slot === undefined || !entry) return false;
    for (const term of entry.prepared.terms.keys()) takeFrom(term, slot);
    for (const concept of entry.prepared.concepts) takeFrom(conceptTerm(concept.id), slot);
    lengths.title -= entry.title;
    lengths.body -= entry.body;
    entries[slot] = undefined;
    slotById.delete(id);
    freeSlots.push(slot);
    return true;
  }

  function listOf(term: string): PostingList {
    const list = lists.get(term) ?? new PostingList();
    lists.set(term, list);
    return list;
  }

  function takeFrom(term: string, slot: number): void {
    const list = lists.get(term);
    list?.remove(slot);
    if (list?.size === 0) lists.delete(term);
  }

  function search(query: MatchDocument, options: SearchOptions): readonly SearchHit[] {
    const kinds = options.kinds ?? kindsThatMeet(query.kind);
    scores.fill(0, 0, entries.length);
    for (const { term, weight } of expandQuery(prepareDocument(query), kinds)) accumulate(term, weight);
    const top = new TopHits(options.k);
    for (const [slot, entry] of entries.entries()) {
      const score = scores[slot] ?? 0;
      const document = entry?.prepared.document;
      if (score > 0 && document && document.id !== query.id && kinds.includes(document.kind)) {
        top.offer({ slot, score, id: document.id });
      }
    }
    return top.take().flatMap(({ slot, score, id }) => {
      const document = entries[slot]?.prepared.document;
      return document ? [{ id, score, document }] : [];
    });
  }

  function accumulate(term: string, weight: number): void {
    const list = lists.get(term);
    if (!list) return;
    const count = slotById.size;
    const rarity = weight * Math.log(1 + (count - list.size + 0.5) / (list.size + 0.5));
    const titleNorm = field.title.b / Math.max(1, lengths.title / count);
    const bodyNorm = field.body.b / Math.max(1, lengths.body / count);
    for (let index = 0; index < list.size; index++) {
      const slot = list.slotAt(index);
      const packed = list.packedAt(index);
      const entry = entries[slot];
      if (!entry) continue;
      const title = ((packed & 255) * field.title.boost) / (1 - field.title.b + titleNorm * entry.title);
      const body = (((packed >>> 8) & 255) * field.body.boost) / (1 - field.body.b + bodyNorm * entry.body);
      const words = ((title + body) * (k1 + 1)) / (title + body + k1);
      scores[slot] = (scores[slot] ?? 0) + rarity * (words + ((packed >>> 16) * conceptBoost) / 100);
    }
  }

  return {
    get size() {
      return slotById.size;
    },
    put,
    remove,
    has: (id) => slotById.has(id),
    search,
  };
}

import { posting, postingPart } from "@lilink/db/schema";
import { createIndex, judgePair, type MatchDocument, type MatchIndex } from "@lilink/model/matching";
import type { ReaderRelation } from "@lilink/model/posting";
import { and, asc, eq, gte, inArray } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import {
  openRelation,
  type StoredPosting,
  seenBy,
  toMatchDocument,
  toStoredPostings,
} from "../market/to-match-document.ts";
import { readMarketSnapshot, writeMarketSnapshot } from "./market-snapshot.ts";

type Stand = { readonly posting: StoredPosting; readonly own: MatchDocument; readonly open: MatchDocument };

/** So many are judged of each posting. */
const retrieved = 200;

/** Changes committed late may carry an earlier time; so much is read again. */
const overlapMilliseconds = 30_000;

/**
 * The live postings as one worker process holds them: an index over what every verified member reads, and of the
 * postings that rankings have met the parts from which each reader's own reading is cut. Brought up to date from the
 * database before each use.
 */
export class Market {
  #index: MatchIndex = createIndex();
  readonly #stands = new Map<string, Stand>();
  /** How each posting stood when it was last looked at, so that what did not change is not analysed again. */
  #stamps = new Map<string, string>();
  /** Readings of a posting by the parts that they hold: a document that is kept is analysed once. */
  readonly #readings = new WeakMap<StoredPosting, Map<number, MatchDocument>>();
  #watermark: Date | null = null;
  #changes = 0;

  /** Counts what was read anew, so that whoever keeps the market sees whether there is anything to keep. */
  get changes(): number {
    return this.#changes;
  }

  /** How many postings are live. */
  get size(): number {
    return this.#index.size;
  }

  /** A live posting that a refresh or a search has met. */
  find(id: string): Stand | undefined {
    return this.#stands.get(id);
  }

  /** The live postings that answer a document best, best first. */
  async search(ctx: Context, document: MatchDocument): Promise<Stand[]> {
    const ids = this.#index.search(document, { k: retrieved }).map(({ id }) => id);
    const unmet = ids.filter((id) => !this.#stands.has(id));
    for (const stored of await readPostings(ctx, unmet)) this.#meet(stored);
    return ids.flatMap((id) => this.#stands.get(id) ?? []);
  }

  /** A posting as a reader of this relation receives it; readers of the same parts share one document. */
  readingOf(posting: StoredPosting, relation: ReaderRelation): MatchDocument {
    const known = this.#readings.get(posting) ?? new Map<number, MatchDocument>();
    this.#readings.set(posting, known);
    const seen = seenBy(posting, relation);
    const reading = known.get(seen) ?? toMatchDocument(posting, relation);
    known.set(seen, reading);
    return reading;
  }

  /** Reads what changed since the last time, and the posting asked about whatever its time says. */
  async refresh(ctx: Context, postingId: string): Promise<void> {
    const since = this.#watermark && new Date(this.#watermark.getTime() - overlapMilliseconds);
    const rows = await ctx.db
      .select({
        id: posting.id,
        version: posting.liveVersion,
        state: posting.state,
        updatedAt: posting.updatedAt,
      })
      .from(posting)
      .where(since ? gte(posting.updatedAt, since) : undefined)
      .orderBy(asc(posting.updatedAt));
    const stamped = rows.map(({ id, version, state, updatedAt }) => ({
      id,
      version,
      stamp: `${version} ${state} ${updatedAt.toISOString()}`,
    }));
    const changed = stamped.filter(({ id, stamp }) => this.#stamps.get(id) !== stamp);
    const held = changed.filter(({ id, version }) => version !== null || this.#index.has(id));
    await this.#load(ctx, [...new Set([postingId, ...held.map(({ id }) => id)])]);
    if (!since) this.#forgetAllBut(new Set(rows.map(({ id }) => id)));
    for (const { id, stamp } of changed) this.#stamps.set(id, stamp);
    this.#changes += changed.length;
    const last = rows.at(-1);
    if (last) this.#watermark = last.updatedAt;
  }

  /** What spares the next process the analysis of every text ([MT48]); it holds what every verified member may read. */
  toSnapshot(build: string): Uint8Array {
    return writeMarketSnapshot({ build, stamps: this.#stamps, index: this.#index.toSnapshot() });
  }

  /** Takes up what a process of the same build kept; the next refresh reads all that changed since. False: nothing was taken. */
  restore(bytes: Uint8Array, build: string): boolean {
    const kept = readMarketSnapshot(bytes, build);
    if (!kept) return false;
    this.#index = kept.index;
    this.#stamps = kept.stamps;
    this.#stands.clear();
    this.#watermark = null;
    return true;
  }

  /** Has the dictionaries of both languages read, which the first search of a process would wait for. */
  rehearse(): void {
    const text = "求购电池级碳酸锂 99.5 % lithium carbonate wanted";
    const document = { concepts: [], title: text, body: text, lang: "zh", figures: [] } as const;
    const [need, offer] = [
      { ...document, id: "need", kind: "need" },
      { ...document, id: "offer", kind: "capability" },
    ] as const;
    this.#index.search(need, { k: 1 });
    judgePair(need, offer, need);
  }

  async #load(ctx: Context, ids: readonly string[]): Promise<void> {
    for (let start = 0; start < ids.length; start += 1000) {
      const batch = ids.slice(start, start + 1000);
      const found = new Set<string>();
      for (const stored of await readPostings(ctx, batch)) {
        this.#index.put(this.#meet(stored).open);
        found.add(stored.id);
      }
      for (const id of batch) if (!found.has(id)) this.#forget(id);
    }
  }

  #meet(stored: StoredPosting): Stand {
    const stand = {
      posting: stored,
      own: this.readingOf(stored, "owner"),
      open: this.readingOf(stored, openRelation(stored)),
    };
    this.#stands.set(stored.id, stand);
    return stand;
  }

  #forget(id: string): void {
    this.#stands.delete(id);
    this.#index.remove(id);
  }

  /** What was kept may name postings whose rows are gone. */
  #forgetAllBut(ids: ReadonlySet<string>): void {
    for (const id of this.#stamps.keys()) {
      if (ids.has(id)) continue;
      this.#forget(id);
      this.#stamps.delete(id);
    }
  }
}

async function readPostings(ctx: Context, ids: readonly string[]): Promise<StoredPosting[]> {
  if (ids.length === 0) return [];
  const rows = await ctx.db
    .select({
      id: postingPart.postingId,
      version: postingPart.version,
      kind: postingPart.kind,
      concept: postingPart.concept,
      language: postingPart.language,
      organizationId: postingPart.organizationId,
      wallKeys: postingPart.wallKeys,
      useVersion: postingPart.useVersion,
      validUntil: postingPart.validUntil,
      level: postingPart.level,
      walled: postingPart.walled,
      fields: postingPart.fields,
    })
    .from(postingPart)
    .where(and(inArray(postingPart.postingId, [...ids]), eq(postingPart.state, "live")));
  return toStoredPostings(rows);
}

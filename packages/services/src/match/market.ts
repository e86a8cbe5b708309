import {
  consent,
  organization,
  organizationProfile,
  organizationStance,
  posting,
  postingPart,
} from "@lilink/db/schema";
import { createIndex, type MatchDocument, type MatchIndex } from "@lilink/model/matching";
import type { ReaderRelation } from "@lilink/model/posting";
import { and, asc, eq, gte, inArray, isNull, or, sql } from "drizzle-orm";
import type { Context } from "../kernel/context.ts";
import { openRelation, type StoredPosting, seenBy, toMatchDocument } from "./to-match-document.ts";

type Stand = { readonly posting: StoredPosting; readonly own: MatchDocument; readonly open: MatchDocument };

/** Changes committed late may carry an earlier time; so much is read again. */
const overlapMilliseconds = 30_000;

/**
 * The live postings as one worker process holds them: an index over what every verified member reads, and the parts
 * from which each reader's own reading is cut. Brought up to date from the database before each use.
 */
export class Market {
  readonly index: MatchIndex = createIndex();
  readonly #stands = new Map<string, Stand>();
  /** How each posting stood when it was last loaded, so that what did not change is not analysed again. */
  readonly #stamps = new Map<string, string>();
  /** Readings of a posting by the parts that they hold: a document that is kept is analysed once. */
  readonly #readings = new WeakMap<StoredPosting, Map<number, MatchDocument>>();
  #watermark: Date | null = null;

  /** How many postings are live. */
  get size(): number {
    return this.#stands.size;
  }

  find(id: string): Stand | undefined {
    return this.#stands.get(id);
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
    const held = changed.filter(({ id, version }) => version !== null || this.#stands.has(id));
    await this.#load(ctx, [...new Set([postingId, ...held.map(({ id }) => id)])]);
    for (const { id, stamp } of changed) this.#stamps.set(id, stamp);
    const last = rows.at(-1);
    if (last) this.#watermark = last.updatedAt;
  }

  async #load(ctx: Context, ids: readonly string[]): Promise<void> {
    for (let start = 0; start < ids.length; start += 1000) {
      const batch = ids.slice(start, start + 1000);
      const rows = await ctx.db
        .select()
        .from(postingPart)
        .where(and(inArray(postingPart.postingId, batch), eq(postingPart.state, "live")));
      const found = new Map<string, StoredPosting>();
      for (const row of rows) {
        const known = found.get(row.postingId);
        const part = { level: row.level, walled: row.walled, fields: row.fields };
        found.set(
          row.postingId,
          known ? { ...known, parts: [...known.parts, part] } : { ...row, id: row.postingId, parts: [part] },
        );
      }
      for (const id of batch) this.#set(id, found.get(id));
    }
  }

  #set(id: string, stored: StoredPosting | undefined): void {
    if (!stored) {
      this.#stands.delete(id);
      this.index.remove(id);
      return;
    }
    const open = this.readingOf(stored, openRelation);
    this.#stands.set(id, { posting: stored, own: this.readingOf(stored, "owner"), open });
    this.index.put(open);
  }
}

/** What an organization is to postings: its group, its stances, its partners; loaded once a computation. */
export type Reader = {
  readonly organizationId: string;
  readonly verified: boolean;
  readonly group: ReadonlySet<string>;
  readonly stances: ReadonlySet<string>;
  readonly partnerOf: ReadonlySet<string>;
};

/** The same decision that row security takes ([PO5], [PO6]); a test holds the two against each other. */
export function relationOf(reader: Reader, posting: StoredPosting): ReaderRelation {
  if (reader.organizationId === posting.organizationId) return "owner";
  if (!reader.verified) return "visitor";
  if (reader.partnerOf.has(posting.id)) return "partner";
  return posting.wallKeys.some((key) => reader.stances.has(key)) ? "competitor" : "member";
}

export async function loadReaders(
  ctx: Context,
  organizationIds: readonly string[],
): Promise<Map<string, Reader>> {
  const ids = [...new Set(organizationIds)];
  if (ids.length === 0) return new Map();
  const groups = ctx.db
    .select({ groupId: organizationProfile.groupId })
    .from(organizationProfile)
    .where(inArray(organizationProfile.organizationId, ids));
  const profiles = await ctx.db
    .select({ id: organizationProfile.organizationId, groupId: organizationProfile.groupId })
    .from(organizationProfile)
    .where(inArray(organizationProfile.groupId, groups));
  const groupOf = new Map(profiles.map(({ id, groupId }) => [id, groupId]));
  const membersOf = (id: string) => {
    const groupId = groupOf.get(id);
    return new Set([
      id,
      ...(groupId ? profiles.filter((one) => one.groupId === groupId).map((one) => one.id) : []),
    ]);
  };
  const [statuses, stances, consents] = [
    await ctx.db
      .select({ id: organization.id, status: organization.status })
      .from(organization)
      .where(inArray(organization.id, ids)),
    await ctx.db
      .select()
      .from(organizationStance)
      .where(
        and(
          inArray(organizationStance.organizationId, [...new Set(ids.flatMap((id) => [...membersOf(id)]))]),
          or(isNull(organizationStance.until), sql`${organizationStance.until} > now()`),
        ),
      ),
    await ctx.db
      .select()
      .from(consent)
      .where(and(inArray(consent.organizationId, ids), isNull(consent.until))),
  ];
  return new Map(
    ids.map((id) => {
      const group = membersOf(id);
      return [
        id,
        {
          organizationId: id,
          verified: statuses.some((row) => row.id === id && row.status === "verified"),
          group,
          stances: new Set(stances.filter((row) => group.has(row.organizationId)).map((row) => row.key)),
          partnerOf: new Set(consents.filter((row) => row.organizationId === id).map((row) => row.postingId)),
        },
      ];
    }),
  );
}

import { jobPayloads } from "@lilink/contract";
import { match, posting } from "@lilink/db/schema";
import { type MatchResult, rankCandidates } from "@lilink/model/matching";
import { eq, or, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { readWeights } from "../market/read-weights.ts";
import type { RankBasis } from "../market/store-pairs.ts";
import { seenBy } from "../market/to-match-document.ts";
import { findTrading, isStrangerTo, loadReaders, type Reader, relationOf } from "./load-readers.ts";
import type { Market } from "./market.ts";

type NewMatch = typeof match.$inferInsert;

const kept = 40;

/**
 * Ranks the counterparts of one posting, for its owner and for the owner of each counterpart, and stores both
 * readings ([MT20]). Every row is made from what its reader may read; nobody's hidden field moves anybody else's row.
 * The owner waits for these; the pairs of the market come in a job of their own.
 */
export function computeMatches(market: Market) {
  return defineMutation({
    name: "posting.match",
    input: jobPayloads["posting.match"],
    authorize: { action: "match.compute" },
    run: async (ctx, { postingId }) => {
      // Two rankings at once would write the same pairs; each takes some milliseconds, so one waits for the other.
      await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtext('posting.match'))`);
      await market.refresh(ctx, postingId);
      const before = await ctx.db
        .delete(match)
        .where(or(eq(match.ownPostingId, postingId), eq(match.otherPostingId, postingId)))
        .returning({ reader: match.readerOrganizationId, own: match.ownPostingId });
      const rows = await rankBothWays(ctx, market, postingId);
      await insertMatches(ctx, rows);
      const [ranked] = await ctx.db
        .update(posting)
        .set({ matchedVersion: market.find(postingId)?.posting.version ?? null })
        .where(eq(posting.id, postingId))
        .returning({ organizationId: posting.organizationId });
      await ctx.enqueue("market.pair", { postingId });
      // The owner hears of an empty ranking too: its page stops saying that matching is under way.
      const touched = new Map([
        ...(ranked ? [[postingId, ranked.organizationId] as const] : []),
        ...before.map((row) => [row.own, row.reader] as const),
        ...rows.map((row) => [row.ownPostingId, row.readerOrganizationId] as const),
      ]);
      await ctx.announce(
        ...[...touched].map(([subjectId, organizationId]) => ({
          topic: "match" as const,
          organizationId,
          subjectId,
        })),
      );
      return { matches: rows.length };
    },
    audit: () => null,
  });
}

/** One statement with one value: hundreds of rows as parameters of their own cost more than ranking them. */
async function insertMatches(ctx: Context, rows: readonly NewMatch[]): Promise<void> {
  if (rows.length === 0) return;
  const given = rows.map((row) => ({
    reader_organization_id: row.readerOrganizationId,
    own_posting_id: row.ownPostingId,
    other_posting_id: row.otherPostingId,
    model_version: row.modelVersion,
    score: row.score,
    result: row.result,
    own_version: row.ownVersion,
    other_version: row.otherVersion,
    seen: row.seen,
    computed_at: row.computedAt,
  }));
  await ctx.db.execute(
    sql`insert into match select * from jsonb_populate_recordset(null::match, ${JSON.stringify(given)}::jsonb)`,
  );
}

async function rankBothWays(ctx: Context, market: Market, postingId: string): Promise<NewMatch[]> {
  const basis: RankBasis = { weights: await readWeights(ctx), memo: new WeakMap() };
  const subject = market.find(postingId);
  if (!subject) return [];
  const forOwner = await market.search(ctx, subject.own);
  // Who is reached is decided by what everybody may read: a hidden field of the subject must not bring it to anyone.
  const forOthers = subject.open === subject.own ? forOwner : await market.search(ctx, subject.open);
  const readers = await loadReaders(
    ctx,
    [subject, ...forOthers].map(({ posting }) => posting.organizationId),
  );
  const owner = readers.get(subject.posting.organizationId);
  if (!owner) return [];
  const toRow = (
    reader: Reader,
    own: typeof subject,
    other: typeof subject,
    result: MatchResult,
  ): NewMatch => ({
    readerOrganizationId: reader.organizationId,
    ownPostingId: own.posting.id,
    otherPostingId: other.posting.id,
    modelVersion: result.modelVersion,
    score: result.score,
    result: { ...result },
    ownVersion: own.posting.version,
    otherVersion: other.posting.version,
    seen: seenBy(other.posting, relationOf(reader, other.posting)),
    computedAt: ctx.now,
  });
  const trading = findTrading(subject, forOthers, readers);
  const rows: NewMatch[] = [];
  if (owner.verified) {
    const candidates = forOwner.filter(isStrangerTo(owner));
    const ranking = rankCandidates(
      subject.own,
      subject.open,
      candidates.map(({ posting }) => market.readingOf(posting, relationOf(owner, posting))),
      { limit: kept, ...basis, publicOf: (candidate) => market.find(candidate.id)?.open ?? candidate },
    );
    for (const { id, result } of [...ranking.matches, ...ranking.nearMisses]) {
      const other = market.find(id);
      if (other) rows.push(toRow(owner, subject, other, result));
    }
  }
  for (const own of trading) {
    const reader = readers.get(own.posting.organizationId);
    if (!reader) continue;
    const seen = market.readingOf(subject.posting, relationOf(reader, subject.posting));
    const ranking = rankCandidates(own.own, own.open, [seen], {
      limit: 1,
      ...basis,
      publicOf: () => subject.open,
    });
    const best = ranking.matches[0] ?? ranking.nearMisses[0];
    if (best) rows.push(toRow(reader, own, subject, best.result));
  }
  return rows;
}

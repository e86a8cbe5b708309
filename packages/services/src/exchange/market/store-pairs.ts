import {
  type MatchDocument,
  type MatchResult,
  type MatchWeights,
  type PairMemo,
  rankCandidates,
  sideOf,
  suggestedScore,
} from "@lilink/model/matching";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";

/** So many fitting counterparts of a posting, and so many that break a hard requirement, stand in the market. */
const keptFitting = 40;
const keptBroken = 20;

/** The market is allocated so long after a change: changes until then share one run, and large markets wait longer. */
const calmMilliseconds = 2000;
const calmPerPosting = 1;

/** By what the rankings of one moment go. */
export type RankBasis = { readonly weights: MatchWeights; readonly memo: PairMemo };

/**
 * Judges a posting against others by what every verified member may read of both, and stores what the allocation goes by
 * ([MK1]). Null: the posting is not on the market, its pairs go.
 */
export async function storePairs(
  ctx: Context,
  postingId: string,
  subject: MatchDocument | null,
  others: readonly MatchDocument[],
  basis: RankBasis,
): Promise<void> {
  const pairs = subject ? judgeOpenly(subject, others, basis) : [];
  const given = JSON.stringify(pairs);
  await ctx.db.execute(sql`
    delete from market_pair p where (p.demand_posting_id = ${postingId} or p.offer_posting_id = ${postingId})
      and not exists (select 1 from jsonb_populate_recordset(null::market_pair, ${given}::jsonb) n
        where n.demand_posting_id = p.demand_posting_id and n.offer_posting_id = p.offer_posting_id)`);
  if (pairs.length === 0) return;
  await ctx.db.execute(sql`
    insert into market_pair as p (demand_posting_id, offer_posting_id, demand_score, offer_score, fits, judged, failed)
      select demand_posting_id, offer_posting_id, demand_score, offer_score, fits, judged, failed
      from jsonb_populate_recordset(null::market_pair, ${given}::jsonb)
    on conflict (demand_posting_id, offer_posting_id) do update set demand_score = excluded.demand_score,
      offer_score = excluded.offer_score, fits = excluded.fits, judged = excluded.judged, failed = excluded.failed,
      shown = p.shown and excluded.fits`);
}

/** Asks for an allocation of the market once it is calm; asking again meanwhile asks for nothing more. */
export async function askForAllocation(ctx: Context, postings: number): Promise<void> {
  const wait = calmMilliseconds + postings * calmPerPosting;
  await ctx.enqueue("market.allocate", {}, new Date(ctx.now.getTime() + wait));
}

function judgeOpenly(subject: MatchDocument, others: readonly MatchDocument[], basis: RankBasis) {
  const kindOf = new Map(others.map(({ id, kind }) => [id, kind]));
  const { matches, nearMisses, broken } = rankCandidates(subject, subject, others, {
    limit: keptFitting,
    ...basis,
  });
  const toPair = ({ id, result }: { readonly id: string; readonly result: MatchResult }) => {
    const { own, other } = result.inclination;
    const asks = sideOf(subject.kind, kindOf.get(id) ?? subject.kind) === "demand";
    const hard = result.verdicts.filter((verdict) => verdict.hard);
    const failing = hard.filter(({ verdict }) => verdict === "fail");
    return {
      demand_posting_id: asks ? subject.id : id,
      offer_posting_id: asks ? id : subject.id,
      demand_score: asks ? own : other,
      offer_score: asks ? other : own,
      fits: !result.breaksHard && result.score >= suggestedScore,
      judged: [...new Set(hard.map(({ attribute }) => attribute))],
      failed: [...new Set(failing.map(({ attribute }) => attribute))],
    };
  };
  return [...matches, ...[...nearMisses, ...broken].slice(0, keptBroken)].map(toPair);
}

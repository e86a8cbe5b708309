import type { MatchDocument, MatchResult } from "../document.ts";
import type { ReasonCode } from "../explain/reason-codes.ts";
import { sideOf } from "../relate/side-of-pair.ts";
import { judgePair, type PairMemo } from "./judge-pair.ts";
import { handWeights, leastScore, type MatchWeights } from "./weights.ts";

export type RankedMatch = { readonly id: string; readonly result: MatchResult };

/**
 * Three lists, each best first. Near misses break one or two hard requirements narrowly and would else be matches, `broken` ones
 * break more: both are kept for those who ask why not, and neither takes a place among the matches.
 */
export type Ranking = {
  readonly matches: readonly RankedMatch[];
  readonly nearMisses: readonly RankedMatch[];
  readonly broken: readonly RankedMatch[];
};

export type RankOptions = {
  /** At most so many of each list. */
  readonly limit: number;
  /** Per candidate the fields that the reader and every verified member may read; see judgePair. */
  readonly publicOf?: (candidate: MatchDocument) => MatchDocument;
  /** By default those set by hand. */
  readonly weights?: MatchWeights;
  /** Shared by rankings of one moment, by the same weights. */
  readonly memo?: PairMemo;
};

/**
 * Ranks candidates for a posting, best first, ties by id. What breaks a hard requirement is no match. [MT17]
 * Candidates of a kind that does not meet the posting's are passed over.
 * @example rankCandidates(need, need, capabilities, { limit: 20 }).matches[0]?.id
 */
export function rankCandidates(
  own: MatchDocument,
  ownPublic: MatchDocument,
  candidates: readonly MatchDocument[],
  { limit, publicOf, weights = handWeights, memo = new WeakMap() }: RankOptions,
): Ranking {
  const judged = candidates
    .filter((candidate) => sideOf(own.kind, candidate.kind) !== null)
    .map((candidate) => ({
      id: candidate.id,
      result: judgePair(own, candidate, ownPublic, publicOf?.(candidate) ?? candidate, weights, memo),
    }));
  judged.sort((a, b) => b.result.score - a.result.score || (a.id < b.id ? -1 : 1));
  const related = judged.filter(({ result }) => result.relation.code !== "none");
  return {
    matches: judged
      .filter(({ result }) => !result.breaksHard && !result.nearMiss && isMendable(result))
      .slice(0, limit),
    nearMisses: related.filter(({ result }) => result.nearMiss && isMendable(result)).slice(0, limit),
    broken: related.filter(({ result }) => result.breaksHard && !result.nearMiss).slice(0, limit),
  };
}

const broken: ReadonlySet<ReasonCode> = new Set(["figure_fail", "figure_part", "wish_fail"]);

/**
 * Without what its broken figures cost it would be a match; a distant posting that also fails is no near miss. What is broken in
 * a match was only wished or heard, so it asks and never hides. [MT61]
 */
function isMendable({ score, reasons }: MatchResult): boolean {
  const cost = reasons.filter(({ code }) => broken.has(code)).reduce((sum, { weight }) => sum + weight, 0);
  const odds = (score / (1 - score)) * Math.exp(-cost);
  return odds / (1 + odds) >= leastScore;
}

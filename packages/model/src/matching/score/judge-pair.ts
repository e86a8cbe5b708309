import { LilinkError } from "../../error/index.ts";
import { isPart, judgeFigure, narrowShortfall } from "../constrain/judge-figure.ts";
import type { MatchDocument, MatchResult, Question, Reason, Verdict } from "../document.ts";
import { type PreparedDocument, prepareDocument } from "../prepare-document.ts";
import { relateConcepts, seenFrom } from "../relate/relate-concepts.ts";
import { type Side, sideOf } from "../relate/side-of-pair.ts";
import { answerQuery, nothingAnswered } from "./answer-query.ts";
import { compareTerms } from "./compare-terms.ts";
import { breaksHeard, heardDoubt } from "./heard-figure.ts";
import { openTermOf } from "./open-term.ts";
import type { Pair } from "./pair.ts";
import { temper } from "./temper.ts";
import { excludedConceptOf, weighSide } from "./weigh-side.ts";
import { handWeights, type MatchWeights } from "./weights.ts";

/** What two documents amount to, kept while a memo lives: rankings of one moment meet the same pair from both ends. */
type Weighed = { readonly pair: Pair; readonly reasons: Map<Side, readonly Reason[]> };
export type PairMemo = WeakMap<MatchDocument, WeakMap<MatchDocument, Weighed>>;

/**
 * Judges one posting of the reader against another, from the given documents alone. [MT1] [MT9] [MT16]
 * @param own the reader's posting with all its fields
 * @param other the other posting with the fields that the reader may read
 * @param ownPublic the reader's posting as every verified member reads it: what the other side is judged to see
 * @param otherPublic the fields of the other posting that both the reader and every verified member may read; by
 *   default `other`. Give it where the reader reads more, as a partner does
 * @param weights by default those set by hand; the product gives those of the version in use
 * @param memo for many judgements by the same weights; it changes nothing but their cost
 * @throws LilinkError INVALID_INPUT with params {own, other} when the two kinds do not meet
 * @example judgePair(need, capability, need).verdicts[0]?.verdict // "pass"
 */
export function judgePair(
  own: MatchDocument,
  other: MatchDocument,
  ownPublic: MatchDocument,
  otherPublic: MatchDocument = other,
  weights: MatchWeights = handWeights,
  memo: PairMemo = new WeakMap(),
): MatchResult {
  const side = sideBetween(own, other);
  const whole = weighedOf(side, own, other, memo);
  const { pair } = whole;
  const reasons = reasonsOf(side, whole, weights);
  const ownLogit = sumOf(reasons);
  const otherSide = side === "demand" ? "offer" : "demand";
  const open = weighedOf(side, ownPublic, otherPublic, memo);
  const otherInclination = toProbability(sumOf(reasonsOf(otherSide, open, weights)));
  const ownInclination = toProbability(ownLogit);
  const both = toLogit((2 * ownInclination * otherInclination) / (ownInclination + otherInclination));
  const tempered = pair.isHeard && weights.heard ? temper(both, weights.heard) : both;
  const twoSided: Reason = {
    code: otherInclination >= ownInclination ? "other_side_keener" : "other_side_cooler",
    params: { inclination: Math.round(otherInclination * 100) },
    weight: both - ownLogit,
  };
  const isExcluded = excludedConceptOf(pair.demand, pair.offer) !== undefined;
  const question = questionOf(side, pair);
  return {
    modelVersion: weights.version,
    score: toProbability(tempered),
    inclination: { own: ownInclination, other: otherInclination },
    relation: seenFrom(side, pair.kinship),
    verdicts: pair.verdicts,
    ...(question ? { question } : {}),
    nearMiss: !isExcluded && (isNearMiss(pair.verdicts) || (side === "demand" && breaksHeard(pair))),
    breaksHard: isExcluded || pair.verdicts.some(({ hard, verdict }) => hard && verdict === "fail"),
    // What every pair starts from bears that its evidence says one thing in several ways.
    reasons: [
      ...reasons.map((one) => (one.code === "base" ? { ...one, weight: one.weight + tempered - both } : one)),
      twoSided,
    ],
  };
}

/** Two documents as a pair, and the side on which the first stands; throws when the two kinds do not meet. */
export function pairOf(
  own: MatchDocument,
  other: MatchDocument,
): { readonly side: Side; readonly pair: Pair } {
  const side = sideBetween(own, other);
  return { side, pair: pairUp(side, prepareDocument(own), prepareDocument(other)) };
}

function sideBetween(own: MatchDocument, other: MatchDocument): Side {
  const side = sideOf(own.kind, other.kind);
  if (!side) throw new LilinkError("INVALID_INPUT", { own: own.kind, other: other.kind });
  return side;
}

function weighedOf(side: Side, own: MatchDocument, other: MatchDocument, memo: PairMemo): Weighed {
  const [demand, offer] = side === "demand" ? [own, other] : [other, own];
  const offers = memo.get(demand) ?? new WeakMap<MatchDocument, Weighed>();
  memo.set(demand, offers);
  const weighed = offers.get(offer) ?? {
    pair: pairUp("demand", prepareDocument(demand), prepareDocument(offer)),
    reasons: new Map(),
  };
  offers.set(offer, weighed);
  return weighed;
}

function reasonsOf(side: Side, { pair, reasons }: Weighed, weights: MatchWeights): readonly Reason[] {
  const known = reasons.get(side) ?? weighSide(side, pair, weights);
  reasons.set(side, known);
  return known;
}

function pairUp(side: Side, own: PreparedDocument, other: PreparedDocument): Pair {
  const [demand, offer] = side === "demand" ? [own, other] : [other, own];
  const isHeard = demand.document.heard === true || offer.document.heard === true;
  return {
    demand,
    offer,
    kinship: relateConcepts(demand, offer),
    verdicts: demand.demands.map((wanted) => judgeFigure(wanted, offer.offers)),
    shared: compareTerms(demand, offer),
    isHeard,
    answered: isHeard ? answerQuery(demand, offer) : nothingAnswered,
  };
}

/**
 * [MT12] The first hard requirement that is open, or [MT49] the first condition beside the figures: the demand asks it, the
 * offer is asked to state it.
 */
function questionOf(side: Side, pair: Pair): Question | undefined {
  const open = pair.verdicts.find(({ hard, verdict }) => hard && verdict === "unknown") ?? heardDoubt(pair);
  if (open) return { code: side === "demand" ? "ask_figure" : "state_figure", attribute: open.attribute };
  const term = openTermOf(pair);
  if (!term) return undefined;
  const code = side === "demand" ? "ask_term" : "state_term";
  return { code, attribute: term.term, ...(term.named === undefined ? {} : { named: term.named }) };
}

/** Who narrowly misses two limits may still be asked; three are another product. */
const mostBroken = 2;
// 99.5 for 99.6 is a quarter of the impurity allowed, in decimals that no binary number is.
const rounding = 1e-9;

function isNearMiss(verdicts: readonly Verdict[]): boolean {
  const broken = verdicts.filter(({ hard, verdict }) => hard && verdict === "fail");
  if (broken.length === 0 || broken.length > mostBroken) return false;
  return broken.every((one) => isPart(one) || Math.abs(one.margin ?? Infinity) <= narrowShortfall + rounding);
}

function sumOf(reasons: readonly Reason[]): number {
  return reasons.reduce((sum, reason) => sum + reason.weight, 0);
}

function toProbability(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}

function toLogit(probability: number): number {
  return Math.log(probability / (1 - probability));
}

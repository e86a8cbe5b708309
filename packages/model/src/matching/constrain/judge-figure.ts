import { findAttribute, parseUnit } from "../../chain/index.ts";
import type { Verdict, VerdictValue } from "../document.ts";
import type { Demand, Offers, Stated } from "./compile-figures.ts";
import { directionOf, type Interval, isVolume, toScale } from "./interval.ts";

/** A shortfall of up to this share of the scale is narrow. */
export const narrowShortfall = 0.25;

/** Of a volume at least this share must be covered for the offer to count as a part of it. */
const leastPart = 0.3;

type Judged = { readonly verdict: VerdictValue; readonly margin?: number; readonly stated: Stated };

const rankOf: Readonly<Record<VerdictValue, number>> = { pass: 2, unknown: 1, fail: 0 };

/**
 * One requirement against what an offer states: pass, fail, or unknown when nothing comparable is stated or what is
 * stated reaches across the limit. Of several statements the best counts. [MT11] [MT12]
 * @example judgeFigure({purity >= 99.5}, {purity >= 99.0}) // fail, margin -1: twice the impurity that is allowed
 */
export function judgeFigure(demand: Demand, offers: Offers): Verdict {
  const { figure, accepts, from } = demand;
  const base = { attribute: figure.attribute, hard: figure.hard, need: figure, ...(from ? { from } : {}) };
  const all = meantBy(from, offers.get(figure.attribute) ?? []);
  // Amounts that are no capacity of the chain meet only within one dimension.
  const stated = findAttribute(figure.attribute)
    ? all
    : all.filter((one) => parseUnit(one.figure.unit)?.dimension === parseUnit(figure.unit)?.dimension);
  if (!accepts) return { ...base, verdict: "unknown", offer: stated[0]?.figure };
  const judged = stated
    .map((one) => judgeStated(onBasisOf(demand, accepts, one), asPromised(demand, one)))
    .sort(compareJudged)[0];
  // An amount on another basis is told: it decides nothing, and its owner need not state it again.
  if (!judged)
    return {
      ...base,
      verdict: "unknown",
      offer: isVolume(figure.attribute) ? otherVolume(offers) : undefined,
    };
  return { ...base, verdict: judged.verdict, offer: judged.stated.figure, margin: judged.margin };
}

/** An amount is held against the amount on offer and a capacity against the capacity; where only the other is stated, against that. [MT42] */
function meantBy(from: Demand["from"], stated: readonly Stated[]): readonly Stated[] {
  const alike = stated.filter((one) => (one.from === "volume") === (from === "volume"));
  return alike.length > 0 ? alike : stated;
}

function otherVolume(offers: Offers): Stated["figure"] | undefined {
  for (const [attribute, [first]] of offers) if (isVolume(attribute)) return first?.figure;
  return undefined;
}

/** Whether a broken requirement is a volume of which a named part is covered: the rest may come from others. [MT11] */
export function isPart({ attribute, verdict, margin }: Verdict): boolean {
  return verdict === "fail" && isVolume(attribute) && margin !== undefined && 1 + margin >= leastPart;
}

function compareJudged(a: Judged, b: Judged): number {
  return rankOf[b.verdict] - rankOf[a.verdict] || (b.margin ?? 0) - (a.margin ?? 0);
}

/** Tonnes of two different lithium compounds are compared by the lithium in them, in tonnes of what is offered. [MT42] */
function onBasisOf({ figure, lce }: Demand, accepts: Interval, stated: Stated): Interval {
  const isMass = figure.attribute === "capacity_ta" && lce !== undefined && stated.lce !== undefined;
  if (!isMass || stated.lce === lce) return accepts;
  const factor = lce / stated.lce;
  return { low: accepts.low * factor, high: accepts.high * factor };
}

function asPromised({ figure }: Demand, stated: Stated): Stated {
  return stated.promises && stated.figure.op === figure.op ? { ...stated, states: stated.promises } : stated;
}

function judgeStated(accepts: Interval, stated: Stated): Judged {
  const { states, figure } = stated;
  const isApart = states.high < accepts.low || states.low > accepts.high;
  if (isApart) return { verdict: "fail", margin: -shortfallOf(accepts, states, figure.attribute), stated };
  const isInside = states.low >= accepts.low && states.high <= accepts.high;
  // A corridor that an offer states is one in which it can be set: touching the wanted one is enough.
  const canBeSet = directionOf(figure.attribute) === null && figure.op === "range";
  if (!isInside && !canBeSet) return { verdict: "unknown", stated };
  return { verdict: "pass", margin: Math.max(0, reserveOf(accepts, states, figure.attribute)), stated };
}

function shortfallOf(accepts: Interval, states: Interval, attribute: string): number {
  return states.high < accepts.low
    ? (accepts.low - states.high) / scaleOf(accepts.low, attribute)
    : (states.low - accepts.high) / scaleOf(accepts.high, attribute);
}

function reserveOf(accepts: Interval, states: Interval, attribute: string): number {
  const below = Number.isFinite(accepts.low)
    ? (states.low - accepts.low) / scaleOf(accepts.low, attribute)
    : Infinity;
  const above = Number.isFinite(accepts.high)
    ? (accepts.high - states.high) / scaleOf(accepts.high, attribute)
    : Infinity;
  const reserve = Math.min(below, above);
  return Number.isFinite(reserve) ? reserve : 0;
}

/**
 * How bad a broken requirement is, 0 to 1: an impurity or a volume that is missed by all of its limit, or anything else
 * that is missed by four tenths of it, counts in full. A verdict without a margin does too. [MT17]
 */
export function severityOf({ attribute, need, margin }: Verdict): number {
  const limit = toScale(attribute, need.value, need.unit) ?? 0;
  const full = isVolume(attribute) || isImpurity(limit, attribute) ? 1 : 0.4;
  return Math.min(1, Math.abs(margin ?? 1) / full);
}

/** A share of what is not wanted: little of something, or the rest that a purity leaves. */
function isImpurity(limit: number, attribute: string): boolean {
  const unit = parseUnit(findAttribute(attribute)?.unit ?? "");
  if (unit?.dimension !== "fraction") return false;
  return (
    directionOf(attribute) === false ||
    (unit.factor === "0.01" && directionOf(attribute) === true && limit > 90)
  );
}

/** Above 90 % the distance to 100 % is what counts: 99.0 for 99.5 is twice the impurity. */
function scaleOf(limit: number, attribute: string): number {
  const unit = findAttribute(attribute)?.unit ?? "";
  const isShare = parseUnit(unit)?.factor === "0.01" && directionOf(attribute) === true;
  const scale = isShare && limit > 90 ? 100 - limit : Math.abs(limit);
  return Math.max(scale, 1e-9);
}

import { ancestorsOf, findConcept } from "../../chain/index.ts";
import { judgeCertificates, judgePlace } from "../constrain/judge-conditions.ts";
import { isPart, severityOf } from "../constrain/judge-figure.ts";
import {
  isSameRegion,
  judgeCooperation,
  judgeDelivery,
  judgeIp,
  judgeTransport,
  type TermVerdict,
} from "../constrain/judge-terms.ts";
import { printFigure } from "../constrain/print-figure.ts";
import type { Reason, Verdict } from "../document.ts";
import type { ReasonCode } from "../explain/reason-codes.ts";
import type { PreparedDocument } from "../prepare-document.ts";
import type { Kinship } from "../relate/relate-concepts.ts";
import type { Side } from "../relate/side-of-pair.ts";
import { judgeSchedule } from "../schedule/judge-schedule.ts";
import { weightOfHeard } from "./heard-figure.ts";
import type { Pair } from "./pair.ts";
import { goodsForWork, heardWeightsOf, type MatchWeights, offerSideShare, textScale } from "./weights.ts";

/**
 * The reasons for and against a pair from one side, as contributions whose sum is that side's logit. [MT9] [MT14]
 * The side that offers minds a broken figure less: it is the other's limit.
 */
export function weighSide(side: Side, pair: Pair, given: MatchWeights): readonly Reason[] {
  const { demand, offer, verdicts } = pair;
  const weights = pair.isHeard ? heardWeightsOf(given) : given;
  const cooperation = judgeCooperation(demand.document, offer.document);
  const delivery = judgeDelivery(demand.document, offer.document);
  const { credit } = weights;
  const hasFigures = verdicts.some((verdict) => verdict.hard);
  const notAsked =
    (hasFigures ? 0 : credit.figures) +
    (cooperation.asked ? 0 : credit.cooperation) +
    (delivery.asked ? 0 : credit.delivery);
  const share = side === "offer" ? offerSideShare : 1;
  return [
    { code: "base", params: {}, weight: weights.base + notAsked },
    reasonOfKinship(pair, weights),
    ...reasonsOfExclusion(demand, offer, weights),
    ...verdicts.map((verdict) => reasonOfVerdict(verdict, pair, share, weights)),
    ...reasonOfTerm("cooperation", cooperation, credit.cooperation, weights.cooperation),
    ...reasonOfTerm("delivery", delivery, credit.delivery, { ...weights.delivery, kindred: 0 }),
    ...reasonOfSchedule(pair, weights),
    ...reasonOfIp(pair, weights),
    ...reasonOfTransport(pair, weights),
    ...reasonsOfConditions(pair, weights),
    ...reasonOfRegion(pair, weights),
    ...reasonOfText(pair, weights),
  ];
}

function reasonOfKinship(pair: Pair, weights: MatchWeights): Reason {
  const { kinship } = pair;
  const { need, offer, via, prominence } = kinship;
  const weight =
    weights.tie[kinship.code] * prominence * (isGoodsForWork(pair) ? goodsForWork : 1) +
    answeredWeight(pair, weights, need === undefined ? 0 : pair.answered.concepts);
  if (need === undefined || offer === undefined) return { code: "concept_none", params: {}, weight };
  const code = codeOfKinship(kinship);
  const between = code.endsWith("_via") && via !== undefined ? { conceptVia: via } : {};
  return { code, params: { conceptNeed: need, conceptOffer: offer, ...between }, weight };
}

const goods: ReadonlySet<string | undefined> = new Set(["product", "reagent"]);

/** Whether work is asked for and goods are offered, by what each text is first about: a toller for black mass is no seller of it. */
function isGoodsForWork({ demand, offer, isHeard }: Pair): boolean {
  if (!isHeard) return false;
  const asked = findConcept(demand.document.concepts[0] ?? "")?.type;
  const given = findConcept(offer.document.concepts[0] ?? "")?.type;
  return asked !== undefined && !goods.has(asked) && goods.has(given);
}

function codeOfKinship({ code, via }: Kinship): ReasonCode {
  if (code === "sibling") return "concept_sibling_via";
  const isDetailed = code === "input" || code === "output" || code === "near";
  return isDetailed && via !== undefined ? `concept_${code}_via` : `concept_${code}`;
}

/** [MT4] What the text of the demand excludes by name, the offer's main concept and its family included. */
export function excludedConceptOf(demand: PreparedDocument, offer: PreparedDocument): string | undefined {
  const main = mainConceptOf(offer);
  if (main === undefined || !findConcept(main)) return undefined;
  return [main, ...ancestorsOf(main)].find((id) => demand.excluded.has(id));
}

export function mainConceptOf(document: PreparedDocument): string | undefined {
  return document.concepts.find(({ primary }) => primary)?.id;
}

function reasonsOfExclusion(
  demand: PreparedDocument,
  offer: PreparedDocument,
  weights: MatchWeights,
): readonly Reason[] {
  const concept = excludedConceptOf(demand, offer);
  return concept === undefined
    ? []
    : [{ code: "concept_excluded", params: { concept }, weight: -weights.excluded }];
}

function reasonOfVerdict(verdict: Verdict, pair: Pair, share: number, weights: MatchWeights): Reason {
  const { demand, verdicts: all } = pair;
  const heard = demand.document.heard ? weights.heard : undefined;
  const credit = verdict.hard ? weights.credit.figures / all.filter(({ hard }) => hard).length : 0;
  const covered = verdict.hard && isPart(verdict);
  const params = {
    attribute: verdict.attribute,
    need: printFigure(verdict.need),
    ...(verdict.offer && verdict.verdict !== "unknown" ? { offer: printFigure(verdict.offer) } : {}),
    ...(covered ? { share: Math.round((1 + (verdict.margin ?? 0)) * 100) } : {}),
  };
  const code: ReasonCode = covered ? "figure_part" : `${verdict.hard ? "figure" : "wish"}_${verdict.verdict}`;
  const weight = heard ? weightOfHeard(pair, verdict, heard) : -costOf(verdict, covered, weights);
  return { code, params, weight: credit + weight * share };
}

/** What an open or a broken figure costs, in steps that never go down as the verdict gets worse. [MT14] */
function costOf(verdict: Verdict, covered: boolean, weights: MatchWeights): number {
  const { open, broken, short } = verdict.hard ? weights.hard : weights.wish;
  if (verdict.verdict !== "fail") return verdict.verdict === "unknown" ? open : 0;
  if (covered) return open + weights.part.broken + weights.part.short * Math.abs(verdict.margin ?? 1);
  return open + broken + short * severityOf(verdict);
}

function reasonOfTerm(
  name: "cooperation" | "delivery",
  term: TermVerdict,
  credit: number,
  costs: { readonly open: number; readonly kindred: number; readonly apart: number },
): readonly Reason[] {
  if (!term.asked) return [];
  const missed = costs.open + costs.kindred + (term.partial ? 0 : costs.apart);
  const cost = { pass: 0, unknown: costs.open, fail: missed }[term.verdict];
  const code: ReasonCode =
    name === "cooperation" && term.partial ? "cooperation_kindred" : `${name}_${term.verdict}`;
  return [{ code, params: {}, weight: credit - cost }];
}

/** How many short months or weeks a reason names. */
const namedPeriods = 4;

/**
 * A schedule is the time of delivery told closely, and costs as that does: a year that is short as much as times that do not overlap. By
 * short days rather than by share, so that one month more that is asked for never makes the rest look better. [MT14] [MT85]
 */
function reasonOfSchedule({ demand, offer }: Pair, { delivery }: MatchWeights): readonly Reason[] {
  const { asked, verdict, partial, cover } = judgeSchedule(demand.document, offer.document);
  if (!asked) return [];
  if (!cover) return [{ code: "schedule_unknown", params: {}, weight: -delivery.open }];
  const { periods, step, shortDays } = cover;
  const short = periods.filter(({ isShort }) => isShort).map(({ period }) => period);
  const told = { count: periods.length, step };
  const weight = verdict === "pass" ? 0 : -delivery.open - delivery.apart * Math.min(1, shortDays / 365);
  if (!partial) return [{ code: `schedule_${verdict}`, params: told, weight }];
  const named = {
    periods: short.slice(0, namedPeriods).join(" "),
    more: Math.max(0, short.length - namedPeriods),
  };
  const params = { ...told, covered: periods.length - short.length, ...named };
  return [{ code: "schedule_part", params, weight }];
}

function reasonOfIp({ demand, offer }: Pair, { ip }: MatchWeights): readonly Reason[] {
  const { asked, verdict, partial } = judgeIp(demand.document, offer.document);
  if (!asked) return [];
  const cost = { pass: 0, unknown: ip.open, fail: ip.open + ip.weak + (partial ? 0 : ip.apart) }[verdict];
  return [{ code: partial ? "ip_partial" : `ip_${verdict}`, params: {}, weight: -cost }];
}

function reasonOfTransport({ demand, offer }: Pair, { transport }: MatchWeights): readonly Reason[] {
  const main = mainConceptOf(offer);
  const { asked, verdict, good } = judgeTransport(offer.document, main, demand.transport, offer.transport);
  if (!asked || !good || main === undefined) return [];
  const cost = { pass: 0, unknown: transport.open, fail: transport.open + transport.apart }[verdict];
  return [{ code: `transport_${verdict}`, params: { conceptOffer: main, un: good.un }, weight: -cost }];
}

function reasonsOfConditions({ demand, offer }: Pair, weights: MatchWeights): readonly Reason[] {
  const costOf = ({ verdict }: TermVerdict, { open, apart }: MatchWeights["certificate"]) =>
    ({ pass: 0, unknown: open, fail: open + apart })[verdict];
  const certificates = judgeCertificates(demand.document, offer.document);
  const place = judgePlace(demand.document, offer.document);
  return [
    ...(certificates.asked
      ? [
          {
            code: `certificate_${certificates.verdict}` as const,
            params: { certificates: certificates.names.join(" · ") },
            weight: -costOf(certificates, weights.certificate),
          },
        ]
      : []),
    ...(place.asked
      ? [{ code: `place_${place.verdict}` as const, params: {}, weight: -costOf(place, weights.place) }]
      : []),
  ];
}

function reasonOfRegion({ demand, offer }: Pair, weights: MatchWeights): readonly Reason[] {
  const region = offer.document.region;
  if (region === undefined || isSameRegion(demand.document, offer.document) !== true) return [];
  return [{ code: "region_same", params: { region }, weight: weights.sameRegion }];
}

function reasonOfText(pair: Pair, weights: MatchWeights): readonly Reason[] {
  const { amount, terms } = pair.shared;
  const { answered } = pair;
  if (amount === 0 && answered.words === 0) return [];
  return [
    {
      code: "text_shared",
      params: { terms: (terms.length > 0 ? terms : answered.terms).join(" · ") },
      weight: weights.text * Math.log1p(amount / textScale) + answeredWeight(pair, weights, answered.words),
    },
  ];
}

/** The part of what the offer answers that words or concepts make up: words speak as a reason of words, concepts with their tie. [MT101] */
function answeredWeight({ answered }: Pair, { heard }: MatchWeights, part: number): number {
  const all = answered.words + answered.concepts;
  return all === 0 || !heard ? 0 : heard.answered * Math.log1p(all) * (part / all);
}

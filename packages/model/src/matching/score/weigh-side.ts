import { ancestorsOf, findConcept } from "../../chain/index.ts";
import { isSameRegion, judgeCooperation, judgeDelivery, type TermVerdict } from "../constrain/judge-terms.ts";
import { printFigure } from "../constrain/print-figure.ts";
import type { Reason, Verdict } from "../document.ts";
import type { ReasonCode } from "../explain/reason-codes.ts";
import type { PreparedDocument } from "../prepare-document.ts";
import type { Kinship } from "../relate/relate-concepts.ts";
import type { Side } from "../relate/side-of-pair.ts";
import { compareTerms } from "./compare-terms.ts";
import { weights } from "./weights.ts";

export type Pair = {
  readonly demand: PreparedDocument;
  readonly offer: PreparedDocument;
  readonly kinship: Kinship;
  readonly verdicts: readonly Verdict[];
};

/**
 * The reasons for and against a pair from one side, as contributions whose sum is that side's logit. [MT9] [MT14]
 * The side that offers minds a broken figure less: it is the other's limit.
 */
export function weighSide(side: Side, pair: Pair): readonly Reason[] {
  const { demand, offer, kinship, verdicts } = pair;
  const cooperation = judgeCooperation(demand.document, offer.document);
  const delivery = judgeDelivery(demand.document, offer.document);
  const hasFigures = verdicts.some((verdict) => verdict.hard);
  const notAsked =
    (hasFigures ? 0 : weights.credit.figures) +
    (cooperation.asked ? 0 : weights.credit.cooperation) +
    (delivery.asked ? 0 : weights.credit.delivery);
  return [
    { code: "base", params: {}, weight: weights.bias + notAsked },
    reasonOfKinship(kinship),
    ...reasonsOfExclusion(demand, offer),
    ...verdicts.map((verdict) =>
      reasonOfVerdict(verdict, verdicts, side === "offer" ? weights.offerSide : 1),
    ),
    ...reasonOfTerm("cooperation", cooperation, weights.credit.cooperation, weights.cooperation),
    ...reasonOfTerm("delivery", delivery, weights.credit.delivery, { ...weights.delivery, partial: 0 }),
    ...reasonOfRegion(pair),
    ...reasonOfText(pair),
  ];
}

function reasonOfKinship(kinship: Kinship): Reason {
  const { need, offer, via, value } = kinship;
  if (need === undefined || offer === undefined) return { code: "concept_none", params: {}, weight: value };
  const code = codeOfKinship(kinship);
  const between = code.endsWith("_via") && via !== undefined ? { conceptVia: via } : {};
  return { code, params: { conceptNeed: need, conceptOffer: offer, ...between }, weight: value };
}

function codeOfKinship({ code, via }: Kinship): ReasonCode {
  if (code === "sibling") return "concept_sibling_via";
  const isDetailed = code === "input" || code === "output" || code === "near";
  return isDetailed && via !== undefined ? `concept_${code}_via` : `concept_${code}`;
}

/** [MT4] What the text of the demand excludes by name, the offer's main concept and its family included. */
export function excludedConceptOf(demand: PreparedDocument, offer: PreparedDocument): string | undefined {
  const main = offer.concepts.find(({ primary }) => primary)?.id;
  if (main === undefined || !findConcept(main)) return undefined;
  return [main, ...ancestorsOf(main)].find((id) => demand.excluded.has(id));
}

function reasonsOfExclusion(demand: PreparedDocument, offer: PreparedDocument): readonly Reason[] {
  const concept = excludedConceptOf(demand, offer);
  return concept === undefined
    ? []
    : [{ code: "concept_excluded", params: { concept }, weight: -weights.excluded }];
}

function reasonOfVerdict(verdict: Verdict, all: readonly Verdict[], factor: number): Reason {
  const scale = verdict.hard ? weights.hard : weights.wish;
  const credit = verdict.hard ? weights.credit.figures / all.filter(({ hard }) => hard).length : 0;
  const cost = { pass: 0, unknown: scale.unknown, fail: failureCost(verdict, scale) }[verdict.verdict];
  return {
    code: `${verdict.hard ? "figure" : "wish"}_${verdict.verdict}`,
    params: {
      attribute: verdict.attribute,
      need: printFigure(verdict.need),
      ...(verdict.offer && verdict.verdict !== "unknown" ? { offer: printFigure(verdict.offer) } : {}),
    },
    weight: credit - cost * factor,
  };
}

function failureCost(verdict: Verdict, scale: { fail: number; perShortfall: number; most: number }): number {
  return scale.fail + Math.min(scale.most, scale.perShortfall * Math.abs(verdict.margin ?? 1));
}

function reasonOfTerm(
  name: "cooperation" | "delivery",
  term: TermVerdict,
  credit: number,
  costs: { readonly unknown: number; readonly partial: number; readonly fail: number },
): readonly Reason[] {
  if (!term.asked) return [];
  const cost = { pass: 0, unknown: costs.unknown, fail: term.partial ? costs.partial : costs.fail }[
    term.verdict
  ];
  const code: ReasonCode =
    name === "cooperation" && term.partial ? "cooperation_kindred" : `${name}_${term.verdict}`;
  return [{ code, params: {}, weight: credit - cost }];
}

function reasonOfRegion({ demand, offer }: Pair): readonly Reason[] {
  const region = offer.document.region;
  if (region === undefined || isSameRegion(demand.document, offer.document) !== true) return [];
  return [{ code: "region_same", params: { region }, weight: weights.sameRegion }];
}

function reasonOfText({ demand, offer }: Pair): readonly Reason[] {
  const { similarity, terms } = compareTerms(demand, offer);
  if (terms.length === 0) return [];
  return [{ code: "text_shared", params: { terms: terms.join(" · ") }, weight: weights.text * similarity }];
}

import type { Quantity } from "@lilink/engine/quantity";
import { type Span, sentencesOf } from "@lilink/engine/text";
import { findConcept } from "../../chain/index.ts";
import type { Reading } from "../analyze/analyze-text.ts";
import type { Mention } from "../analyze/mention.ts";
import type { Sorted } from "./ask-rivals.ts";
import { linksOnly } from "./bind-figure.ts";
import {
  amountEnd,
  bothEnds,
  bracket,
  clauseEnd,
  deal,
  deeds,
  deliveredBefore,
  deliveredBehind,
  demanded,
  fitFor,
  listed,
  made,
  ofAmount,
  others,
  ownFigure,
  plain,
  plainLimits,
  plantBefore,
  plantBehind,
  sentenceEnd,
  stock,
  undertaken,
  wanted,
} from "./evidence-words.ts";
import { typical } from "./head-table.ts";
import { isHeadless } from "./is-headless.ts";
import { likelyThings } from "./likely-things.ts";
import type { RankedConcept } from "./rank-concepts.ts";
import { soundsLikeDemand } from "./read-intent.ts";
import type { SortedQuantities } from "./sort-quantities.ts";
import { clauseBefore, isAskedBesides, isDealt, isOfFamily, isToldBy } from "./tell-deal.ts";
import { isOfOthers } from "./tell-incoming.ts";
import { standsAlone, withoutTimes } from "./tell-time.ts";
import { isAmount, isCount, isTakenIn } from "./tell-volume.ts";

/** What fills a field, and the figures that are asked instead. */
export type Weighed = Pick<SortedQuantities, "figures" | "volume"> & {
  readonly concepts: readonly RankedConcept[];
  readonly asked: readonly Sorted[];
  readonly isWindowSure: boolean;
};

const works = new Set(["process", "technology", "equipment", "service"]);
// As far as a thing carries a figure that stands alone, and a verb its object.
const [nearBearer, nearCount, manyFellows] = [20, 8, 3];
const assay = 2;
const nearVerb = 40;

/**
 * The one test of evidence: what was read fills a field only where the text gives grounds for it; else it is asked. [MT90] [MT100]
 * @param ranked the concepts of the text, the primary one first
 * @param isChosen whether the form already knows what the text is about
 */
export function weighEvidence(
  reading: Reading,
  ranked: readonly RankedConcept[],
  sorted: SortedQuantities,
  isChosen = false,
): Weighed {
  const weigher = new Weigher(reading, ranked, sorted.figures, isChosen);
  const likely = likelyThings(reading.normal.text, ranked);
  const figures = sorted.figures.filter(
    (one) => !isOfOthers(reading.normal.text, one, ranked) && weigher.isSureFigure(one),
  );
  return {
    concepts: ranked.map((one) =>
      one.isSubject || (weigher.isSureThing(one) && likely.has(one.concept)) ? one : { ...one, aside: true },
    ),
    figures,
    asked: sorted.figures.filter((one) => !figures.includes(one)),
    volume: sorted.volume && weigher.isSureAmount(sorted.volume) ? sorted.volume : null,
    isWindowSure: reading.window !== null && weigher.isSureTime(reading.window),
  };
}

class Weigher {
  readonly #text: string;
  readonly #timeless: string;
  readonly #mentions: readonly Mention[];
  readonly #taken: readonly RankedConcept[];
  readonly #figures: readonly Sorted[];
  readonly #quantities: readonly Quantity[];
  readonly #sentences: readonly Span[];
  readonly #asks: boolean;
  readonly #isChosen: boolean;

  constructor(
    { normal: { text }, mentions, quantities, times }: Reading,
    ranked: readonly RankedConcept[],
    figures: readonly Sorted[],
    isChosen: boolean,
  ) {
    this.#text = text;
    this.#timeless = withoutTimes(text, times);
    this.#mentions = mentions;
    this.#taken = ranked.filter(({ aside, describes }, index) => !aside && (index === 0 || !describes));
    this.#figures = figures;
    this.#isChosen = isChosen;
    this.#quantities = quantities;
    this.#sentences = sentencesOf(text);
    this.#asks = soundsLikeDemand(text);
  }

  /**
   * A limit of goods needs a thing before it, or figures beside it, or the text to itself. A statement needs figures beside it, or in a
   * text that asks for nothing the subject right before it. What a plant does needs both.
   */
  isSureFigure({ figure, quantity, by, gap = "" }: Sorted): boolean {
    const isStatement = figure.op === "=" || figure.op === "about";
    const isDeed = deeds.has(figure.attribute);
    const bearer = this.#mentions.findLast(({ end }) => end <= quantity.start);
    const isNear =
      bearer !== undefined &&
      this.#isTaken(bearer) &&
      (quantity.start - bearer.end <= nearBearer ||
        !clauseEnd.test(this.#text.slice(bearer.end, quantity.start)));
    const fellows = this.#figures.length - 1;
    // Ore of 0.8 %, for which a sorter is asked: what is named beside the subject keeps its figures.
    if (
      isStatement &&
      this.#asks &&
      bearer &&
      !this.#isTaken(bearer) &&
      !clauseEnd.test(this.#text.slice(bearer.end, quantity.start).replace(bracket, ""))
    )
      return false;
    if (by === "word" && isToldBy(this.#taken[0]?.concept, figure.attribute)) return true;
    if (figure.attribute === "altitude" && fitFor.test(this.#clauseBefore(quantity))) return true;
    // A unit that only one attribute has names it, whatever stands between.
    if (!isDeed && by === "unit" && this.#taken.length > 0) return true;
    if (this.#isPlain(figure.attribute, isStatement, quantity, by)) return true;
    if (by !== "topic" && this.#isDefining(figure.attribute, quantity)) return true;
    if (isStatement && !linksOnly(gap) && (this.#asks || fellows < 1)) return false;
    if (!isStatement && !isDeed)
      return (
        fellows > 0 ||
        this.#asks ||
        this.#mentions.length > 0 ||
        this.#isBesideLimit(quantity) ||
        this.#isChosen ||
        !clauseEnd.test(this.#text.trim())
      );
    if (fellows > 0) return !(isStatement && isDeed) || isNear || fellows >= manyFellows;
    const isOfMany = this.#isBesideLimit(quantity);
    if (isDeed && !isStatement) return isOfMany || demanded.test(this.#clauseBefore(quantity));
    if (!this.#asks) return isNear || isOfMany || (!isDeed && this.#isOfAssay(quantity));
    // DTD wanted, purity 99.8: a clause of its own behind what is asked for.
    if (!isNear) return false;
    return (
      this.#clauseBefore(bearer).search(wanted) >= 0 ||
      (!isDeed &&
        this.#text.slice(0, quantity.start).search(wanted) >= 0 &&
        clauseEnd.test(this.#text.slice(bearer.end, quantity.start)))
    );
  }

  /** Whether a share stands in a row of shares, as an assay has them: Ni 18 %, Co 6.9 %, moisture 6 %. */
  #isOfAssay(quantity: Quantity): boolean {
    return (
      quantity.unit === "%" && this.#besides(quantity).filter(({ unit }) => unit === "%").length >= assay
    );
  }

  /** Whether goods are told by this attribute, a foil by its gauge, and no other figure of the text could be it. */
  #isDefining(attribute: string, quantity: Quantity): boolean {
    const kind = typical.get(attribute)?.things;
    return (
      kind !== undefined &&
      this.#quantities.every(({ unit, start }) => unit !== quantity.unit || start === quantity.start) &&
      this.#taken
        .slice(0, 1)
        .some(({ concept }) =>
          [concept, findConcept(concept)?.stage ?? ""].some((id) => new RegExp(kind).test(id)),
        )
    );
  }

  /** Whether a figure is named by what names nothing else, and its clause is of nobody else, of no test and of nothing that was. */
  #isPlain(attribute: string, isStatement: boolean, { start, end }: Quantity, by: string): boolean {
    if (!plain.has(attribute) && ((isStatement && this.#asks) || !plainLimits.has(attribute))) return false;
    if (by === "topic") return false;
    const left = this.#clauseBefore({ start, end });
    const right = this.#text.slice(end, end + nearVerb).split(clauseEnd)[0] ?? "";
    return !others.test(`${left} ${right}`);
  }

  /**
   * A product is a subject where it is asked for or offered in so many words. Else only the first is, and what stands in one list with it:
   * with figures of its own, or where nothing without a name is asked for. Beside a process it is its object.
   */
  isSureThing(one: RankedConcept): boolean {
    const at = this.#taken.indexOf(one);
    if (findConcept(one.concept)?.type !== "product") return at < 0 || !isAskedBesides(this.#text, one);
    if (at < 0 || this.#isDealt(one)) return true;
    const hasFigures = this.#figures.length > 0;
    if (this.#taken.some(({ concept }) => works.has(findConcept(concept)?.type ?? "")))
      return at === 0 && hasFigures;
    if (at > 0 && isOfFamily(one.concept, this.#taken[0]?.concept)) return true;
    if (at > 0) return this.#isListed(one) || ownFigure.test(this.#text.slice(one.end, one.end + nearBearer));
    return hasFigures || this.#isCounted(one) || !isHeadless(this.#text, this.#mentions);
  }

  /** Whether an amount stands right beside it: 每月70吨硫酸钴, 三元包420个. */
  #isCounted({ start, end }: Span): boolean {
    return this.#quantities.some(({ core, unit }) => {
      if (!isAmount({ unit }) && !isCount({ unit })) return false;
      if (core.end <= start)
        return start - core.end <= nearCount && !sentenceEnd.test(this.#text.slice(core.end, start));
      return (
        core.start >= end &&
        core.start - end <= nearBearer &&
        !clauseEnd.test(this.#text.slice(end, core.start))
      );
    });
  }

  /** An amount is of the subject where it stands beside its name or a word of the deal, or has a clause to itself. */
  isSureAmount({ start, end, unit }: Quantity): boolean {
    if (isCount({ unit })) return true;
    if (this.#taken.length === 0 && !this.#isChosen) return false;
    const left = clauseBefore(this.#text, { start, end }, amountEnd);
    const right = this.#text.slice(end, end + nearVerb).split(amountEnd)[0] ?? "";
    const first = findConcept(this.#taken[0]?.concept ?? "")?.type ?? "";
    // For a 500 t/a pilot, a plant of 20 GWh: what is built or run, and not what is asked for.
    if (this.#asks && plantBefore.test(left) && !stock.test(left)) return false;
    if ((this.#asks || works.has(first)) && plantBehind.test(right)) return false;
    if (works.has(first) && isTakenIn(left, unit) && !others.test(left)) return true;
    const beside = this.#mentions.filter(
      (one) => one.end > start - left.length && one.start < end + right.length,
    );
    if (beside.length === 0)
      return standsAlone(this.#timeless, { start, end }) || deal.test(left) || stock.test(`${left} ${right}`);
    // Of names on both sides the one that the amount is joined to has it: 20 t of carbonate.
    const behind = beside.find((one) => one.start >= end && ofAmount.test(this.#text.slice(end, one.start)));
    const owner = behind ?? beside.findLast((one) => one.end <= start) ?? beside[0];
    return owner !== undefined && this.#isTaken(owner) && !(this.#asks && made.test(left));
  }

  /** A time of delivery has a word of it beside it, or both its ends. */
  isSureTime({ start, end }: Span): boolean {
    const left = clauseBefore(this.#text, { start, end }, sentenceEnd);
    const right = this.#text.slice(end, end + nearBearer).split(sentenceEnd)[0] ?? "";
    if (undertaken.test(left)) return false;
    return (
      deliveredBefore.test(left) ||
      deliveredBehind.test(right) ||
      bothEnds.test(this.#text.slice(start, end).replaceAll("\n", " "))
    );
  }

  /** Whether another limit, also of something without an attribute, stands in the sentence of a figure: they are specifications. */
  #isBesideLimit(quantity: Quantity): boolean {
    return this.#besides(quantity).some(({ op }) => op !== "=" && op !== "about");
  }

  /** What stands in one sentence with a quantity. */
  #besides({ start }: Quantity): readonly Quantity[] {
    const sentence = this.#sentences.find((span) => span.start <= start && start < span.end);
    return this.#quantities.filter(
      (each) => each.start !== start && sentence && sentence.start <= each.start && each.start < sentence.end,
    );
  }

  #isTaken({ concept }: Mention): boolean {
    return this.#taken.some((one) => one.concept === concept);
  }

  #clauseBefore(place: Span): string {
    return clauseBefore(this.#text, place);
  }

  #isDealt(one: Span): boolean {
    return isDealt(
      this.#text,
      one,
      this.#asks && this.#taken.some(({ concept }) => works.has(findConcept(concept)?.type ?? "")),
    );
  }

  /** Whether it stands in one list with a subject: the first one, one of the deal, or one that does so itself. */
  #isListed(one: Mention, seen: readonly string[] = []): boolean {
    const known = [...seen, one.concept];
    return this.#mentions.some((other) => {
      if (known.includes(other.concept) || !this.#isTaken(other)) return false;
      const [first, last] = other.start < one.start ? [other, one] : [one, other];
      if (first.end > last.start || !listed.test(this.#text.slice(first.end, last.start))) return false;
      return (
        other.concept === this.#taken[0]?.concept || this.#isDealt(other) || this.#isListed(other, known)
      );
    });
  }
}

import type { Span } from "@lilink/engine/text";
import { ancestorsOf, findConcept } from "../../chain/index.ts";
import type { Reading } from "../analyze/analyze-text.ts";
import type { Mention } from "../analyze/mention.ts";
import { clauseEnd, deal, listed, ofAmount, sentenceEnd } from "./evidence-words.ts";
import type { RankedConcept } from "./rank-concepts.ts";
import { clauseBefore, isDealt, isOfFamily } from "./tell-deal.ts";
import { isAmount } from "./tell-volume.ts";

// A clause that brings in something else that is dealt in: 还能收退役包, we also sell packs.
const another =
  /^\s*(?:[-*•·\d.、)）]+\s*)?(?:另外?|还|也|同时|以及|此外|并|再|我们?|本厂|我[司厂方])?[有能可]?(?:另外?|还|也)?\s*$|^\s*(?:and|plus|&|以及|[及和])\s*\d[\d,.]*\s?\S{1,8}\s?(?:of\s)?$|\b(?:also|as well|besides|in addition|too)\b|[另还也]|此外|同时/i;
const listJoint = /^[\s,，、和与及或/+&]*(?:and|or|以及)?[\s,，、]*$/i;
const besides = /[另还也]|此外|同时|\b(?:also|as well|besides|in addition)\b/i;
const alsoHeld = /^(?:我[们司方])?[也还另]有/;
const broughtIn = /(?:另外?|此外|还)(?:再?[有要供收售])?$|\b(?:we )?also (?:have|offer|sell|take|need) $/i;
const shortList = /^[^\d,，;；。:：\n]{0,4}[、和与及或/][^\d,，;；。:：\n]{0,8}$/;
const longestClause = 60;

/**
 * Which pieces of a text are of a second product that it deals in: what stands in one clause with it, and what goes on in its sentence
 * until the first product is named again. [MT103]
 */
export class SecondTeller {
  readonly #text: string;
  readonly #mentions: readonly Mention[];
  readonly #kindOf = new Map<string, "first" | "second">();
  /** What the text deals in in the first place. */
  readonly first: string | undefined;
  /** The second products that have an amount of their own. */
  readonly #counted: ReadonlySet<string | undefined>;

  /** @param chosen what the form has chosen as its concept, if anything */
  constructor(
    { normal: { text }, mentions, quantities }: Reading,
    ranked: readonly RankedConcept[],
    chosen: string | undefined,
  ) {
    this.#text = text;
    const goods = ranked.filter(
      ({ concept, describes }) => !describes && findConcept(concept)?.type === "product",
    );
    const isNamed = goods.some(({ concept }) => concept === chosen || isOfFamily(concept, chosen));
    // A plant that works by a process buys goods: these are the first.
    const first = isNamed ? chosen : goods.find(({ aside }) => !aside)?.concept;
    this.first = first;
    const isProduct = first !== undefined;
    for (const { concept, aside } of isProduct ? goods : [])
      if (isAkin(concept, first)) this.#kindOf.set(concept, "first");
      else if (!aside) this.#kindOf.set(concept, "second");
    // What stands beside the subject elsewhere is goods of its own where its amount stands right beside it.
    const asides = new Set(goods.flatMap(({ concept, aside }) => (isProduct && aside ? [concept] : [])));
    const amountsOf = quantities.filter((one) => isAmount(one) && text[one.end - 1] !== "起");
    // A fellow kind is a second product where its clause says that it comes besides: we also take LFP black mass.
    for (const one of mentions)
      if (
        this.#kindOf.get(one.concept) === "first" &&
        one.concept !== first &&
        !isOfFamily(one.concept, first) &&
        this.#isBesides(one)
      )
        this.#kindOf.set(one.concept, "second");
    for (const one of mentions)
      if (
        asides.has(one.concept) &&
        !this.#kindOf.has(one.concept) &&
        (this.#isCounted(one, amountsOf) || this.#isBroughtIn(one))
      )
        this.#kindOf.set(one.concept, "second");
    this.#mentions = mentions.filter(({ concept, negated }) => !negated && this.#kindOf.has(concept));
    const isFirstDealt = this.#mentions.some(
      (one) =>
        this.#kindOf.get(one.concept) === "first" &&
        (isDealt(text, one, false) || /^[\s\p{P}]*$/u.test(clauseBefore(text, one))),
    );
    const amounts = isFirstDealt ? amountsOf : [];
    const isFirstCounted = amounts.some(
      (one) => this.#kindOf.get(this.#nearest(one)?.concept ?? "") === "first",
    );
    this.#counted = new Set(
      amounts.filter((one) => this.#isOwn(one, isFirstCounted)).map((one) => this.#ownerOf(one)),
    );
  }

  /** Whether a product stands beside the first with an amount of its own. */
  isSecond(concept: string): boolean {
    return this.#counted.has(concept);
  }

  /** The product beside the subject that a quantity or a time is of. */
  secondOf(place: Span): string | undefined {
    const owner = this.#counted.size > 0 ? this.#ownerOf(place) : undefined;
    return this.#counted.has(owner) ? owner : undefined;
  }

  /** As a quantity; but a time in a clause of its own is of all that its sentence names. */
  secondOfTime(place: Span): string | undefined {
    const second = this.secondOf(place);
    const { start, end } = this.#clauseOf(place);
    if (second === undefined || this.#mentions.some((one) => one.start >= start && one.end <= end))
      return second;
    const first = this.#mentions.findLast(
      (one) => this.#kindOf.get(one.concept) === "first" && one.end <= start,
    );
    return first && !sentenceEnd.test(this.#text.slice(first.end, start)) ? undefined : second;
  }

  /** An amount makes a second product where that stands in its clause, or comes besides; the first must have one too, unless the second comes besides. */
  #isOwn(amount: Span, isFirstCounted: boolean): boolean {
    const owner = this.#nearest(amount);
    if (owner === undefined) return false;
    if (this.#isBesides(owner)) return true;
    // Where one of them comes besides, both have the amounts that their sentences go on with.
    const isParted = this.#mentions.some((one) => this.#isBesides(one));
    const { start, end } = this.#clauseOf(amount);
    return isFirstCounted && (isParted || (owner.start >= start && owner.end <= end));
  }

  /** We also take LFP black mass, 磷酸铁锂黑粉也有少量: what its own clause brings in beside the first. */
  #isBesides(one: Mention): boolean {
    return besides.test(clauseBefore(this.#text, one)) || alsoHeld.test(this.#text.slice(one.end));
  }

  /** The same in so many words right beside it. */
  #isBroughtIn(one: Mention): boolean {
    return alsoHeld.test(this.#text.slice(one.end)) || broughtIn.test(clauseBefore(this.#text, one));
  }

  #joinedTo(place: Span): Mention | undefined {
    const { end } = this.#clauseOf(place);
    const behind = this.#mentions.find((one) => one.start >= place.end && one.end <= end);
    return behind && ofAmount.test(this.#text.slice(place.end, behind.start)) ? behind : undefined;
  }

  /** The product of its clause that a piece is joined to or stands behind, else the last one of its sentence. */
  #nearest(place: Span): Mention | undefined {
    const { start, end } = this.#clauseOf(place);
    const inside = this.#mentions.filter((one) => one.start >= start && one.end <= end);
    return (
      this.#joinedTo(place) ??
      inside.findLast((one) => one.end <= place.start) ??
      inside.find((one) => one.start >= place.end) ??
      this.#lastOfSentence(start)
    );
  }

  #ownerOf(place: Span): string | undefined {
    const isJoined = this.#joinedTo(place) !== undefined;
    const owner = this.#nearest(place);
    if (owner === undefined || this.#kindOf.get(owner.concept) !== "second") return undefined;
    if (this.#isListed(owner, isJoined ? undefined : place) || !this.#isDealtApart(owner)) return undefined;
    return owner.concept;
  }

  /** 50 t of hydroxide, NCM black mass 80 t/month: at the head of its clause or behind its amount. */
  #isCounted({ start, end, negated }: Mention, amounts: readonly Span[]): boolean {
    if (negated) return false;
    const isHead = this.#isHead(start);
    return amounts.some(
      (one) =>
        (one.end <= start && ofAmount.test(this.#text.slice(one.end, start))) ||
        (isHead && one.start >= end && /^[ :：]{0,2}$/.test(this.#text.slice(end, one.start))),
    );
  }

  /** Whether a place stands at the head of a line or a sentence. */
  #isHead(start: number): boolean {
    return /(?:^|[。;；\n]|\. )\s*$/.test(this.#text.slice(Math.max(0, start - 4), start));
  }

  #clauseOf({ start, end }: Span): Span {
    const left = clauseBefore(this.#text, { start, end });
    const right = this.#text.slice(end, end + longestClause).split(clauseEnd)[0] ?? "";
    return { start: start - left.length, end: end + right.length };
  }

  #lastOfSentence(start: number): Mention | undefined {
    const last = this.#mentions.findLast(({ end }) => end <= start);
    return last && !sentenceEnd.test(this.#text.slice(last.end, start)) ? last : undefined;
  }

  /** 碳酸锂、氢氧化锂各100吨: what is said behind a list is of all of it. */
  #isListed(owner: Mention, place: Span | undefined): boolean {
    if (place === undefined || owner.start >= place.end) return false;
    const before = this.#mentions.findLast(
      ({ concept, end }) => end <= owner.start && this.#kindOf.get(concept) === "first",
    );
    if (!before) return false;
    const gap = this.#text.slice(before.end, owner.start);
    return listJoint.test(gap) || listed.test(gap) || shortList.test(gap);
  }

  /** In a clause of its own, with a word of the deal or at its head. */
  #isDealtApart(owner: Mention): boolean {
    const left = clauseBefore(this.#text, owner);
    const isFirstBefore = this.#mentions.some(
      ({ concept, start, end }) =>
        this.#kindOf.get(concept) === "first" && start >= owner.start - left.length && end <= owner.start,
    );
    return (
      this.#isHead(owner.start) ||
      another.test(left) ||
      deal.test(left) ||
      (isFirstBefore && /\d[^\d]*$/.test(left))
    );
  }
}

export type TellSecond = Pick<SecondTeller, "secondOf" | "secondOfTime">;

/** Of a text whose second product was chosen, what is of that one is own, and all else is of the first. [MT103] */
export function secondTellerFor(
  reading: Reading,
  ranked: readonly RankedConcept[],
  chosen: string | undefined,
): TellSecond {
  const usual = new SecondTeller(reading, ranked, undefined);
  if (chosen === undefined || !usual.isSecond(chosen)) return new SecondTeller(reading, ranked, chosen);
  const turned = (owner: string | undefined) => (owner === chosen ? undefined : usual.first);
  return {
    secondOf: (place) => turned(usual.secondOf(place)),
    secondOfTime: (place) => turned(usual.secondOfTime(place)),
  };
}

/** The same, a kind of it, or a fellow kind: of grades of one salt nobody knows which is meant. */
function isAkin(concept: string, first: string | undefined): boolean {
  if (first === undefined || concept === first || isOfFamily(concept, first)) return true;
  const above = new Set(ancestorsOf(first));
  return ancestorsOf(concept).some((one) => above.has(one));
}

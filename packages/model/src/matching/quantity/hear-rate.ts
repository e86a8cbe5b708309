import { dimensionOf, isAmount, isSpan } from "./kind-of-quantity.ts";
import type { Quantity } from "./quantity.ts";
import { everySpan, goesOnListing, goesTo, listJoint, sentenceEnd } from "./unheard-words.ts";

/** A quantity of a text between its neighbours. */
type Neighbours = {
  readonly text: string;
  readonly quantity: Quantity;
  readonly previous: Quantity | undefined;
  readonly next: Quantity | undefined;
};

/** 6 L/24 h: an amount by a span of time of its own, on either side of the line. */
export function isPerSpan({ text, quantity, previous, next }: Neighbours): boolean {
  const isOver =
    next !== undefined && gapOf(text, quantity, next) === "/" && isAmount(quantity) && isSpan(next);
  const isBelow =
    previous !== undefined &&
    gapOf(text, previous, quantity) === "/" &&
    isAmount(previous) &&
    isSpan(quantity);
  return isOver || isBelow;
}

/** 4.6 kWh and 12 L of water per kg: what is doubtful of the last of a list is so of all. */
export function isPartOfRate({ text, quantity, next }: Neighbours): boolean {
  if (next?.doubt !== "rate_unknown" || !isAmount(quantity)) return false;
  const gap = gapOf(text, quantity, next);
  return everySpan.test(gap) || (isAmount(next) && listJoint.test(gap) && !sentenceEnd.test(gap));
}

/** 一个月用三四百吨,旺季能到六百吨: what a yearly or monthly amount goes on to may be by the same span of time. */
export function isStillRated({ text, quantity, previous }: Neighbours): boolean {
  if (!previous || !isAmount(quantity) || previous.unit === null) return false;
  const isRate = dimensionOf(previous).startsWith(`${dimensionOf(quantity)}_rate`);
  const gap = gapOf(text, previous, quantity);
  // 每公斤产品耗卤水0.6立方,淡水15升: by the kilogram too.
  if (previous.doubt === "rate_unknown" && isAmount(previous) && goesOnListing.test(gap)) return true;
  // 1.5克每升,钠钾加一起近百克: of a litre too.
  if (previous.unit === "g/L" && quantity.unit === "g" && !sentenceEnd.test(gap)) return true;
  return isRate && (goesTo.test(gap) || goesOnListing.test(gap)) && !sentenceEnd.test(gap);
}

/** What stands between two quantities. */
export function gapOf(text: string, first: Quantity, second: Quantity): string {
  return text.slice(first.end, second.start);
}

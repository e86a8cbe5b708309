import type { Decimal } from "decimal.js";
import { isByStep, isChangeOnly, isRevised } from "./join-quantities.ts";
import {
  dimensionOf,
  isAmount,
  isImplausible,
  isMoney,
  isRunning,
  isSpan,
  type Quantity,
  type QuantityDoubt,
  type UnitBook,
} from "./quantity.ts";
import { isRefused } from "./read-comparator.ts";
import { gapOf, isPartOfRate, isPerSpan, isStillRated } from "./read-rate.ts";
import { isCounted, isParting } from "./read-unit.ts";
import {
  aboutFar,
  changing,
  clauseEnd,
  denial,
  difference,
  everyAfter,
  everySpan,
  goesOn,
  goesOnPer,
  headWord,
  lifeWord,
  limitAfter,
  limitBefore,
  looseDeviation,
  lowerAfter,
  mistaken,
  moneyAfter,
  openRange,
  ownBase,
  paidAnew,
  parted,
  perNumber,
  rateStart,
  rateWord,
  reference,
  referenceAfter,
  rentWord,
  secondBase,
  shareWord,
  step,
  supposed,
  toldSpan,
  tonneWord,
  upperAfter,
} from "./unheard-words.ts";
import { hearBare } from "./unit-book.ts";

type Heard = {
  readonly book: UnitBook;
  readonly text: string;
  readonly quantity: Quantity;
  readonly previous: Quantity | undefined;
  readonly next: Quantity | undefined;
  /** The words of its clause before and after it that are no other quantity's. */
  readonly before: string;
  readonly after: string;
  /** What follows its unit. */
  readonly rest: string;
};

const rules: readonly (readonly [QuantityDoubt, (heard: Heard) => boolean])[] = [
  ["separator", ({ text, quantity, rest }) => isParted(text, quantity) || /^ \. ?\d|^\.\d/.test(rest)],
  ["unit_unknown", (heard) => isUnder(heard)],
  [
    "unit_unknown",
    ({ book, quantity, rest }) =>
      !isAmount(book, quantity) &&
      !isMoney(book, quantity) &&
      !quantity.unit?.includes("/") &&
      goesOnPer.test(rest),
  ],
  ["unit_unknown", ({ rest }) => goesOn.test(rest) && !isParting(rest) && !isCounted(rest)],
  [
    "fraction",
    ({ text, quantity, previous }) =>
      previous?.unit === null && gapOf(text, previous, quantity).trim() === "/",
  ],
  ["bound", ({ text, quantity }) => step.test(text.slice(0, quantity.core.start).slice(-24))],
  ["bound", ({ text, quantity }) => isByStep(text, quantity)],
  ["bound", ({ text, quantity }) => perNumber.test(text.slice(0, quantity.core.start).slice(-5))],
  ["bound", ({ text, quantity }) => isRevised(text, quantity)],
  [
    "bound",
    ({ text, quantity }) =>
      (isSpan(quantity) || quantity.unit === "years") &&
      toldSpan.test(text.slice(0, quantity.core.start).slice(-16)),
  ],
  [
    "bound",
    ({ text, quantity, before, after }) => denial.test(`${before} ${after}`) && !isRefused(text, quantity),
  ],
  [
    "bound",
    ({ quantity, before, after }) => !quantity.explicit && (aboutFar.test(before) || aboutFar.test(after)),
  ],
  [
    "bound",
    ({ text, quantity: { op, start } }) =>
      op === ">=" &&
      /^from\b/i.test(text.slice(start, start + 5)) &&
      changing.test(text.slice(Math.max(0, start - 44), start)),
  ],
  ["unit_ambiguous", ({ book, quantity }) => isImplausible(book, quantity)],
  ["bound", ({ before, after }) => supposed.test(before) || supposed.test(after)],
  [
    "rate_unknown",
    ({ quantity, before }) => (isSpan(quantity) || quantity.unit === "years") && everySpan.test(before),
  ],
  ["bound", ({ text, quantity }) => isDifference(text, quantity)],
  ["rate_unknown", (heard) => isPerSpan(heard)],
  ["unit_unknown", ({ text, quantity }) => looseDeviation.test(text.slice(0, quantity.core.start).slice(-5))],
  ["bound", ({ text, quantity }) => openRange.test(text.slice(0, quantity.core.start).slice(-8))],
  ["unit_ambiguous", (heard) => isShorthand(heard)],
  [
    "bound",
    ({ before, rest }) => mistaken.test(before) || reference.test(before) || referenceAfter.test(rest),
  ],
  [
    "rate_unknown",
    ({ book, quantity, before, rest }) =>
      (quantity.unit === "cycles" && everyAfter.test(rest)) ||
      (/^price/.test(dimensionOf(book, quantity)) && (secondBase.test(rest) || rentWord.test(before))) ||
      (isMoney(book, quantity) && paidAnew.test(before)),
  ],
  [
    "rate_unknown",
    ({ book, quantity, before, rest }) =>
      isMoney(book, quantity) &&
      ((ownBase.test(rest) && !isParting(rest)) || tonneWord.test(before) || headWord.test(before)),
  ],
  [
    "bound",
    ({ quantity, before, after }) =>
      !quantity.explicit && (limitBefore.test(before) || limitAfter.test(after)),
  ],
  [
    "bound",
    ({ quantity: { op }, after }) =>
      (op === ">=" && upperAfter.test(after)) || (op === "<=" && lowerAfter.test(after)),
  ],
  [
    "rate_unknown",
    ({ book, quantity, before, after }) =>
      (isAmount(book, quantity) || isRunning(quantity)) &&
      (rateWord.test(before) || rateWord.test(after) || rateStart.test(before)),
  ],
  ["bound", ({ book, text, quantity }) => isChangeOnly(book, text, quantity)],
  ["rate_unknown", (heard) => isPartOfRate(heard)],
  ["rate_unknown", (heard) => isStillRated(heard)],
];

/**
 * What the clause of a number says and the reading has not used makes it unsure: a limit or a span of time further off, a
 * unit that goes on, a number under a line, parted digits, a figure that is called a mistake or another's. [MT52]
 * @example hearUnheard(book, "不晚于合同生效后45天", quantities)[0]?.doubt // "bound"
 */
export function hearUnheard(
  book: UnitBook,
  text: string,
  quantities: readonly Quantity[],
): readonly Quantity[] {
  const heard: Quantity[] = [...quantities];
  for (let index = heard.length - 1; index >= 0; index--) {
    const quantity = heard[index];
    if (!quantity || quantity.doubt !== undefined) continue;
    if (quantity.unit === null) {
      heard[index] = hearBare(book, text, quantity);
      continue;
    }
    const context = contextOf(book, text, quantity, heard[index - 1], heard[index + 1]);
    const rule = rules.find(([, applies]) => applies(context));
    if (rule) heard[index] = { ...quantity, doubt: rule[0] };
  }
  return heard;
}

function contextOf(
  book: UnitBook,
  text: string,
  quantity: Quantity,
  previous?: Quantity,
  next?: Quantity,
): Heard {
  const { start, end, core } = quantity;
  const floor = Math.max(previous?.end ?? 0, start - 60);
  const ceiling = Math.min(next?.start ?? text.length, end + 60);
  const before = text.slice(floor, start).split(clauseEnd).at(-1) ?? "";
  // 3 % max. No black mass: the full stop of its own limit ends the clause.
  const isLast = text.charAt(end - 1) === "." && /^ \p{Lu}/u.test(text.slice(end, end + 2));
  const after = isLast ? "" : (text.slice(end, ceiling).split(clauseEnd)[0] ?? "");
  return { book, text, quantity, previous, next, before, after, rest: text.slice(core.end, core.end + 40) };
}

function isParted(text: string, { core }: Quantity): boolean {
  const before = text.slice(Math.max(0, core.start - 12), core.start);
  // 1，250 and 99，9 may be one number or two.
  const isGrouped =
    /(?:^|[^A-Za-z\d.])\d{1,3};$/.test(before) &&
    /^\d{1,3}(?!\d)/.test(text.slice(core.start, core.start + 4));
  // AG-7 18 t: the digits of a name.
  const isNamed = /[A-Za-z]-\d+ $/.test(before);
  return isGrouped || (parted.test(before) && !isNamed);
}

/** 12.3w, 99 min behind a purity, a currency before what is no money. */
function isShorthand({ book, text, quantity, before }: Heard): boolean {
  const surface = text.slice(quantity.core.start, quantity.core.end);
  if (quantity.unit === "W" && surface.endsWith("w")) return true;
  if (quantity.unit === "min" && / min$/.test(surface) && shareWord.test(before)) return true;
  if (
    quantity.unit === "CNY/kWh" &&
    /每度|\/ ?度/.test(text.slice(Math.max(0, quantity.core.start - 6), quantity.core.end))
  )
    return Number(quantity.value) > 10;
  const around = text.slice(Math.max(0, quantity.core.start - 30), quantity.core.end + 10);
  if (quantity.unit === "cycles" && surface.endsWith("次"))
    return (Number(quantity.value) < 100 || /每[日天月周年小]/.test(before)) && !lifeWord.test(around);
  const isPaid = /(?:[$¥€£]|USD|CNY|RMB|EUR) ?$/.test(
    text.slice(Math.max(0, quantity.core.start - 5), quantity.core.start),
  );
  const isMoneyLater = moneyAfter.test(text.slice(quantity.core.end, quantity.core.end + 10));
  return (isPaid || isMoneyLater) && !/^(?:money|price)/.test(dimensionOf(book, quantity));
}

/** 290 ml/100 g: the number under the line of a unit that was not read. */
function isUnder({ text, quantity, previous }: Heard): boolean {
  const isBehindLine = text.charAt(quantity.start - 1) === "/";
  return isBehindLine && previous?.end !== quantity.start - 1;
}

/** 3 points below the 95 %: how far from a figure, and no limit. */
function isDifference(text: string, { start, core }: Quantity): boolean {
  const word = /^(?:below|above|under|over) /i.test(text.slice(start, core.start));
  return word && difference.test(text.slice(Math.max(0, start - 24), start));
}

const inCycles = /(?:循环|寿命|cycl\w*)[^,，。;；\d]{0,10}$/i;

/** 循环1000周 are cycles; so are more weeks than anybody counts, where a life is spoken of. */
export function hearWeeks(text: string, at: number, value: Decimal): "cycles" | "weeks" | "either" {
  if (inCycles.test(text.slice(Math.max(0, at - 18), at))) return "cycles";
  if (value.lt(200)) return "weeks";
  return /循环|寿命|保持率|衰减/.test(text.slice(Math.max(0, at - 40), at + 24)) ? "cycles" : "either";
}

/** Half of 3,000 t and 3000吨的一半 are neither 3000 nor written. */
export function hearPart(text: string, start: number, end: number): "fraction" | undefined {
  const isPart =
    /(?<!\b(?:first|second|1st|2nd|other) )\b(?:half|thirds?|quarters?|fifths?|tenths?|double|twice|triple) (?:of )?(?:the |our |this |its )?$/i.test(
      text.slice(Math.max(0, start - 24), start),
    ) ||
    /^(?:的|之)(?:一半|半数|[一二三四五六七八九十]分之|[一二两三四五六七八九十\d]+倍)/.test(
      text.slice(end, end + 6),
    );
  return isPart ? "fraction" : undefined;
}

/** 12.500 tonnes may be twelve and a half, or twelve thousand five hundred as some write it. */
export function separatorDoubt(
  book: UnitBook,
  written: string,
  value: Decimal,
  unit: string | null,
): "separator" | undefined {
  const isAmount = /^(?:mass|energy|money|pieces|area|volume|price)/.test(dimensionOf(book, { unit }));
  const isOpen = /^[1-9]\d{0,2}\.\d\d0$/.test(written) && value.eq(written);
  return isAmount && isOpen ? "separator" : undefined;
}

/** 85°C×72h is a warmth for a time, no product. */
export function isCondition(text: string, at: number, unit: string | null): boolean {
  return /°C\s?[×xX*]\s?$/.test(text.slice(Math.max(0, at - 6), at)) && /^(?:h|min|days|s)$/.test(unit ?? "");
}

import type { Decimal } from "decimal.js";
import { parseUnit } from "../../chain/index.ts";
import type { Comparator } from "../../posting/index.ts";
import type { Span } from "../analyze/normalize-text.ts";
import { readComparator } from "./read-comparator.ts";
import { readNumber } from "./read-number.ts";
import { readUnit, yearlyUnitOf } from "./read-unit.ts";

/**
 * A number with its comparator and unit, as decimal strings. `unit` null: a bare number, kept for attributes that are
 * ratios. The span covers comparator and unit; `core` the number and unit alone. Positions are of the normal text.
 */
export type Quantity = Span & {
  readonly op: Comparator;
  readonly value: string;
  readonly high?: string | undefined;
  readonly unit: string | null;
  readonly core: Span;
  /** False when the comparator was not written and "=" was taken. */
  readonly explicit: boolean;
};

const startOfNumber = /^[\d.零〇一二两三四五六七八九十]|^[+-](?=[\d.])/;
const separator = /^\s?(?:~|-{1,2}|至|到|to|and|和|\.\.)\s?/i;
const amounts = new Set(["mass", "mass_lce", "energy"]);
const tolerance = /^\s?(?:±|\+\/-)\s?/;
const between = /(?:between|介于|from|自|从)\s*$/i;
const yearly =
  /(?:年(?:产能?|需求?量?|供应?量?|供货量?|采购量?|用量|处理量?|加工|出货|消耗)|每年|annual(?:ly)?|yearly|per year|a year)[^,，。;；]{0,10}$/i;

/**
 * All quantities of a normal text, leftmost first; `masked` places (dates, standards, names of things) are skipped. [MT5]
 * @example readQuantities("粒径8~15 µm", []) // one: range 8 to 15 µm
 */
export function readQuantities(text: string, masked: readonly Span[]): readonly Quantity[] {
  const found: Quantity[] = [];
  for (let at = 0; at < text.length; ) {
    const mask = masked.find((span) => span.start <= at && at < span.end);
    const quantity = !mask && canStartAt(text, at) ? readAt(text, at) : null;
    if (quantity) found.push(quantity);
    at = mask ? mask.end : quantity ? quantity.core.end : skipWord(text, at);
  }
  return found;
}

function canStartAt(text: string, at: number): boolean {
  const previous = text.charAt(at - 1);
  if (!startOfNumber.test(text.slice(at, at + 2)) || /[A-Za-z0-9_]/.test(previous)) return false;
  return !(/[+-]/.test(text.charAt(at)) && /[\d%°CμmA-Za-z)]/.test(previous));
}

/** The rest of a Latin word belongs to it: NCM811 and Ni90 hold no number. */
function skipWord(text: string, at: number): number {
  if (!/[A-Za-z]/.test(text.charAt(at))) return at + 1;
  const word = /^[A-Za-z][A-Za-z0-9.]*/.exec(text.slice(at, at + 40));
  return at + (word?.[0].length ?? 1);
}

function readAt(text: string, at: number): Quantity | null {
  const percent = /^百分之/.test(text.slice(Math.max(0, at - 3), at)) ? { end: -1, unit: "%" } : null;
  const first = readNumber(text, at);
  if (!first) return null;
  const unit = percent ? { end: first.end, unit: "%" } : readUnit(text, first.end);
  const firstEnd = unit?.end ?? first.end;
  const second = readSecond(text, firstEnd, at);
  const isSpoken = !/[\d.]/.test(text.charAt(at)) && !/[+-]/.test(text.charAt(at));
  const finalUnit = second?.unit ?? unit?.unit ?? null;
  if (
    finalUnit === null &&
    (isSpoken || /^[A-Za-z\p{Script=Han}]/u.test(text.slice(firstEnd, firstEnd + 1)))
  ) {
    if (isSpoken || !/^(?:以|及|左|或|的|[,，])/.test(text.slice(firstEnd, firstEnd + 1))) return null;
  }
  const end = second?.end ?? firstEnd;
  const words = readComparator(text, percent ? at - 3 : at, end);
  const core = { start: at, end };
  const rated = yearly.test(text.slice(Math.max(0, at - 24), at)) ? rateOf(finalUnit) : finalUnit;
  const span = { start: words.start, end: words.end, core, unit: rated };
  if (second) return { ...span, op: "range", ...boundsOf(first.value, second), explicit: true };
  return { ...span, op: words.op ?? "=", value: first.value.toFixed(), explicit: words.op !== null };
}

/** What is made or wanted in a year; a rate that the chain cannot write is no quantity. */
function rateOf(unit: string | null): string | null {
  const dimension = unit === null ? undefined : parseUnit(unit)?.dimension;
  if (unit === null || !dimension || !amounts.has(dimension)) return unit;
  return yearlyUnitOf(unit);
}

type Second = {
  readonly end: number;
  readonly value: Decimal;
  readonly unit: string | null;
  readonly isTolerance: boolean;
};

function readSecond(text: string, end: number, start: number): Second | null {
  const rest = text.slice(end, end + 8);
  const isTolerance = tolerance.test(rest);
  const joint = isTolerance ? tolerance.exec(rest) : separator.exec(rest);
  if (!joint) return null;
  if (/and|和/i.test(joint[0]) && !between.test(text.slice(Math.max(0, start - 9), start))) return null;
  const number = readNumber(text, end + joint[0].length);
  if (
    !number ||
    (/[+-]$/.test(joint[0].trim()) === false && number.value.isNegative() && !/[~至到]|to/i.test(joint[0]))
  )
    return null;
  const unit = readUnit(text, number.end);
  return { end: unit?.end ?? number.end, value: number.value, unit: unit?.unit ?? null, isTolerance };
}

function boundsOf(first: Decimal, second: Second): { value: string; high: string } {
  const bounds = second.isTolerance
    ? [first.minus(second.value), first.plus(second.value)]
    : [first, second.value];
  const [low = first, high = first] = bounds[0]?.gt(bounds[1] ?? 0) ? [bounds[1], bounds[0]] : bounds;
  return { value: low.toFixed(), high: high.toFixed() };
}

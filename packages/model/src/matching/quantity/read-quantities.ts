import type { Decimal } from "decimal.js";
import { parseUnit } from "../../chain/index.ts";
import type { Comparator } from "../../posting/index.ts";
import type { Span } from "../analyze/normalize-text.ts";
import { readComparator } from "./read-comparator.ts";
import { readNumber } from "./read-number.ts";
import { monthlyUnitOf, readUnit, yearlyUnitOf } from "./read-unit.ts";

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
const monthly = /(?:月(?:需求?量?|供应?量?|供货量?|采购量?|用量|产能?)|每月|monthly)[^,，。;；]{0,8}$/i;
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
  const maskedTo = new Uint32Array(text.length);
  for (const { start, end } of masked) maskedTo.fill(end, start, end);
  for (let at = 0; at < text.length; ) {
    const end = maskedTo[at] ?? 0;
    const quantity = end === 0 && canStartAt(text, at) ? readAt(text, at) : null;
    if (quantity) found.push(quantity);
    at = end > 0 ? end : quantity ? quantity.core.end : skipWord(text, at);
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
  const isPercent = text.slice(Math.max(0, at - 3), at) === "百分之";
  const first = readNumber(text, at);
  if (!first) return null;
  const unit = isPercent ? { end: first.end, unit: "%" } : readUnit(text, first.end);
  const firstEnd = unit?.end ?? endOfRatio(text, first.end);
  const second = readSecond(text, firstEnd, at);
  const finalUnit = second?.unit ?? unit?.unit ?? null;
  if (finalUnit === null && !mayStandBare(text, at, firstEnd)) return null;
  const core = { start: at, end: second?.end ?? firstEnd };
  const words = readComparator(text, isPercent ? at - 3 : at, core.end);
  const rated = rateOf(finalUnit, text.slice(Math.max(0, at - 24), at));
  const span = { start: words.start, end: words.end, core, unit: rated };
  if (second) return { ...span, op: "range", ...boundsOf(first.value, second), explicit: true };
  return { ...span, op: words.op ?? "=", value: first.value.toFixed(), explicit: words.op !== null };
}

/** 60:1 is the ratio 60. */
function endOfRatio(text: string, end: number): number {
  return end + (/^ ?: ?1(?![\d.])/.exec(text.slice(end, end + 6))?.[0].length ?? 0);
}

/** A number without a unit counts when written in digits, when no word is glued to it, and when it is no "from … to". */
function mayStandBare(text: string, start: number, end: number): boolean {
  if (!/[\d.+-]/.test(text.charAt(start))) return false;
  if (/(?:由|从|from)\s*$/i.test(text.slice(0, start).slice(-6))) return false;
  const next = text.charAt(end);
  return !/[A-Za-z:\p{Script=Han}]/u.test(next) || /[以及左或的]/.test(next);
}

/** What is made or wanted in a year; a rate that the chain cannot write is no quantity. */
function rateOf(unit: string | null, before: string): string | null {
  const dimension = unit === null ? undefined : parseUnit(unit)?.dimension;
  if (unit === null || !dimension || !amounts.has(dimension)) return unit;
  if (yearly.test(before)) return yearlyUnitOf(unit);
  return monthly.test(before) ? monthlyUnitOf(unit) : unit;
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

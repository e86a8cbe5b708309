import type { Decimal } from "decimal.js";
import type { QuantityDoubt, ReadUnit, UnitBook } from "./quantity.ts";
import { type ReadNumber, readNumber } from "./read-number.ts";
import { readUnit } from "./read-unit.ts";

export type ReadBounds = {
  readonly end: number;
  readonly low: Decimal;
  readonly high: Decimal;
  readonly unit: ReadUnit | null;
  readonly doubt?: QuantityDoubt;
};

const separator = /^ ?(?:~{1,2}|至|到|(?:up )?to\b|and\b|和|与|\.\.\.?|…{1,2}|--(?=\s?\d)|-)\s?/i;
const tolerance = /^\s?\(?(?:±|\+\/-|\+-|plus ?(?:or|and|\/|-)? ?minus\b|give or take\b|正负)\s?/i;
// 2.0(+0.05/-0.02)mm
const skewed = /^ ?\( ?\+ ?(\d+(?:\.\d+)?) ?\/ ?- ?(\d+(?:\.\d+)?) ?\)/;
const changeFrom =
  /\b(?:rais|increas|improv|lift|reduc|cut|lower|upgrad|expand|shorten|bring|push|go|went|grow|drop|fell|rise|rose)\w*\b[^.;,\d]{0,40}\bfrom\s$/i;
const fromBefore = /\bfrom $/i;
const between = /(?:between|介于|处于|在)\s*$/i;

/**
 * The second number of a range or a tolerance after a first one: 8~15 µm, 8 µm to 15 µm, 2-3万吨, -40--20 °C, 5±1 °C,
 * 100 g ± 5 %. A multiplier, an exponent and a unit at the end are shared. Null where none stands. [MT5]
 */
export function readBounds(
  book: UnitBook,
  text: string,
  start: number,
  first: ReadNumber,
  unit: ReadUnit | null,
): ReadBounds | null {
  const at = unit?.end ?? first.end;
  const rest = text.slice(at, at + 8);
  const packed = unit
    ? (/^\/(?:袋|箱|桶|包|托|件|只|bag|drum)(?=\s?\()/.exec(text.slice(at, at + 8))?.[0].length ?? 0)
    : 0;
  const skew = skewed.exec(text.slice(at, at + 24));
  if (skew && text.charAt(start) !== "+") {
    const [whole, more = "0", less = "0"] = skew;
    const late = unit ?? readUnit(book, text, at + whole.length);
    return {
      end: unit ? at + whole.length : (late?.end ?? at + whole.length),
      low: first.value.minus(less),
      high: first.value.plus(more),
      unit: late,
    };
  }
  const plusMinus = tolerance.exec(text.slice(at + packed, at + packed + 20));
  if (plusMinus) return readTolerance(book, text, at + packed + plusMinus[0].length, first, unit);
  if (/[+-]/.test(text.charAt(start))) {
    const fall = text.charAt(start) === "+" ? /^ ?\/ ?(?=-\d)/.exec(rest) : /^ ?\/ ?(?=\+\d)/.exec(rest);
    const lower = fall ? readNumber(text, at + fall[0].length) : null;
    if (lower) return rangeOf(book, text, start, first, unit, lower);
  }
  const joint = separator.exec(rest);
  if (!joint) return null;
  const isList = /and|和|与/i.test(joint[0]);
  if (isList && !between.test(text.slice(Math.max(0, start - 9), start))) return null;
  const second = readSigned(text, at + joint[0].length);
  // 20 kg up to 1 t needs both units, from 20 up to 30 t its from.
  if (
    /^up/i.test(joint[0].trim()) &&
    !unit?.unit &&
    !fromBefore.test(text.slice(Math.max(0, start - 6), start))
  )
    return null;
  const isTo = /^to/i.test(joint[0].trim());
  if (isTo && (isChange(text, start) || isFallingFrom(text, start, at))) return null;
  if (!second || isSerial(text, start, second.end)) return null;
  // 10 mS/cm -20 to 60 °C: a sign of the next number.
  if (unit && joint[0] === " -" && readUnit(book, text, second.end)?.unit !== unit.unit) return null;
  // 99.31 % - two tenths short: a dash between two thoughts.
  if (unit && joint[0] === " - " && second.spelled) return null;
  if (/^-?\d/.test(text.slice(at + joint[0].length)) && joint[0].trim() === "--" && first.value.isNegative())
    return rangeOf(book, text, start, first, unit, { ...second, value: second.value.negated() });
  return rangeOf(book, text, start, first, unit, second);
}

/** "raised from 90 % to 96 %" goes from one figure to another and spans none. */
function isChange(text: string, start: number): boolean {
  return changeFrom.test(text.slice(Math.max(0, start - 60), start));
}

function isFallingFrom(text: string, start: number, end: number): boolean {
  return isFalling(text.slice(Math.max(0, start - 5), end), text.slice(end, end + 34));
}

/** 2-3-1 and 2027-04-01 are no ranges. */
function isSerial(text: string, start: number, end: number): boolean {
  return /^-\d/.test(text.slice(end, end + 2)) || /\d-$/.test(text.slice(Math.max(0, start - 2), start));
}

/** 到零上六十度, to minus 20: a sign in words; 至百分之五: the share said once more. */
function readSigned(text: string, at: number): ReadNumber | null {
  const share = /^([百千万])分之/.exec(text.slice(at, at + 4));
  const part = share ? readNumber(text, at + share[0].length) : null;
  if (share && part)
    return { ...part, value: part.value.times(share[1] === "百" ? 1 : share[1] === "千" ? 0.1 : 0.01) };
  const sign = /^(?:(零下|minus )|零上|plus )/i.exec(text.slice(at, at + 6));
  const number = readNumber(text, at + (sign?.[0].length ?? 0));
  return number && sign?.[1] ? { ...number, value: number.value.negated() } : number;
}

function rangeOf(
  book: UnitBook,
  text: string,
  start: number,
  first: ReadNumber,
  unit: ReadUnit | null,
  second: ReadNumber,
): ReadBounds | null {
  // 六成至八成, 六到八成
  if (
    second.value.lte(10) &&
    /^成(?![本分为])/.test(text.slice(second.end)) &&
    (!unit || unit.unit === "%")
  ) {
    const low = unit ? first.value : first.value.times(10);
    return {
      end: second.end + 1,
      low,
      high: second.value.times(10),
      unit: { end: second.end + 1, unit: "%" },
    };
  }
  const isClosed = /^\s?\)/.test(text.slice(second.end)) && text.charAt(start - 1) === "(" && !unit;
  // 18650-3000mAh: a form and its charge, no range.
  const isFalling = !unit && first.value.gte(10000) && second.value.gt(0) && first.value.gt(second.value);
  if (isFalling && /^-/.test(text.slice(first.end)) && second.scale.eq(1)) return null;
  const last = readUnit(book, text, isClosed ? text.indexOf(")", second.end) + 1 : second.end);
  const shared = unit ? first.value : shareScale(first, second);
  const low = toUnit(book, shared, unit, last ?? unit);
  if (low === null) return null;
  const end = last?.end ?? second.end;
  const [lower, higher] = low.gt(second.value) ? [second.value, low] : [low, second.value];
  const isPower =
    !unit && first.value.eq(10) && second.value.lt(10) && /^10-\d(?!\d)/.test(text.slice(first.end - 2));
  return {
    end,
    low: lower,
    high: higher,
    unit: last ?? unit,
    ...(isPower ? { doubt: "exponent" as const } : {}),
  };
}

/** 2-3万吨 is 20000 to 30000, but 8000-1万吨 is 8000 to 10000. */
function shareScale(first: ReadNumber, second: ReadNumber): Decimal {
  if (second.scale.eq(1) || !first.scale.eq(1)) return first.value;
  const mantissa = second.value.div(second.scale);
  const isShared = second.scale.gt(1) ? first.value.lt(mantissa) : first.value.gt(mantissa.div(20));
  return isShared ? first.value.times(second.scale) : first.value;
}

/** The first bound in the unit of the second; null when the two units do not meet. */
function toUnit(book: UnitBook, value: Decimal, from: ReadUnit | null, to: ReadUnit | null): Decimal | null {
  if (from?.unit && to?.doubt === "unit_unknown" && from !== to) return null;
  if (!from?.unit || !to?.unit || from.unit === to.unit) return from?.doubt && from !== to ? null : value;
  const converted = book.convert(value, from.unit, to.unit);
  if (converted.ok) return converted.value;
  // 8 t - 15 t/a, 200 kg to 5 t/month: the rate stands at the end for both.
  const [amount = "", rate] = to.unit.split("/");
  const plain = rate === undefined ? null : book.convert(value, from.unit, amount);
  return plain?.ok ? plain.value : null;
}

function readTolerance(
  book: UnitBook,
  text: string,
  at: number,
  first: ReadNumber,
  unit: ReadUnit | null,
): ReadBounds | null {
  const second = readNumber(text, at);
  // A width with a sign of its own, 99.5±-2, is none.
  if (!second || second.value.isNegative()) return null;
  const last = readUnit(book, text, second.end);
  const closing = /^\s?\)/.exec(text.slice(last?.end ?? second.end))?.[0].length ?? 0;
  const end = (last?.end ?? second.end) + closing;
  const late = closing > 0 && !last && !unit ? readUnit(book, text, end) : null;
  const isShare = last?.unit === "%" && unit !== null && unit.unit !== "%";
  const width = isShare
    ? first.value.abs().times(second.value).div(100)
    : toUnit(book, second.value, last, unit ?? last);
  if (width === null) return null;
  return {
    end: late?.end ?? end,
    low: first.value.minus(width),
    high: first.value.plus(width),
    unit: unit ?? last ?? late,
  };
}

const change = /(?:由|从|自|from)(?:目前|现在|现有|当前|的|the present|the current|today's|present|\s)*$/i;
const changed =
  /^[^,，。;；\n]{0,12}(?:提高|提升|提|升|增|降|减|缩短|改善|扩大|扩产|扩|优化)[^,，。;；\n]{0,4}(?:到|至|为)/;
const changeVerb =
  /\b(?:raise[sd]?|rais\w+|increas\w+|improv\w+|lift\w*|reduc\w+|cut\w*|lower\w*|upgrad\w+|expand\w*|shorten\w*|bring\w*|go(?:es|ing)?|push\w*)\b[^.;\n]{0,66}$/i;

/** 85 in "from 85 % to 92 %" of a change is what is to be left behind. [MT7] */
export function isBaseline(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 80), start);
  const core = text.slice(start, end);
  const opened = change.test(before) || /^(?:from|由|从)/i.test(core);
  if (opened && changed.test(text.slice(end, end + 24))) return true;
  if (isFalling(core, text.slice(end, end + 34))) return true;
  return (
    /^[^.;,\n]{0,24}?\bto\b/i.test(text.slice(end, end + 30)) &&
    changeVerb.test(before) &&
    /^[^\d]*\d/.test(text.slice(end, end + 34))
  );
}

/** From 4,000 to 3,000 dollars: what falls goes from one figure to another; warmth, tension and shares are run through downwards too. */
function isFalling(core: string, rest: string): boolean {
  const from = /^from ([\d,]*\d(?:\.\d+)?)/i.exec(core)?.[1];
  const to = /^ ?to (?:less than |below |under |at most |only |about )?([\d,]*\d(?:\.\d+)?)(.{0,6})/i.exec(
    rest,
  );
  if (from === undefined || !to?.[1] || /^ ?(?:%|°|K\b|V\b|mV\b|degrees)/.test(to[2] ?? "")) return false;
  return Number(to[1].replaceAll(",", "")) < Number(from.replaceAll(",", ""));
}

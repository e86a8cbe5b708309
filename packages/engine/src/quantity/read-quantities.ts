import { Decimal } from "decimal.js";
import type { Span } from "../text/index.ts";
import { hearPart, hearUnheard, hearWeeks, isCondition, separatorDoubt } from "./hear-unheard.ts";
import { joinQuantities, shareLists } from "./join-quantities.ts";
import { dimensionOf, type Quantity, type ReadUnit, type UnitBook } from "./quantity.ts";
import { isBaseline, type ReadBounds, readBounds } from "./read-bounds.ts";
import { hearRefusal, type ReadComparator, readComparator } from "./read-comparator.ts";
import { matchAt, type ReadNumber, readNumber } from "./read-number.ts";
import {
  isDimensions,
  readContinental,
  readFraction,
  readMoney,
  readNines,
  readOdd,
  readVague,
} from "./read-odd.ts";
import { rateUnit } from "./read-rate.ts";
import { readUnit } from "./read-unit.ts";
import { canStartAt, skipWord } from "./start-number.ts";

const share = /([百千万])分之/y;
const shareFactor: Readonly<Record<string, string>> = { 百: "1", 千: "0.1", 万: "0.01" };
const spoken = /^[一二两三四五六七八九]{2}/;
const tenths = /成([一二三四五六七八九半])?(?!就(?![行可够好能])|[本分为员立品型熟功果套都交长份因效形绩])/y;
// By the watt-hour alone: what else is told in tenths of a yuan is power and freight.
const dimes = /毛([\d一二三四五六七八九](?=[一每/]))?(?=(?:一|每|\/ ?)(?:瓦时|Wh))/y;
const prefix = /(?:零下|plus or minus|minus|US\$|USD|\$|¥|CNY|RMB|±|\+\/-)\s?$/i;
const plusMinus = /(?:±|\+\/-|plus or minus|give or take)\s?$/i;
const multiplied = /[×xX*]\s?$/;
const below = /(?:零下|(?<!plus or )minus )\s?$/i;
// 99.2 min %, 10以上mS/cm: the limit stands before the unit.
const limitBeforeUnit = /^(?: (min|max)\.? (?=%|wt|ppm|ppb|mg\/)|(以上|以下|以内) ?(?=[A-Za-zμ°Ω%]))/i;
// A word right behind a bare number is what it counts: 500 modules.
const counted =
  /^ (?!(?:to|or|and|at|for|with|in|by|on|from|but|max|min|of|than|is|as|typ|typical|nominal|average|guaranteed|usual|would|preferred|preferably|ideally|desired|wanted)\b)[A-Za-z]{3,}/;
const tenthsBehind = /^[吨米]([一二三四五六七八九1-9])(?:[,，。;；、)）\n]|$)/;
const halves = /^半(?![固导小个天年月日])/;
const lowerUnits = /^(?:ppm|ppb|% points|days|weeks|min|h|s|months|CNY|USD|10k CNY|kgCO2e|kgce|tce|m3\/t)/;

/**
 * All quantities of a normal text, leftmost first; `masked` places (dates, standards, names of things) are skipped. What
 * cannot be read for sure carries a doubt. [MT5] [MT40]
 * @example readQuantities("粒径8~15 µm", []) // one: range 8 to 15 µm
 */
export function readQuantities(book: UnitBook, text: string, masked: readonly Span[]): readonly Quantity[] {
  const found: Quantity[] = [];
  const reversed = new Set<number>();
  const maskedTo = new Uint32Array(text.length);
  for (const { start, end } of masked) maskedTo.fill(end, start, end);
  for (let at = 0; at < text.length; ) {
    const end = maskedTo[at] ?? 0;
    const floor = found.at(-1)?.end ?? 0;
    const read = end === 0 && canStartAt(text, at) ? readAt(book, text, at, maskedTo, floor) : null;
    if (read) found.push(read.quantity);
    if (read?.reversed) reversed.add(read.quantity.core.start);
    at = end > 0 ? end : read ? Math.max(read.quantity.core.end, at + 1) : skipWord(text, at);
  }
  const joined = shareLists(book, text, joinQuantities(text, found, reversed));
  return hearUnheard(
    book,
    text,
    joined.map((quantity) => hearRefusal(text, quantity)),
  );
}

type Read = { readonly quantity: Quantity; readonly reversed: boolean };

function readAt(book: UnitBook, text: string, at: number, maskedTo: Uint32Array, floor: number): Read | null {
  const vague =
    spoken.test(text.slice(at, at + 2)) && readNumber(text, at)?.high ? null : readVague(book, text, at);
  const whole = vague ?? readFraction(text, at, floor) ?? readNines(text, at, floor);
  if (whole) return { quantity: whole, reversed: false };
  const part = matchAt(share, text, at);
  const guess = part ? matchAt(/[一二两三四五六七八九]{2}(?![点零])/y, text, at + part[0].length) : null;
  const start = at;
  const place = at + (part?.[0].length ?? 0);
  const plain = readNumber(text, place);
  if (!plain || maskedTo[plain.end - 1]) return null;
  const number = readContinental(text, place, plain);
  // 百分之二三: two or three.
  const first: ReadNumber = guess && !number.high ? { ...number, doubt: "vague" } : number;
  const odd = part || isDimensions(book, text, start, first.end) ? null : readOdd(book, text, start, first);
  if (odd) return { quantity: odd, reversed: false };
  const limit = part ? null : limitBeforeUnit.exec(text.slice(first.end, first.end + 9));
  if (limit) {
    const late = readUnit(book, text, first.end + limit[0].length);
    const read = late ? finish(book, text, start, first, late, floor) : null;
    const op = /^(?:min|以上)$/i.test(limit[1] ?? limit[2] ?? "") ? ">=" : "<=";
    return read ? { ...read, quantity: { ...read.quantity, op, explicit: true } } : null;
  }
  const tenth = part ? null : readTenths(text, first);
  const unit: ReadUnit | null = part
    ? { end: first.end, unit: "%" }
    : (tenth?.unit ?? readUnit(book, text, first.end) ?? readMoney(text, start, first));
  const factor = tenth ? 10 : Number(shareFactor[part?.[1] ?? "百"] ?? 1);
  const value = signed(text, start, tenth?.value ?? first.value.times(factor));
  const high = first.high?.times(factor);
  return finish(book, text, start, { ...first, value, ...(high ? { high } : {}) }, unit, floor);
}

function signed(text: string, at: number, value: Decimal): Decimal {
  return below.test(text.slice(Math.max(0, at - 16), at)) ? value.negated() : value;
}

function finish(
  book: UnitBook,
  text: string,
  at: number,
  first: ReadNumber,
  unit: ReadUnit | null,
  floor: number,
): Read | null {
  const bounds =
    spreadOf(first, unit) ?? readBounds(book, text, at, first, unit) ?? readDeviation(text, at, first, unit);
  const firstEnd = unit?.end ?? endOfRatio(text, first.end);
  const money = bounds && !bounds.unit ? readMoney(text, at, { ...first, end: bounds.end }) : null;
  const last = bounds ? (bounds.unit ?? money) : unit;
  const core = { start: at, end: money?.end ?? bounds?.end ?? firstEnd };
  const weeks = last?.unit === "weeks" ? hearWeeks(text, at, first.value) : null;
  const rated = rateUnit(book, text, at, core.end, weeks === "cycles" ? weeks : (last?.unit ?? null), floor);
  if (rated.end !== undefined) core.end = rated.end;
  const words = readComparator(text, startOf(text, at), core.end, floor);
  const half = halfOf(text, core.end, rated.unit, bounds !== null);
  const isFactor =
    multiplied.test(text.slice(Math.max(0, at - 2), at)) &&
    /[\d\p{Script=Han}]/u.test(text.slice(Math.max(0, at - 4), at)) &&
    !isCondition(text, at, last?.unit ?? null) &&
    !(dimensionOf(book, { unit: last?.unit ?? null }) === "length" || isDimensions(book, text, at, core.end));
  const doubt =
    (isFactor ? ("product" as const) : undefined) ??
    first.doubt ??
    last?.doubt ??
    bounds?.doubt ??
    rated.doubt ??
    hearPart(text, at, core.end) ??
    separatorDoubt(book, text.slice(at, first.end), first.value, rated.unit) ??
    (weeks === "either" ? ("unit_ambiguous" as const) : undefined) ??
    (words.far && !bounds && last !== null ? ("bound" as const) : undefined) ??
    (bounds && isLimitOfRange(text, words, core.end, bounds) ? ("bound" as const) : undefined);
  const isListed = isDimensions(book, text, at, core.end);
  if (rated.unit === null && !doubt && !isListed && !mayStandBare(text, at, core.end, first)) return null;
  if (rated.unit === "years" && first.value.gte(1900) && first.value.lt(2100)) return null;
  if (rated.unit === null && first.spelled && first.doubt) return null;
  if (first.spelled && isSpanOfRate(text, at, core.end, rated.unit)) return null;
  // 一次, 两次: turns of speech, no number of cycles.
  if (first.spelled && rated.unit === "cycles" && first.value.lt(10)) return null;
  const factor = new Decimal(last?.factor ?? 1).times(rated.factor ?? 1);
  const low = (bounds?.low ?? first.value.plus(half.plus)).times(factor);
  const isStart = isBaseline(text, words.start, Math.max(words.end, core.end));
  const isOver =
    first.leaning !== undefined || /^多(?![种家元功晶层级次项])/.test(text.slice(core.end, core.end + 2));
  const op = bounds ? "range" : isStart ? "=" : (words.op ?? first.leaning ?? (isOver ? ">=" : "="));
  const span = {
    start: words.start,
    end: Math.max(words.end, core.end + half.length),
    core: { ...core, end: core.end + half.length },
  };
  const quantity: Quantity = {
    ...span,
    op,
    value: low.toFixed(),
    ...(bounds ? { high: bounds.high.times(factor).toFixed() } : {}),
    unit: rated.unit,
    explicit: bounds !== null || words.op !== null || isOver,
    ...(isStart ? { baseline: true as const } : {}),
    ...(doubt ? { doubt } : {}),
  };
  return {
    quantity: words.better
      ? betterOf(book, quantity, /真空|vacuum/i.test(text.slice(Math.max(0, at - 20), at)))
      : quantity,
    reversed: words.reversed === true,
  };
}

/** 一个月消耗300吨: a month of a rate is no length of time. */
function isSpanOfRate(text: string, at: number, end: number, unit: string | null): boolean {
  if (text.charAt(at) !== "一") return false;
  // 多少钱一公斤: what a price is by.
  if (/(?:钱|块|多少|[价卖]) ?$/.test(text.slice(Math.max(0, at - 3), at))) return true;
  if (!/^(?:months|years|days|weeks|h)$/.test(unit ?? "")) return false;
  return /^[\d一二两三四五六七八九十百千万几数]|^[\p{Script=Han}](?<![内后前期左以免起之有的里多半质保])[^,，。;；]*[\d一二两三四五六七八九十百千万]/u.test(
    text.slice(end, end + 24),
  );
}

/** 不少于20-30吨 says two things; 控制在8-12℃以内 and a deviation of no more than ±5 % say one. */
function isLimitOfRange(text: string, words: ReadComparator, end: number, bounds: ReadBounds): boolean {
  if (words.op !== ">=" && words.op !== "<=") return false;
  const said = text.slice(words.start, Math.max(end, words.end));
  return (
    !/^from\b|控制在|within|[以之]?内|in \d|±|\+\/-|plus or minus/i.test(said) &&
    !bounds.low.eq(bounds.high.negated())
  );
}

/** Two numbers in a row: 两三百吨. */
function spreadOf({ value, high, end }: ReadNumber, unit: ReadUnit | null): ReadBounds | null {
  return high ? { end: unit?.end ?? end, low: value, high, unit } : null;
}

/** ±2 % alone is a deviation from what is meant: -2 to 2. */
function readDeviation(
  text: string,
  at: number,
  first: ReadNumber,
  unit: ReadUnit | null,
): ReadBounds | null {
  if (!plusMinus.test(text.slice(Math.max(0, at - 14), at)) || first.value.isNegative()) return null;
  return { end: unit?.end ?? first.end, low: first.value.negated(), high: first.value, unit };
}

/** "or better" goes the usual way of the unit; where neither way is usual it is asked. */
function betterOf(book: UnitBook, quantity: Quantity, isVacuum: boolean): Quantity {
  const unit = quantity.unit ?? "";
  const op = lowerUnits.test(unit) || (isVacuum && /Pa$|bar$/.test(unit)) ? "<=" : ">=";
  // A share of 0.15 % no worse than which is right is one of moisture or of loss, or it is not.
  const isSmall = dimensionOf(book, quantity) === "fraction" && op === ">=" && Number(quantity.value) < 50;
  const isOpen =
    isSmall ||
    ["temperature", "length", "specific_surface", "ratio"].includes(book.parse(unit)?.dimension ?? "ratio");
  return { ...quantity, op, better: true, ...(isOpen ? { doubt: "direction" as const } : {}) };
}

/** Where the words before a number begin to count: before its 零下, its currency or its ±. */
function startOf(text: string, at: number): number {
  return at - (prefix.exec(text.slice(Math.max(0, at - 15), at))?.[0].length ?? 0);
}

/** 三成 is 30 %, 九成五 95 %; 8毛 is 0.8 yuan, 三毛五 0.35. */
function readTenths(text: string, first: ReadNumber): { value: Decimal; unit: ReadUnit } | null {
  const dime = first.value.gt(0) && first.value.lt(10) ? matchAt(dimes, text, first.end) : null;
  if (dime) {
    const cents = first.value.times(10).plus(dime[1] === undefined ? 0 : tenthOf(dime[1]));
    return { value: cents.div(100), unit: { end: first.end + dime[0].length, unit: "CNY" } };
  }
  const match = first.value.gt(0) && first.value.lte(10) ? matchAt(tenths, text, first.end) : null;
  if (!match) return null;
  const rest = match[1] === "半" ? 5 : "零一二三四五六七八九".indexOf(match[1] ?? "零");
  return { value: first.value.times(10).plus(rest), unit: { end: first.end + match[0].length, unit: "%" } };
}

/** 一年半, 两吨半; 四十三吨六 and 4米5 are tenths. */
function halfOf(
  text: string,
  end: number,
  unit: string | null,
  isRange: boolean,
): { plus: Decimal; length: number } {
  const none = { plus: new Decimal(0), length: 0 };
  if (isRange || unit === null) return none;
  if (halves.test(text.slice(end, end + 2))) return { plus: new Decimal("0.5"), length: 1 };
  const tenth = tenthsBehind.exec(text.slice(end - 1, end + 2))?.[1];
  return tenth === undefined ? none : { plus: new Decimal(tenthOf(tenth)).div(10), length: 1 };
}

function tenthOf(digit: string): number {
  return /\d/.test(digit) ? Number(digit) : "零一二三四五六七八九".indexOf(digit);
}

/** 60:1 is the ratio 60. */
function endOfRatio(text: string, end: number): number {
  return end + (/^ ?[:∶] ?1(?![\d.])/.exec(text.slice(end, end + 6))?.[0].length ?? 0);
}

/** A number without a unit counts when written in digits, when no word is glued to it, and when it is no "from … to". */
function mayStandBare(text: string, start: number, end: number, first: ReadNumber): boolean {
  if (first.spelled && !/^级/.test(text.slice(end))) return false;
  if (/(?:由|从|from)\s*$/i.test(text.slice(0, start).slice(-6))) return false;
  if (counted.test(text.slice(end, end + 16))) return false;
  const next = text.charAt(end);
  return !/[A-Za-z:\p{Script=Han}]/u.test(next) || /[以及和与左或的且小大低高不但而并级起往算]/.test(next);
}

import { Decimal } from "decimal.js";
import type { Quantity } from "./quantity.ts";
import { readComparator } from "./read-comparator.ts";
import { matchAt } from "./read-number.ts";

const numerals = "一二三四五六七八九十";
const counts: Readonly<Record<string, number>> = { a: 1, an: 1, one: 1, two: 2, three: 3, four: 4 };
const parts: Readonly<Record<string, number>> = {
  half: 2,
  third: 3,
  quarter: 4,
  fifth: 5,
  sixth: 6,
  eighth: 8,
  tenth: 10,
  twentieth: 20,
};
const spoken =
  /\b(a|one|two|three|four)[ -](third|quarter|fifth|sixth|eighth|tenth|twentieth)s?(?![A-Za-z-]| ?(?:\d|of (?:20\d\d|a (?:year|century))|party|person|country|time|shift|year\b|lot\b|batch|line\b))/iy;
const written = /([一二两三四五六七八九十]{1,2})分之([一二两三四五六七八九十]{1,2})(?![点零百千万])/y;
// 300 t a quarter is by a span of time; what is a fifth must be said of something or limited.
const isOf =
  /^ of (?!20\d\d|an? (?:tonne|ton|kilo\w*|gram|litre|metre|million|year|percent\w*|per cent)\b|(?:the |our |its |this )?[\d.,]+)|^ (?:less|more|lower|higher|fewer|or (?:less|more))\b/i;
// Output rose by a fifth: of what, the words do not say for sure.
const changed = /\bby (?:about |at least |up to |roughly |some )?$/i;
const lead =
  /\b(?:than|exceeds?|exceeding|least|most|about|around|roughly|nearly|almost|under|over|below|above|up to|only|within|is|are|was|were|to|for|some|another|the (?:remaining|other)|contains?|holds?|loses?|lost|recycle[ds]?)\s$/i;

/**
 * A fraction in words: a fifth of the lithium, no more than a quarter, 四分之一. What a decimal holds is a share in per cent, what
 * none holds (a third, 三分之一) is asked about. Null where none starts, and for a quarter that is a span of time. [MT40]
 */
export function readFraction(text: string, at: number, floor: number): Quantity | null {
  const han = matchAt(written, text, at);
  const english = han ? null : matchAt(spoken, text, at);
  const match = han ?? english;
  if (!match) return null;
  const end = at + match[0].length;
  const before = text.slice(Math.max(0, at - 16), at);
  const isChange = english !== null && changed.test(before);
  const hasWhole = isOf.test(text.slice(end, end + 30));
  if (english && !hasWhole && (english[0].endsWith("s") || !(isChange || lead.test(before)))) return null;
  if (english && / of (?:the |our |its )?[\d.]|^ of an? /.test(text.slice(end, end + 12)) && !hasWhole)
    return null;
  if (english && /^quarters?$/i.test(match[2] ?? "") && /\d ?[A-Za-z%]* $/.test(before)) return null;
  const [first = "", second = ""] = [match[1], match[2]];
  const [over, under] = han
    ? [hanOf(second), hanOf(first)]
    : [counts[first.toLowerCase()] ?? 1, parts[second.toLowerCase()] ?? 1];
  if (over >= under) return null;
  const share = new Decimal(over).times(100).div(under);
  const isExact = share.decimalPlaces() <= 3 && !isChange;
  const words = readComparator(text, at, end, floor);
  return {
    start: words.start,
    end: Math.max(end, words.end),
    core: { start: at, end },
    op: words.op ?? "=",
    value: share.toDecimalPlaces(2).toFixed(),
    unit: "%",
    explicit: words.op !== null,
    ...(isExact ? {} : { doubt: "fraction" as const }),
  };
}

function hanOf(characters: string): number {
  const [first = "", second] = [...characters.replace("两", "二")];
  const tens = first === "十" ? 10 : numerals.indexOf(first) + 1;
  if (second === undefined) return tens;
  return second === "十" ? tens * 10 : 10 + numerals.indexOf(second) + 1;
}

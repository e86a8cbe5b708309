import { Decimal } from "decimal.js";

const units =
  "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen";
const names = `${units} seventeen eighteen nineteen`.split(" ");
const tensWords = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const small = new Map([
  ...names.map((name, index) => [name, index + 1] as const),
  ...tensWords.map((name, index) => [name, index * 10 + 20] as const),
]);
const large = new Map([
  ["hundred", 100],
  ["thousand", 1e3],
  ["million", 1e6],
  ["dozen", 12],
]);
const above = [...large.keys()].join("|");
const longestFirst = (words: readonly string[]) => [...words].sort((a, b) => b.length - a.length).join("|");
const below = `(?:(?:${tensWords.join("|")})(?:[ -](?:${longestFirst(names.slice(0, 9))}))?|${longestFirst(names)})(?![a-z])`;
const group = `(?:${below}|a)(?: (?:${above}))*(?:(?<=${above}) (?:and )?${below}(?: hundred)?(?: and ${below})?)?`;
const spoken = new RegExp(
  `(half )?(?:(a )(?=${above})|(?=${below}))((?:${above}|${group})(?: (?:${above}))?)( and a half)?(?![A-Za-z])`,
  "iy",
);

// Ninety-nine point five
const pointWords = new RegExp(` point(?: (?:zero|${names.slice(0, 9).join("|")})(?![a-z]))+`, "iy");

function matchPoint(text: string, at: number): string {
  pointWords.lastIndex = at;
  return pointWords.exec(text)?.[0] ?? "";
}

/** Whether a text begins with a number in English words. */
export const startsInEnglish = new RegExp(
  `^(?:half )?(?:(?:a )(?:${[...large.keys()].join("|")})|${[...small.keys()].join("|")})\\b`,
  "i",
);

/**
 * "two hundred and fifty" · "twenty-five thousand" · "a hundred" · "half a million" · "one and a half". Null where none
 * starts, or where only a multiplier stands.
 */
export function readEnglishNumber(
  text: string,
  at: number,
): { readonly end: number; readonly value: Decimal; readonly scale: Decimal } | null {
  spoken.lastIndex = at;
  const match = spoken.exec(text);
  if (!match) return null;
  const [whole, isHalf, article, number = "", andHalf] = match;
  let total = new Decimal(0);
  let section = new Decimal(article ? 1 : 0);
  for (const part of number.toLowerCase().split(/[ -]/)) {
    const factor = large.get(part);
    if (factor === undefined) section = section.plus(small.get(part) ?? 0);
    else if (factor === 100) section = section.times(100);
    else {
      total = total.plus(section.times(factor));
      section = new Decimal(0);
    }
  }
  const sum = total.plus(section);
  const point = matchPoint(text, at + whole.length);
  const tail = point
    .split(" ")
    .slice(2)
    .map((word) => small.get(word.toLowerCase()) ?? 0)
    .join("");
  const value = (isHalf ? sum.div(2) : sum).plus(andHalf ? "0.5" : tail === "" ? 0 : `0.${tail}`);
  if (tail !== "") return { end: at + whole.length + point.length, value, scale: new Decimal(1) };
  // Three to four thousand: a multiplier at the end is that of both.
  const scale = andHalf || isHalf ? 1 : (large.get(number.toLowerCase().split(/[ -]/).at(-1) ?? "") ?? 1);
  return value.isZero() ? null : { end: at + whole.length, value, scale: new Decimal(scale) };
}

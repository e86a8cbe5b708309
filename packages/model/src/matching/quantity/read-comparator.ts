import type { Comparator } from "../../posting/index.ts";

/** What the words around a number say of it; `end` is where words after it stop. */
export type ReadComparator = { readonly op: Comparator | null; readonly start: number; readonly end: number };

const lower =
  "不低于|不少于|不小于|不得低于|不得少于|至少|最低|大于等于|(?<![不得])(?:大于|高于|多于|超过)|优于|≥|>=|>|⩾|≧|at least|no(?:t)? less than|not below|minimum(?: of)?|min\\.?|(?<!not? )(?:more than|greater than|above|over|exceed(?:s|ing)?)|from";
const upper =
  "不高于|不超过|不大于|不多于|不得高于|不得超过|至多|最多|最高|小于等于|(?<![不得])(?:小于|低于|少于)|控制在|≤|<=|<|⩽|≦|at most|no(?:t)? more than|not exceed(?:ing)?|not above|maximum(?: of)?|max\\.?|(?<!not? )(?:less than|below|under)|up to|within|lower than";
const around = "约为?|大约|大概|约|近|≈|~|about|approx(?:imately|\\.)?|around|some|circa|ca\\.?";
const link = "(?:为|是|在|达到?|到|应|须|需|要求|[:：]|\\s|of|is|=)*";

const before: readonly (readonly [Comparator, RegExp])[] = [
  ["about", new RegExp(`(?:${around})${link}$`, "i")],
  [">=", new RegExp(`(?:${lower})${link}$`, "i")],
  ["<=", new RegExp(`(?:${upper})${link}$`, "i")],
];
const after: readonly (readonly [Comparator, RegExp])[] = [
  [
    "<=",
    /^\s?(?:及其?以下|或以下|以下|以内|之内|or (?:less|below|lower)|at most|max(?:imum|\.)?(?![a-z])|为上限)/i,
  ],
  [
    ">=",
    /^\s?(?:及其?以上|或以上|以上|起|or (?:more|above|better|higher)|at least|min(?:imum|\.)?(?![a-z])|and (?:above|up)|\+(?!\/)|为下限)/i,
  ],
  ["about", /^\s?(?:左右|上下|前后|or so)/i],
];
const window = 26;

/**
 * The comparator of a number that stands at [start, end) of a normal text, looking at most 26 characters to the left
 * of it and at the words right after its unit. Strictly more and less are read as at least and at most. [MT5]
 * @example readComparator("不低于99.5%", 3, 8).op // ">="
 */
export function readComparator(text: string, start: number, end: number): ReadComparator {
  const left = text.slice(Math.max(0, start - window), start);
  const own = /[,，、;；。(（]/.test(left)
    ? left.slice(left.search(/[,，、;；。(（][^,，、;；。(（]*$/) + 1)
    : left;
  for (const [op, pattern] of before) {
    const match = pattern.exec(own);
    if (match && !isPartOfWord(own, match.index))
      return { op, start: start - (own.length - match.index), end };
  }
  for (const [op, pattern] of after) {
    const match = pattern.exec(text.slice(end, end + 14));
    if (match) return { op, start, end: end + match[0].length };
  }
  return { op: null, start, end };
}

function isPartOfWord(text: string, at: number): boolean {
  return /[A-Za-z]/.test(text.charAt(at)) && /[A-Za-z]/.test(text.charAt(at - 1));
}

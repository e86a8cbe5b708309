import type { Comparator } from "../../posting/index.ts";

/**
 * The comparator of a number; `end` is where words after it stop. `better`: "or better". `reversed`: the sign stands
 * between the number and what it limits (8 ≤ D50).
 */
export type ReadComparator = {
  readonly op: Comparator | null;
  readonly start: number;
  readonly end: number;
  readonly better?: true;
  readonly reversed?: true;
};

const not = "不(?:得|能|应|宜|可|会|许|要|允许)?";
const lower =
  `${not}(?:低于|少于|小于|短于|薄于|弱于|亚于|差于)|至少|最低|最少(?:订购|采购)?|起码|下限|大于等于|大于或等于|高于或等于|(?<!${not})(?:大于|高于|多于|超过|超|逾|高过|长于)|优于|≥|>=|=>|>|⩾|≧|≮|` +
  "at (?:the very )?least|no(?:t)? (?:less|lower|fewer|smaller|shorter) than|not (?:be )?(?:below|under)|never (?:below|under|less than)|(?:a )?minimum(?: of)?|min\\.?|in excess of|upwards? of|starting (?:at|from)|(?:greater|more|higher|larger) than or equal to|(?<!not? )(?:more than|greater than|higher than|larger than|longer than|better than|above|over|beyond|exceed(?:s|ing)?)|from";
const upper =
  `${not}(?:高于|超过|超出|大于|多于|长于|厚于|超|逾|突破)|未超过|不到|不足|至多|最多|最高|最大|上限|小于等于|小于或等于|低于或等于|(?<!${not})(?:小于|低于|少于|短于|薄于)|控制在|≤|<=|=<|<|⩽|≦|≯|` +
  "at (?:the very )?most|no(?:t)? (?:more|greater|higher|larger|longer) than|(?:not|never) (?:to )?exceed(?:ing)?|(?:must|may|shall|does|should|will) not exceed|not (?:be )?(?:above|over)|(?:a )?maximum(?: of)?|max\\.?|(?:less|lower|smaller) than or equal to|(?<!not? )(?:less than|fewer than|lower than|smaller than|shorter than|below|under)|up to|within|limited to|capped at|a cap of|a ceiling of";
const around =
  "约为?|大约|大概|大致|约|近|接近|将近|≈|~|about|approx(?:imately|\\.)?|around|roughly|nearly|some|circa|ca\\.?|c\\.|typically";
const link = "(?:为|是|在|达到?|到|于|应|须|需|要求|约|[:：]|\\s|of|is|be|are|=|a|an|the|about)*";
const limitWord =
  "(?:最低|最小|最少)(?!起订|订|工作|使用|温)[\\p{Script=Han}]{1,6}(?:[:为是])?|(?:minimum|min\\.?) (?!order|lot|working|operating|lead)(?:[A-Za-z-]+ ){1,3}(?:content |level )?(?:of |is |: ?)?";
const capWord =
  "(?:最高|最大)(?!可|产|年|处)[\\p{Script=Han}]{1,6}(?:[:为是])?|(?:maximum|max\\.?) (?!capacity|output)(?:[A-Za-z-]+ ){1,3}(?:content |level )?(?:of |is |: ?)?";

const before: readonly (readonly [Comparator, RegExp])[] = [
  [">=", new RegExp(`(?:${lower})${link}$`, "iu")],
  ["<=", new RegExp(`(?:${upper})${link}$`, "iu")],
  ["about", new RegExp(`(?:${around})${link}$`, "iu")],
  [">=", new RegExp(`(?:${limitWord})\\s*$`, "iu")],
  ["<=", new RegExp(`(?:${capWord})\\s*$`, "iu")],
];
const few = "(?:\\s[A-Za-z][A-Za-z0-9·()/-]*){0,3}?\\s";
const after: readonly (readonly [Comparator, RegExp])[] = [
  [
    "<=",
    new RegExp(
      `^\\s?(?:及其?以下|(?:或|或者)(?:以下|更低|更少|更小|更短)|以下|以内|之内|之下|内(?![蒙部衬外径])|为上限|封顶|or (?:less|below|lower|fewer|under|smaller|shorter)|at (?:the )?most|max(?:imum|\\.)?(?![a-z])|tops\\b)|^${few}(?:or (?:less|below|lower|fewer)|maximum|max\\.?)(?![a-z])`,
      "i",
    ),
  ],
  [
    ">=",
    new RegExp(
      `^\\s?(?:及其?以上|(?:或|或者)(?:以上|更高|更多|更大|更长)|以上|之上|起(?![草伏初])|为下限|打底|or (?:more|above|higher|over|greater|longer|up)|at (?:the )?least|min(?:imum|\\.)?(?![a-z])|and (?:above|up|over|more|higher)|upwards|plus\\b|\\+(?![/\\d]))|^${few}(?:or (?:more|above|higher)|minimum)(?![a-z])`,
      "i",
    ),
  ],
  ["about", /^\s?(?:左右|上下|前后|附近|级(?![别数])|or so|more or less|-?class\b)/i],
];
const better =
  /^(?:\s?(?:或更好|或更优|及更优|或更佳|or better|and better)|(?:\s[A-Za-z][A-Za-z0-9·()/-]*){1,2}\sor better)/i;
const isBetterBefore = /(?:优于|better than|不(?:得|能)?(?:差|劣|逊)于)/i;
const reversedSign = /^\s?(≤|<=?|⩽|≦|≥|>=?|⩾|≧)\s?(?=[A-Za-z\p{Script=Han}])/u;
const window = 34;

/**
 * The comparator of a number that stands at [start, end) of a normal text, looking at most 34 characters to the left
 * of it and at the words right after its unit. Strictly more and less are read as at least and at most. [MT5]
 * @example readComparator("不低于99.5%", 3, 8).op // ">="
 */
export function readComparator(text: string, start: number, end: number): ReadComparator {
  const left = text.slice(Math.max(0, start - window), start);
  const own = left.slice(left.search(/[^,，、;；。(（\n]*$/));
  const rest = text.slice(end, end + 40);
  for (const [op, pattern] of before) {
    const match = pattern.exec(own);
    if (!match || isPartOfWord(own, match.index)) continue;
    const isBetter = isBetterBefore.test(match[0]);
    return {
      op,
      start: start - (own.length - match.index),
      end: endOfEcho(op, rest, end),
      ...flag(isBetter),
    };
  }
  const beyond = better.exec(rest);
  if (beyond) return { op: ">=", start, end: end + beyond[0].length, better: true };
  for (const [op, pattern] of after) {
    const match = pattern.exec(rest);
    if (match) return { op, start, end: end + match[0].length };
  }
  const reversed = reversedSign.exec(rest);
  if (reversed) {
    const op = /[≤<⩽≦]/.test(reversed[1] ?? "") ? ">=" : "<=";
    return { op, start, end: end + reversed[0].length, reversed: true };
  }
  return { op: null, start, end };
}

function flag(isBetter: boolean): { better?: true } {
  return isBetter ? { better: true } : {};
}

/** 控制在 5% 以内: a word after the unit that says the same again belongs to the span. */
function endOfEcho(op: Comparator, rest: string, end: number): number {
  const echo = after.find(([other]) => other === op)?.[1].exec(rest);
  return echo && /^\s?[\p{Script=Han}]/u.test(echo[0]) ? end + echo[0].length : end;
}

function isPartOfWord(text: string, at: number): boolean {
  return /[A-Za-z]/.test(text.charAt(at)) && /[A-Za-z]/.test(text.charAt(at - 1));
}

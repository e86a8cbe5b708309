import {
  type BatteryCodeFlag,
  type BatteryCodeParts,
  batteryProducts,
  batteryTypes,
  normalizeCode,
  parseBatteryCode,
} from "../../codes/index.ts";

/** The fields of a code in the order in which they are printed. */
export const codeFields = [
  "vendor",
  "product",
  "batteryType",
  "specification",
  "trace",
  "year",
  "month",
  "day",
  "serial",
  "suffix",
  "secondUse",
] as const;
export type CodeField = (typeof codeFields)[number];

export type CodeSegment = {
  readonly field: CodeField;
  /** Place of its first character, from 1, as people count. */
  readonly from: number;
  readonly text: string;
  /** What it stands for: a year, a month, a day; null where the vendor alone knows. */
  readonly meaning: string | null;
  /** A character that this field does not take. */
  readonly isWrong: boolean;
};

export type CodeFault = "length" | "character" | "notADate";
export type CodeFlag = BatteryCodeFlag | "alias";

export type CodeReading = {
  readonly typed: string;
  /** As it is stored and compared: half-width, upper case, without blanks and hyphens. */
  readonly code: string;
  readonly verdict: "accept" | "warn" | "reject";
  readonly segments: readonly CodeSegment[];
  readonly parts: BatteryCodeParts | null;
  readonly flags: readonly CodeFlag[];
  readonly fault: CodeFault | null;
  /** Where it begins to be wrong, from 1. */
  readonly place: number | null;
  /** The 24 characters that stand first in a printed code of 25. */
  readonly aliasOf: string | null;
};

/** The code under which a battery is kept: of a printed one of 25 characters its first 24. [TR5] */
export const filedCode = ({ aliasOf, code }: Pick<CodeReading, "aliasOf" | "code">): string =>
  aliasOf ?? code;

/**
 * The code under which what somebody typed is kept; null where it is no code. [TR5]
 * @example keptCode("001cb240000003b3c0221953") // "001CB240000003B3C0221953"
 */
export function keptCode(typed: string): string | null {
  const check = parseBatteryCode(typed);
  if (check.ok) return check.code;
  const reading = explainCode(typed);
  return reading.verdict === "reject" ? null : filedCode(reading);
}

const dateLetters = "123456789ABCDEFGHJKLMNPRSTUVWXY";
const anything = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
const digits = "0123456789";
const taken: Readonly<Record<CodeField, string>> = {
  vendor: anything,
  product: batteryProducts.join(""),
  batteryType: batteryTypes.map(({ code }) => code).join(""),
  specification: anything,
  trace: anything,
  year: dateLetters,
  month: dateLetters.slice(0, 12),
  day: dateLetters,
  serial: digits,
  suffix: "R",
  secondUse: batteryProducts.join(""),
};
const head = { vendor: 3, product: 1, batteryType: 1, specification: 2 } as const;
const date = { year: 1, month: 1, day: 1, serial: 7 } as const;
const layouts = {
  first: { ...head, trace: 7, ...date },
  second: { ...head, ...date, suffix: 1, secondUse: 1 },
} as const;

/**
 * Reads a code field by field and says of each what it means and whether it can be; [CO5] decides. A code of 25 characters
 * of which the first 24 are right is kept as an alias of these. [TR5]
 * @example explainCode("001cb240000003b3c0221953").segments[7]?.meaning // "12", the day
 */
export function explainCode(typed: string, today?: string): CodeReading {
  const code = normalizeCode(typed);
  const check = parseBatteryCode(code, today);
  const isSecond = code.length === 19 || (code.length < 22 && /R[PMC]?$/.test(code));
  const segments = cut(code, isSecond ? layouts.second : layouts.first);
  const base = { typed, code, segments, aliasOf: null, place: null };
  if (check.ok)
    return {
      ...base,
      verdict: check.flags.includes("serialZero") ? "warn" : "accept",
      parts: check.parts,
      flags: check.flags,
      fault: null,
    };
  const refused = { ...base, verdict: "reject", parts: null, flags: [] } as const;
  if (check.rule === "notADate") {
    const year = segments.find(({ field }) => field === "year");
    return { ...refused, fault: "notADate", place: year?.from ?? null };
  }
  const alias = code.length === 25 ? parseBatteryCode(code.slice(0, 24), today) : null;
  if (alias?.ok)
    return {
      ...base,
      verdict: "warn",
      parts: alias.parts,
      flags: ["alias", ...alias.flags],
      fault: null,
      aliasOf: alias.code,
    };
  const wrong = segments.find(({ isWrong }) => isWrong);
  const place = wrong ? wrong.from + placeIn(wrong) : code.length + 1;
  const isLength = code.length !== 24 && code.length !== 19;
  return { ...refused, fault: isLength ? "length" : "character", place: isLength ? null : place };
}

function cut(code: string, layout: Readonly<Partial<Record<CodeField, number>>>): readonly CodeSegment[] {
  const segments: CodeSegment[] = [];
  let from = 0;
  for (const [name, length] of Object.entries(layout) as [CodeField, number][]) {
    const text = code.slice(from, from + length);
    if (text === "") break;
    const isWrong = text.length < length || [...text].some((letter) => !taken[name].includes(letter));
    segments.push({ field: name, from: from + 1, text, meaning: meaningOf(name, text, isWrong), isWrong });
    from += length;
  }
  return segments;
}

function placeIn({ field, text }: CodeSegment): number {
  const at = [...text].findIndex((letter) => !taken[field].includes(letter));
  return at < 0 ? text.length : at;
}

function meaningOf(field: CodeField, text: string, isWrong: boolean): string | null {
  if (isWrong) return null;
  if (field === "year") return String(2011 + dateLetters.indexOf(text));
  if (field === "month" || field === "day") return String(dateLetters.indexOf(text) + 1);
  if (field === "serial") return String(Number(text));
  return field === "product" || field === "batteryType" || field === "secondUse" ? text : null;
}

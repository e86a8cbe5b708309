import { parseUnit } from "../../chain/index.ts";

export type ReadUnit = { readonly end: number; readonly unit: string };

const longest = 26;
// What a shorter unit would misread: another basis, or a rate by a span that the chain has no unit for.
const goesOn =
  /^\s?(?:LCE|碳酸锂当量|(?:per|a|each|every)\s+(?:month|week|day|hour|quarter)|每?[月周日天]\b|\/[月周日天])/i;
// Alone these say nothing of a unit in running text: grades, pieces, degrees of anything, days of the month.
const ambiguous = new Set([
  "1",
  "度",
  "分",
  "日",
  "方",
  "级",
  "个",
  "件",
  "只",
  "支",
  "台",
  "套",
  "循环",
  "倍",
  "比值",
  "s",
  "K",
  "ratio",
  "trl",
  "TRL",
]);

const monthly = /(?:(?:per|a|each|every|\/)month|[/每]月)$/i;
const rates: readonly RegExp[] = [
  monthly,
  /(?:per|a|each|every)(?:year|annum)$/i,
  /(?:\/|每)(?:year|yr|y|annum|a|年)$/i,
  /(?:p\.?a\.?|annually|yearly)$/i,
];
const others: readonly (readonly [RegExp, string])[] = [
  [/^(?:metric)?(?:tonnes?|tons?)/i, "t"],
  [/^kilo(?:tonnes?|tons?)/i, "kt"],
  [/^圈$|^次循环$|^full cycles$/i, "cycles"],
  [/^百分点$/, "% points"],
  [/^(?:kg|千克)CO2-?e?(?:q)?(?:\/.+)?$/i, "kgCO2e/unit"],
  [/^平米$/, "m2"],
  [/^mol\.?%$/i, "mol %"],
  [/^[wm](?:t|ass)\.?%$/i, "mass %"],
  [/^([A-Za-zμ]+)[·.]?(kg|g|cm|L)-1$/, "$1/$2"],
  [/^([A-Za-zμ]+)·(cm|m)-([123])$/, "$1/$2$3"],
  [/^ugkg$/i, "ppb"],
  [/^(?:工作日|workingdays?)$/i, "days"],
];

/**
 * The longest unit that starts at a place (a blank before it allowed), as an id of the chain. Null where none does. [MT5]
 * @example readUnit("tonnes a year", 0)?.unit // "t/a"
 */
export function readUnit(text: string, at: number): ReadUnit | null {
  const start = text.charAt(at) === " " ? at + 1 : at;
  for (let end = Math.min(text.length, start + longest); end > start; end--) {
    if (isInsideWord(text, end)) continue;
    const unit = unitOf(text.slice(start, end));
    if (unit) return goesOn.test(text.slice(end, end + 14)) ? null : { end, unit };
  }
  return null;
}

function isInsideWord(text: string, end: number): boolean {
  const next = text.charAt(end);
  return (/[A-Za-z]/.test(text.charAt(end - 1)) && /[A-Za-z0-9]/.test(next)) || next === "/" || next === "·";
}

function unitOf(surface: string): string | null {
  if (/^\s|\s$/.test(surface) || ambiguous.has(surface)) return null;
  const tight = surface.replaceAll(/\s+/g, "");
  const rate = rates.find((pattern) => pattern.test(tight));
  const bare = spell(rate ? tight.replace(rate, "") : tight);
  if (rate && bare === "") return null;
  const unit = parseUnit(bare)?.id ?? null;
  if (!unit || !rate) return unit;
  return rate === monthly ? monthlyUnitOf(unit) : yearlyUnitOf(unit);
}

function spell(unit: string): string {
  for (const [pattern, plain] of others) if (pattern.test(unit)) return unit.replace(pattern, plain);
  return unit;
}

/** The monthly rate of an amount, where the chain has one. */
export function monthlyUnitOf(unit: string): string | null {
  return parseUnit(`${unit}/month`)?.id ?? null;
}

/** The yearly rate of an amount, where the chain has one: t becomes t/a. Null for amounts without. */
export function yearlyUnitOf(unit: string): string | null {
  return parseUnit(`${unit}/a`)?.id ?? null;
}

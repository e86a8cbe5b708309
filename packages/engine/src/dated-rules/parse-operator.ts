import type { Operator } from "./rule-set.ts";

const not = "(?:不|不得|不应|不能|不可|不宜)";
/** By the drafting rules for Chinese laws 以上, 以下, 以内 include the number; 超过, 低于, 不满 do not. */
const words: readonly (readonly [Operator, string])[] = [
  [
    ">=",
    `${not}(?:低于|少于|小于|短于)|至少|最低|最少|起码|大于(?:或)?等于|以上|及以上|≥|>=|⩾|at least|(?:not|no) (?:be )?(?:less|lower|fewer|smaller) than|not (?:be )?below|minimum(?: of)?|or (?:more|above|higher)|greater than or equal to`,
  ],
  [
    "<=",
    `${not}(?:高于|超过|超出|大于|多于|长于)|至多|最多|最高|小于(?:或)?等于|以下|及以下|以内|≤|<=|⩽|at most|(?:not|no) (?:be )?(?:more|greater|higher|larger) than|not (?:be )?(?:above|over)|not (?:to )?exceed(?:ing)?|maximum(?: of)?|up to|or (?:less|below|lower)|less than or equal to`,
  ],
  [">", "高于|超过|超出|大于|多于|长于|>|more than|greater than|higher than|above|over|exceed(?:s|ing)?"],
  ["<", "低于|少于|小于|短于|不足|不满|不到|<|less than|lower than|fewer than|below|under"],
  ["=", "等于|为|是|=|equals?(?: to)?|is"],
];
const whole = words.map(([operator, source]) => [operator, new RegExp(`^(?:${source})$`, "i")] as const);
const before = words.map(([operator, source]) => [operator, new RegExp(`^(?:${source})\\s*`, "i")] as const);
const figure = /^([+-]?\d+(?:[.,]\d+)*)\s*([^\d\s].*?)?$/;

/**
 * The operator that a comparison word stands for. 不低于 is at least, 低于 strictly less: equality tells them apart.
 * Null for a word that compares nothing. [EN4]
 * @example parseOperator("不低于") // ">="
 */
export function parseOperator(word: string): Operator | null {
  const plain = word.normalize("NFKC").trim().replaceAll(/\s+/g, " ");
  return whole.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}

export type ParsedComparison = {
  readonly operator: Operator;
  readonly value: string;
  readonly unit?: string;
};

/**
 * A limit in words: the comparison before or behind one number and its unit. Null for anything else. [EN4]
 * @example parseComparison("不低于 98%") // { operator: ">=", value: "98", unit: "%" }
 */
export function parseComparison(text: string): ParsedComparison | null {
  const plain = text.normalize("NFKC").trim().replaceAll(/\s+/g, " ");
  for (const [operator, pattern] of before) {
    const lead = pattern.exec(plain)?.[0];
    const read = lead ? readFigure(plain.slice(lead.length)) : null;
    if (read) return { operator, ...read };
  }
  for (const [operator, source] of words.slice(0, 2)) {
    const tail = new RegExp(`\\s*(?:${source})$`, "i").exec(plain);
    const read = tail ? readFigure(plain.slice(0, tail.index)) : null;
    if (read) return { operator, ...read };
  }
  return null;
}

function readFigure(text: string): { value: string; unit?: string } | null {
  const [, number = "", unit] = figure.exec(text.trim()) ?? [];
  const value = number.replaceAll(/,(?=\d{3}(?:\D|$))/g, "");
  if (!/^[+-]?\d+(?:\.\d+)?$/.test(value)) return null;
  return unit ? { value, unit: unit.trim() } : { value };
}

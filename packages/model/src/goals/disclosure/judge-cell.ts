import { Decimal } from "decimal.js";

/** Sealed configuration of the server: shown to nobody. A rule that is absent is switched off. Percentages are of 100. */
export type DisclosureParameters = {
  readonly minContributors?: number;
  readonly dominance?: { readonly n: number; readonly kPercent: number };
  readonly pPercent?: number;
};

/** `protection`: how far above the total the largest possible value must reach, and as far below (never under 0). */
export type CellJudgement = { readonly unsafe: boolean; readonly protection: Decimal };

/**
 * Whether a cell may be published by itself, from the sums of its groups, zeros reported included. [DC2]
 * Source: ESSnet Handbook on Statistical Disclosure Control, chapter 4.
 * @example judgeCell([new Decimal(300), new Decimal(20), new Decimal(10)], { dominance: { n: 1, kPercent: 85 } }).unsafe // true
 */
export function judgeCell(sums: readonly Decimal[], parameters: DisclosureParameters): CellJudgement {
  const sorted = [...sums].sort((a, b) => b.cmp(a));
  const total = sorted.reduce((sum, value) => sum.plus(value), new Decimal(0));
  const needs = [
    needOfFrequency(sorted.length, total, parameters),
    needOfDominance(sorted, total, parameters),
    needOfShare(sorted, total, parameters.pPercent),
  ].filter((need) => need !== null);
  return { unsafe: needs.length > 0, protection: Decimal.max(0, ...needs) };
}

/** The p-percent rule alone: may the second largest come nearer than p % to the largest? */
export function failsShareRule(sums: readonly Decimal[], pPercent: number | undefined): boolean {
  const sorted = [...sums].sort((a, b) => b.cmp(a));
  const total = sorted.reduce((sum, value) => sum.plus(value), new Decimal(0));
  return needOfShare(sorted, total, pPercent) !== null;
}

function needOfFrequency(count: number, total: Decimal, parameters: DisclosureParameters): Decimal | null {
  if (count === 0 || count >= (parameters.minContributors ?? 0)) return null;
  return total.times(parameters.pPercent ?? 0).div(100);
}

function needOfDominance(sorted: readonly Decimal[], total: Decimal, { dominance }: DisclosureParameters) {
  if (!dominance) return null;
  const largest = sorted.slice(0, dominance.n).reduce((sum, value) => sum.plus(value), new Decimal(0));
  if (largest.times(100).lte(total.times(dominance.kPercent))) return null;
  return largest.times(100).div(dominance.kPercent).minus(total);
}

function needOfShare(sorted: readonly Decimal[], total: Decimal, pPercent: number | undefined) {
  if (pPercent === undefined) return null;
  const [first = new Decimal(0), second = new Decimal(0)] = sorted;
  const margin = first.times(pPercent).div(100);
  const rest = total.minus(first).minus(second);
  return rest.lt(margin) ? margin.minus(rest) : null;
}

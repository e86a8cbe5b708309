import type { Decimal } from "decimal.js";

/** Sealed configuration of the server: shown to nobody. A rule that is absent is switched off. Percentages are of 100. */
export type DisclosureParameters = {
  readonly minContributors?: number;
  readonly dominance?: { readonly n: number; readonly kPercent: number };
  readonly pPercent?: number;
  /** For indicators that allow negative values: a smaller p, on values without signs. Absent: they go by frequency alone. */
  readonly signedPPercent?: number;
};

/** `protection`: how far above the total the largest possible value must reach, and as far below; in units of the sums. */
export type CellJudgement = { readonly unsafe: boolean; readonly protection: number };

/** What groups put into a cell, in whole units: a sum each, and what of it is public or waived. */
export type Shares = {
  readonly sums: ReadonlyMap<number, bigint>;
  readonly known?: ReadonlyMap<number, bigint>;
  readonly waived?: ReadonlyMap<number, bigint>;
};

const nothing: ReadonlyMap<number, bigint> = new Map();

/**
 * Whether a cell may be published by itself, from the sums of its groups, zeros reported included. A waived sum is nobody's
 * secret, but its group is an attacker of the others. [DC2]
 * Source: ESSnet Handbook on Statistical Disclosure Control, chapter 4.
 * @example judgeShares({ sums: new Map([[0, 300n], [1, 20n], [2, 10n]]) }, { dominance: { n: 1, kPercent: 85 } }).unsafe // true
 */
export function judgeShares(
  shares: Shares,
  parameters: DisclosureParameters,
  isSigned = false,
): CellJudgement {
  const { minContributors, dominance, pPercent } = isSigned ? withoutSigns(parameters) : parameters;
  const { sums, known = nothing, waived = nothing } = shares;
  const needs: number[] = [];
  let total = 0;
  for (const sum of sums.values()) total += Math.abs(Number(sum));
  if (sums.size > 0 && sums.size < (minContributors ?? 0) && !isWaived(shares))
    needs.push((total * (pPercent ?? 0)) / 100);
  if (dominance) needs.push(...needOfDominance(sums, waived, dominance));
  if (pPercent !== undefined) {
    needs.push(...needOfShare(sums, waived, pPercent));
    if (known.size > 0) needs.push(...needOfShare(secretsOf(sums, known), waived, pPercent));
  }
  return { unsafe: needs.length > 0, protection: Math.max(0, ...needs) };
}

/**
 * The same of plain sums, one for each group.
 * @example judgeCell([300, 20, 10].map((one) => new Decimal(one)), { dominance: { n: 1, kPercent: 85 } }).unsafe // true
 */
export function judgeCell(sums: readonly Decimal[], parameters: DisclosureParameters): CellJudgement {
  const decimals = Math.max(0, ...sums.map((sum) => sum.decimalPlaces()));
  const amounts = sums.map((sum, group) => [group, BigInt(sum.toFixed(decimals).replace(".", ""))] as const);
  const { unsafe, protection } = judgeShares({ sums: new Map(amounts) }, parameters);
  return { unsafe, protection: protection / 10 ** decimals };
}

/** The p-percent rule alone: may the second largest come nearer than p % to the largest? */
export function failsShareRule(sums: ReadonlyMap<number, bigint>, pPercent: number): boolean {
  return needOfShare(sums, nothing, pPercent).length > 0;
}

function withoutSigns({ minContributors, dominance, signedPPercent }: DisclosureParameters) {
  if (signedPPercent === undefined) return { minContributors };
  return { minContributors, dominance, pPercent: signedPPercent };
}

function isWaived({ sums, waived = nothing }: Shares): boolean {
  for (const [group, sum] of sums) if (waived.get(group) !== sum) return false;
  return true;
}

/** What is public of a group is taken off: others know it when they estimate the rest. */
function secretsOf(sums: ReadonlyMap<number, bigint>, known: ReadonlyMap<number, bigint>) {
  const secrets = new Map(sums);
  for (const [group, sum] of known) secrets.set(group, (secrets.get(group) ?? 0n) - sum);
  return secrets;
}

/** The largest sum that is not waived, the `n` largest of the others, and all of them together; without signs. */
function rank(sums: ReadonlyMap<number, bigint>, waived: ReadonlyMap<number, bigint>, n: number) {
  let total = 0n;
  let first = -1n;
  let firstGroup = -1;
  for (const [group, sum] of sums) {
    const size = sum < 0n ? -sum : sum;
    total += size;
    if (size <= first || (waived.size > 0 && waived.get(group) === sum)) continue;
    first = size;
    firstGroup = group;
  }
  const others: bigint[] = [];
  for (const [group, sum] of sums) {
    if (group === firstGroup) continue;
    const size = sum < 0n ? -sum : sum;
    if (others.length === n && size <= (others[n - 1] ?? 0n)) continue;
    others.push(size);
    others.sort((a, b) => (a < b ? 1 : a > b ? -1 : 0));
    others.length = Math.min(others.length, n);
  }
  return { total, first: firstGroup < 0 ? null : first, others: others.reduce((sum, one) => sum + one, 0n) };
}

function needOfDominance(
  sums: ReadonlyMap<number, bigint>,
  waived: ReadonlyMap<number, bigint>,
  { n, kPercent }: { readonly n: number; readonly kPercent: number },
): readonly number[] {
  const { total, first, others } = rank(sums, waived, n - 1);
  if (first === null) return [];
  const [times, per] = ratioOf(kPercent);
  const largest = first + others;
  if (largest * 100n * per <= total * times) return [];
  return [(Number(largest) * 100) / kPercent - Number(total)];
}

function needOfShare(
  sums: ReadonlyMap<number, bigint>,
  waived: ReadonlyMap<number, bigint>,
  pPercent: number,
): readonly number[] {
  const { total, first, others } = rank(sums, waived, 1);
  if (first === null) return [];
  const [times, per] = ratioOf(pPercent);
  const rest = total - first - others;
  if (rest * 100n * per >= first * times) return [];
  return [(Number(first) * pPercent) / 100 - Number(rest)];
}

/** A decimal number as a ratio of whole ones, so that a rule is judged to the last digit. */
function ratioOf(percent: number): readonly [bigint, bigint] {
  const [whole = "0", rest = ""] = String(percent).split(".");
  return [BigInt(whole + rest), 10n ** BigInt(rest.length)];
}

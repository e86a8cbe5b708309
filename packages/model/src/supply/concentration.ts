import { toInputError } from "../error/index.ts";

/** An amount of one source. Sources of one key are added before anything is squared. */
export type SourceAmount = { readonly source: string; readonly amount: number };

/** Where the total says more than the named sources, the index lies between two bounds; shares are 0 to 1. */
export type SourceConcentration = {
  readonly total: number;
  /** What no source is named for, as a share. */
  readonly rest: number;
  /** Of each named source, the largest first. */
  readonly shares: readonly { readonly source: string; readonly share: number }[];
  readonly low: number;
  readonly high: number;
};

const roundingRoom = 1e-9;

/**
 * How concentrated sources are: the sum of squared shares. The part without a named source is spread thin for the low bound and stands with
 * one source for the high one. Null without any amount. [SU2]
 * @param total of all sources, where it is published; else the sum of the named ones
 * @throws LilinkError INVALID_INPUT (tooSmall) where the total is less than its parts, or an amount is negative
 * @example concentrationOf([{ source: "AU", amount: 80 }], 100) // { shares: [{ source: "AU", share: 0.8 }], low: 0.64, high: 0.68, … }
 */
export function concentrationOfSources(
  amounts: readonly SourceAmount[],
  total?: number,
): SourceConcentration | null {
  const sums = new Map<string, number>();
  for (const { source, amount } of amounts) {
    if (!(amount >= 0)) throw toInputError([{ field: source, rule: "tooSmall", params: { min: 0 } }]);
    sums.set(source, (sums.get(source) ?? 0) + amount);
  }
  return concentrationOfSums(sums, total);
}

/** The largest source, and the bounds of the index. Shares are 0 to 1. */
export type Peak = {
  readonly top: SourceConcentration["shares"][number];
  readonly low: number;
  readonly high: number;
};

/** The peak of sums by source, none of them negative: what a course over time needs, without an order of all sources. */
export function peakOfSums(sums: ReadonlyMap<string, number>, whole: number): Peak | null {
  let [top, most, named, squares] = ["", -1, 0, 0];
  for (const [source, amount] of sums) {
    named += amount;
    squares += amount * amount;
    if (amount > most || (amount === most && source < top)) [top, most] = [source, amount];
  }
  if (whole <= 0 || sums.size === 0) return null;
  const [rest, low] = [Math.max(0, (whole - named) / whole), squares / whole / whole];
  return { top: { source: top, share: most / whole }, low, high: low + rest * rest };
}

/** The same of sums by source, none of them negative. */
export function concentrationOfSums(
  sums: ReadonlyMap<string, number>,
  total?: number,
): SourceConcentration | null {
  let named = 0;
  for (const amount of sums.values()) named += amount;
  const whole = total ?? named;
  if (whole < named * (1 - roundingRoom))
    throw toInputError([{ field: "total", rule: "tooSmall", params: { min: named } }]);
  if (whole <= 0) return null;
  const shares = [...sums].map(([source, amount]) => ({ source, share: amount / whole }));
  shares.sort((a, b) => b.share - a.share || (a.source < b.source ? -1 : 1));
  const rest = Math.max(0, (whole - named) / whole);
  const low = shares.reduce((sum, { share }) => sum + share * share, 0);
  return {
    total: whole,
    rest,
    shares,
    low,
    high: low + rest * rest,
  };
}

/** What the largest sources hold together, 0 to 1. @example heldBy(found.shares, 3) // CR3 */
export const heldBy = (shares: SourceConcentration["shares"], count: number): number =>
  shares.slice(0, count).reduce((sum, { share }) => sum + share, 0);

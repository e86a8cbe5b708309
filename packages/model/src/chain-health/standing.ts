import type { HealthNode, JudgedFactor } from "./judge.ts";

/** weak, sound: surely in the weaker, the sounder half, and half of what weighs is known. likely: probably weak, and a figure says why. unsure: the figures do not tell. */
export const standings = ["weak", "likely", "unsure", "sound"] as const;
export type Standing = (typeof standings)[number];

/** Above it a factor is named as a reason. */
const weakFrom = 0.5;

/** The factors of a node that are surely weak by what is known, what weighs most first: why it may be called weak. [WL15] */
export function weakFactorsOf(factors: readonly JudgedFactor[]): readonly JudgedFactor[] {
  return factors
    .filter(({ fact, low }) => fact !== null && low > weakFrom)
    .toSorted((a, b) => b.low * b.weight - a.low * a.weight);
}

/** Whether at least half of what weighs is known: a narrow rank by few figures is nothing sure. [WL15] */
function isHalfKnown(factors: readonly JudgedFactor[]): boolean {
  const weighed = factors.reduce((sum, { weight }) => sum + weight, 0);
  const known = factors.reduce((sum, { fact, weight }) => sum + (fact === null ? 0 : weight), 0);
  return known * 2 >= weighed;
}

/**
 * How a node stands among all that are ranked: every page that calls a node weak, or offers it as a weak link, goes by this. [WL15]
 * @param of how many nodes have a rank
 * @example judgeStanding({ rank: { low: 26, mid: 30, high: 38 }, factors }, 42) // "sound"
 */
export function judgeStanding({ rank, factors }: Pick<HealthNode, "rank" | "factors">, of: number): Standing {
  if (rank === null) return "unsure";
  const middle = (of + 1) / 2;
  if (isHalfKnown(factors)) {
    if (rank.low > middle) return "sound";
    if (rank.high < middle) return "weak";
  }
  return rank.mid < middle && weakFactorsOf(factors).length > 0 ? "likely" : "unsure";
}

/** Whether a node can be named as a weak link: not where it is surely sound. What figures do not tell, an officer may know. [WL15] */
export function canNominate(node: Pick<HealthNode, "rank" | "factors">, of: number): boolean {
  return judgeStanding(node, of) !== "sound";
}

import { type Evaluation, evaluate, evaluateOn, type Facts, type RuleSet } from "@lilink/engine/dated-rules";
import { LilinkError } from "../error/index.ts";
import setsJson from "./data/recovery-sets.json" with { type: "json" };

/** How a text is known: `reported` by others, `seen` in a copy. None is official until an officer confirms it. */
export const recoveryReadings = ["reported", "seen"] as const;

/** Conditions that a recycler must meet, as they stood on the days of `[from, to)`. */
export type RecoverySet = RuleSet & {
  readonly issued?: string;
  /** The Chinese title of the policy of which this is the text, or a draft. [CN10] */
  readonly policyTitle?: string;
  readonly reading: (typeof recoveryReadings)[number];
  /** What is not sure about the set. */
  readonly note: string;
  readonly sources: readonly string[];
};

/**
 * The conditions of 2019, the draft of 2024 and the text of December 2024, which is not the draft: aluminium and copper
 * below 1.5 %, no copper and aluminium recovery, and three conditions more. [TR1]
 */
export const recoverySets = setsJson as readonly RecoverySet[];

/**
 * Whether the figures of a recycler meet the conditions in force on a day; null before the first of them. Shares are 0 to 1.
 * [TR2]
 * @example judgeRecovery({ Li_recovery: "0.88" }, "2025-06-30")?.verdict // "not_met"
 */
export function judgeRecovery(facts: Facts, on: string): Evaluation | null {
  return evaluateOn(recoverySets, facts, on);
}

/**
 * The same figures by a set of one's choice, in force or not: what a draft would have said. [TR3]
 * @throws LilinkError NOT_FOUND for an unknown set
 */
export function judgeRecoveryAsIf(id: string, facts: Facts, on: string): Evaluation {
  const set = recoverySets.find((one) => one.id === id);
  if (!set) throw new LilinkError("NOT_FOUND");
  return evaluate(set, facts, on, { asIf: true });
}

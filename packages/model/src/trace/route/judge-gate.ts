import { probabilityOf } from "../batch/balance.ts";
import { gateShare, testDays } from "../life/step-life.ts";

/** What a test says of a battery: energy left over nominal energy, with the expanded uncertainty (k = 2). */
export type GateTest = {
  readonly energyShare: number;
  readonly u: number | null;
  readonly testedOn: string;
  readonly isAccredited: boolean;
};

export type GateVerdict = {
  readonly verdict: "recode" | "return_to_use" | "test_again";
  readonly why: "belowGate" | "atOrAbove" | "noTest" | "tooOld" | "notAccredited";
  /** The chance that the true share is below the gate; null without an uncertainty. */
  readonly probability: number | null;
};

/**
 * Whether a pack may be coded anew: strictly below 80 % of nominal energy, by a test of an accredited laboratory that is at most 180 days
 * old. The figure decides; the chance is told beside it. [TR80]
 * @example judgeGate({ energyShare: 0.8, u: null, testedOn: "2026-05-01", isAccredited: true }, "2026-06-01").verdict // "return_to_use"
 */
export function judgeGate(test: GateTest | null, today: string): GateVerdict {
  if (!test) return { verdict: "test_again", why: "noTest", probability: null };
  const { energyShare, u } = test;
  const above = probabilityOf({ recovery: energyShare, u: u === null ? null : u / 2 }, gateShare);
  const probability = above === null ? null : 1 - above;
  const age = (Date.parse(today) - Date.parse(test.testedOn)) / 86_400_000;
  if (age > testDays) return { verdict: "test_again", why: "tooOld", probability };
  if (!test.isAccredited) return { verdict: "test_again", why: "notAccredited", probability };
  return energyShare < gateShare
    ? { verdict: "recode", why: "belowGate", probability }
    : { verdict: "return_to_use", why: "atOrAbove", probability };
}

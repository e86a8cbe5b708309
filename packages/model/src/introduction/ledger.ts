import type { IntroductionSide } from "./state.ts";

/** Steps that a pair can record; only what both sides confirm counts ([IN5]). */
export const ledgerSteps = ["meeting", "nda", "trial", "contract", "volume"] as const;
export type LedgerStep = (typeof ledgerSteps)[number];

export const ledgerStates = ["proposed", "confirmed", "disputed", "retracted"] as const;
export type LedgerState = (typeof ledgerStates)[number];

export const ledgerActions = ["confirm", "dispute", "retract"] as const;
export type LedgerAction = (typeof ledgerActions)[number];

/** Units in which a volume is recorded; each is a unit of the chain. */
export const ledgerUnits = ["kg", "t", "t LCE", "kWh", "MWh", "GWh"] as const;
export type LedgerUnit = (typeof ledgerUnits)[number];

export const ledgerOutcome: Readonly<Record<LedgerAction, LedgerState>> = {
  confirm: "confirmed",
  dispute: "disputed",
  retract: "retracted",
};

/**
 * Whether a side may decide a proposed entry: the other side confirms or disputes, the proposing side takes back ([IN5]).
 * @example mayDecideEntry("confirm", "asking", "asking") // false, nobody confirms their own word
 */
export function mayDecideEntry(
  action: LedgerAction,
  side: IntroductionSide,
  proposedBy: IntroductionSide,
): boolean {
  return action === "retract" ? side === proposedBy : side !== proposedBy;
}

/** Steps that a pair can record; only what both sides confirm counts ([IN5]). */
export const ledgerSteps = ["meeting", "nda", "trial", "contract", "volume"] as const;
export type LedgerStep = (typeof ledgerSteps)[number];

export const ledgerStates = ["proposed", "confirmed", "disputed", "retracted"] as const;
export type LedgerState = (typeof ledgerStates)[number];

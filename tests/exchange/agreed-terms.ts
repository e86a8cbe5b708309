/** The version of the terms that the tests agree to where they make accounts: that of packages/model/src/identity/terms.ts. */
export const agreedTerms = "2026-11-26";

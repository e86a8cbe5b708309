export * from "./due.ts";
export * from "./ledger.ts";
export * from "./reason.ts";
export * from "./state.ts";
export * from "./support.ts";

export * from "./define-ledger.ts";

/** What may be wrong with a file that comes in; the reading itself is no matter of the model. */
export * from "./archive-rule.ts";
export * from "./rule.ts";

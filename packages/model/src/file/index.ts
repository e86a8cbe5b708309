/** What may be wrong with a file of rows; the reading itself is no matter of the model. */
export * from "./rule.ts";

export * from "./explain-code.ts";
export * from "./mark-lines.ts";
export * from "./read-codes.ts";
export { type CodeFields, writeCode } from "./write-code.ts";

export * from "./factor.ts";
export * from "./password-rules.ts";
export * from "./terms.ts";

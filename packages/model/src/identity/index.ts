export * from "./factor.ts";
export * from "./password.ts";
export * from "./terms.ts";

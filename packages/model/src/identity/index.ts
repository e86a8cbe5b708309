export * from "./factor.ts";
export * from "./password.ts";

export * from "./check-credit-code.ts";
export * from "./check-lei.ts";
export * from "./check-reference.ts";
export * from "./code-check.ts";
export * from "./parse-battery-code.ts";
export * from "./place.ts";
export * from "./region.ts";

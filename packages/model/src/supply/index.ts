export * from "./base-case.ts";
export * from "./concentration.ts";
export * from "./stress.ts";
export * from "./stress-chain.ts";
export * from "./supply-risk.ts";
export * from "./window.ts";
